import { priceAfter } from '../../calculators/wallTrade.ts'
import { notionalOf } from '../../instruments/valuation.ts'
import { gainSign } from '../../calculators/tradeTerms.ts'
import { tradePosition } from '../../calculators/tradePosition.ts'
import { pieceAt } from '../../margin/piecewise.ts'
import { leverageLimit, requirementPieces } from '../../margin/requirement.ts'
import { Decimal } from '../../units/decimal.ts'
import { asPrice } from '../../units/quantities.ts'
import { entered } from '../../calculators/formulaTerms.ts'
import type { Expression } from '../Explanation.ts'
import { difference, gives, given, leastOf, negativeOf, plainNumber, productOf, quotientOf, roundedTo, sumOf } from '../expressions.ts'
import { inputOf, resultOf, type CalcQuestion } from './CalcQuestion.ts'

/** What one unit is worth: P, of an inverse contract 1 / P. */
function worth({ scene }: CalcQuestion, price: Expression): Expression {
  return scene.instrument.type === 'inverse' ? quotientOf(plainNumber(1), price) : price
}

function price(question: CalcQuestion, field: string, symbol: string): Expression {
  return worth(question, entered(symbol, field, inputOf(question, field), 'price'))
}

/** What one unit loses on the way, before its fees. */
function way({ scene }: CalcQuestion, from: Expression, to: Expression): Expression {
  return gainSign(scene) === 1 ? difference(from, to) : difference(to, from)
}

/** The candidate that comes to the size. */
function firstOf({ value }: CalcQuestion, formulas: readonly Expression[]): Expression | undefined {
  return formulas.find((formula) => gives(formula, value))
}

function toStep({ scene: { instrument: { qtyStep } } }: CalcQuestion, share: Expression): Expression {
  return roundedTo(share, qtyStep, 'down')
}

/** What may be lost over what a unit loses to the stop, both fees with it. [A7] */
export function stopSizeFormula(question: CalcQuestion): Expression | undefined {
  const [from, to] = [price(question, 'entryPrice', 'E'), price(question, 'stopPrice', 'P')]
  const fees = [productOf(from, entered('f0', 'entryFeeRate', inputOf(question, 'entryFeeRate'), 'share')), productOf(to, entered('f1', 'exitFeeRate', inputOf(question, 'exitFeeRate'), 'share'))]
  const perUnit = sumOf(way(question, from, to), ...fees)
  const share = toStep(question, quotientOf(entered('Z', 'risk', inputOf(question, 'risk'), 'money'), perUnit))
  // Where a fee that is rounded up takes the last step too much.
  const byRisk = [share, difference(share, entered('e', 'qtyStep', question.scene.instrument.qtyStep, 'size'))]
  return firstOf(question, [...byRisk, ...openedByWallet(question, from)])
}

/** As much as the wallet opens; where nothing else stands in the shared pool. [A7] */
function openedByWallet(question: CalcQuestion, from: Expression): readonly Expression[] {
  const [leverage, wallet] = [question.values['leverage'], question.values['wallet']]
  if (leverage === undefined || wallet === undefined) return []
  const perUnit = sumOf(quotientOf(from, entered('L', 'leverage', leverage, 'leverage')), productOf(from, entered('f0', 'entryFeeRate', inputOf(question, 'entryFeeRate'), 'share')))
  return [toStep(question, quotientOf(entered('W', 'wallet', wallet, 'money'), perUnit))]
}

/** The wallet over margin and fee of a unit; where the balance alone limits it. [A6] */
export function largestFormula(question: CalcQuestion): Expression | undefined {
  const from = price(question, 'entryPrice', 'E')
  const perUnit = sumOf(quotientOf(from, entered('L', 'leverage', inputOf(question, 'leverage'), 'leverage')), productOf(from, given('takerRate', question.scene.rules.fees.taker)))
  const share = quotientOf(entered('W', 'wallet', inputOf(question, 'wallet'), 'money'), perUnit)
  const digits = new Decimal(10).pow(question.value.isZero() ? 0 : question.value.e - 8)
  return firstOf(question, [toStep(question, share), roundedTo(share, Decimal.max(digits, question.scene.instrument.qtyStep), 'down')])
}

/**
 * All that may be lost over what a unit needs to survive the fall: what it loses on the way, its requirement there and its
 * fee. q (g (N0 - N1) + r N1 + f N0) + o = Z, on the piece of the requirement that holds the size. [A8]
 */
export function wallSizeFormula(question: CalcQuestion): Expression | undefined {
  const { scene } = question
  const [entryPrice, fall] = [inputOf(question, 'entryPrice'), inputOf(question, 'fall')]
  const position = tradePosition(scene, { size: resultOf(question, 'size'), entryPrice })
  const survived = asPrice(priceAfter(scene, entryPrice, fall))
  const { rate, offset } = pieceAt(requirementPieces(position, scene.rules), notionalOf(position, survived))
  const one = plainNumber(1)
  const moved = entered('d', 'fall', fall, 'share')
  const reached = roundedTo(productOf(entered('E', 'entryPrice', entryPrice, 'price'), scene.side === 'long' ? difference(one, moved) : sumOf(one, moved)), scene.instrument.tickSize, scene.side === 'long' ? 'down' : 'up')
  const [from, to] = [price(question, 'entryPrice', 'E'), worth(question, reached)]
  const perUnit = sumOf(way(question, from, to), productOf(to, given('maintenanceRate', rate)), productOf(from, entered('f0', 'entryFeeRate', inputOf(question, 'entryFeeRate'), 'share')))
  const all = entered('Z', 'maxLoss', inputOf(question, 'maxLoss'), 'money')
  const spare = offset.isZero() ? all : offset.isNegative() ? sumOf(all, given('maintenanceAmount', offset.neg())) : sumOf(all, negativeOf(given('exitFixed', offset)))
  const share = toStep(question, quotientOf(spare, perUnit))
  return firstOf(question, [share, difference(share, entered('e', 'qtyStep', scene.instrument.qtyStep, 'size'))])
}

/**
 * The value over what the way to the stop takes and what is required there: with less margin than that the liquidation comes
 * first. No more than the tier allows. [A7]
 */
export function highestLeverageFormula(question: CalcQuestion): Expression | undefined {
  const { scene } = question
  const size = resultOf(question, 'size')
  const [entryPrice, stopPrice] = [inputOf(question, 'entryPrice'), inputOf(question, 'stopPrice')]
  const position = tradePosition(scene, { size, entryPrice })
  const { rate, offset } = pieceAt(requirementPieces(position, scene.rules), notionalOf(position, asPrice(stopPrice)))
  const [from, to] = [price(question, 'entryPrice', 'E'), price(question, 'stopPrice', 'P')]
  const q = entered('q', 'size', size, 'size')
  const need = [productOf(q, sumOf(way(question, from, to), productOf(to, given('maintenanceRate', rate))))]
  if (!offset.isZero()) need.push(offset.isNegative() ? negativeOf(given('maintenanceAmount', offset.neg())) : given('exitFixed', offset))
  const limit = given('leverage', leverageLimit(scene.rules, position, asPrice(entryPrice)), { of: 'tier' })
  const reached = roundedTo(quotientOf(productOf(q, from), sumOf(...need)), new Decimal('0.01'), 'down')
  return firstOf(question, [leastOf(limit, reached), limit])
}
