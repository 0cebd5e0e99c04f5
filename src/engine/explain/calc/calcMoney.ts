import { entered, resulting } from '../../calculators/formulaTerms.ts'
import { feeExpression, valueExpressionAt } from '../../calculators/tradeMoney.ts'
import { tradePosition } from '../../calculators/tradePosition.ts'
import { asPrice } from '../../units/quantities.ts'
import type { Decimal } from '../../units/decimal.ts'
import type { Expression, Unit } from '../Explanation.ts'
import { difference, magnitudeOf, negativeOf, postedOf, sumOf } from '../expressions.ts'
import { openingTerm } from '../figures/initialFormula.ts'
import { inputOf, resultOf, type CalcQuestion } from './CalcQuestion.ts'

/** What is read of a trade whose size is a result. */
function tradeGiven(question: CalcQuestion): (field: string) => Decimal {
  const { scene } = question
  return (field) => (field === 'entryFeeRate' ? (question.values[field] ?? scene.rules.fees.taker) : field === 'size' ? resultOf(question, field) : field === 'exitPrice' ? stopOf(question) : inputOf(question, field))
}

function stopOf(question: CalcQuestion): Decimal {
  return question.values['stopPrice'] ?? inputOf(question, 'exitPrice')
}

/** |q E|, of an inverse contract |q| / E. */
export function notionalFormula(question: CalcQuestion): Expression {
  return magnitudeOf(valueExpressionAt(question.scene, tradeGiven(question), 'entryPrice'))
}

/** |q E| f, up to the quantum. [N2] */
export function openingFeeFormula(question: CalcQuestion): Expression {
  return feeExpression(question.scene, tradeGiven(question), 'entryPrice')
}

/** What the ledger puts behind the wall when it opens the trade. [M3] */
export function openingFormula(question: CalcQuestion): Expression {
  const { scene } = question
  const entryPrice = inputOf(question, 'entryPrice')
  const position = tradePosition(scene, { size: resultOf(question, 'size'), entryPrice, leverage: resultOf(question, 'leverage') })
  return openingTerm({ position, mark: asPrice(entryPrice), rules: scene.rules })
}

/** Both fees less what the move makes: what the ledger books from the entry to the stop. [A7] */
export function stopLossFormula(question: CalcQuestion): Expression {
  const given = tradeGiven(question)
  const { scene } = question
  const gross = postedOf(difference(valueExpressionAt(scene, given, 'exitPrice'), valueExpressionAt(scene, given, 'entryPrice')))
  return sumOf(feeExpression(scene, given, 'entryPrice'), feeExpression(scene, given, 'exitPrice'), negativeOf(gross))
}

/** An input, under its own name. */
export function inputTerm(question: CalcQuestion, field: string, about: { readonly symbol: string; readonly unit: Unit }): Expression {
  return entered(about.symbol, field, inputOf(question, field), about.unit)
}

/** Another result. */
export function resultTerm(question: CalcQuestion, field: string, about: { readonly symbol: string; readonly unit: Unit }): Expression {
  return resulting(about.symbol, { calculator: question.calculator.name, field, unit: about.unit }, resultOf(question, field))
}

const MONEY = { margin: 'M', openingMargin: 'IM', initialMargin: 'IM', openingFee: 'K', maxLoss: 'Z', addMargin: 'T', wallet: 'W', addWallet: 'T', notional: 'N' } as const

/** Money by its usual symbol: a result, or an input. */
export function moneyTerm(question: CalcQuestion, field: keyof typeof MONEY): Expression {
  const about = { symbol: MONEY[field], unit: 'money' } as const
  return question.results[field] === undefined ? inputTerm(question, field, about) : resultTerm(question, field, about)
}
