import { difference, magnitudeOf, negativeOf, postedOf, productOf, quotientOf, sumOf } from '../explain/expressions.ts'
import type { Expression, Unit } from '../explain/Explanation.ts'
import { entryMargin } from '../margin/entryMargin.ts'
import type { Decimal } from '../units/decimal.ts'
import { asRate, posted } from '../units/quantities.ts'
import type { Calculator, CalculatorAnswer, CalculatorScene, CalculatorValues } from './Calculator.ts'
import { entered, resulting } from './formulaTerms.ts'
import { lazyAnswers, type LazyResult } from './lazyAnswers.ts'
import { pnlInverses } from './pnlInverses.ts'
import { highestLeverage, tradeFields } from './tradeFields.ts'
import {
  feeExpression, grossPnl, netPnl, notionalAt, paymentExpression, tradeFees, tradeFunding, valueAt, valueExpressionAt, type Given, type PriceField,
} from './tradeMoney.ts'

const RESULTS = {
  notional: 'money',
  exitNotional: 'money',
  initialMargin: 'money',
  pnl: 'money',
  fees: 'money',
  funding: 'money',
  netPnl: 'money',
  roe: 'share',
  netRoe: 'share',
  priceMove: 'share',
} as const satisfies Readonly<Record<string, Unit>>

const ENTRY = ['size', 'entryPrice']
const BOTH = [...ENTRY, 'exitPrice']
const FEES = ['entryFeeRate', 'exitFeeRate']
const FUNDING = ['fundingRate', 'fundingPayments']

/**
 * A trade from its entry to its exit. Fees are what is paid (a rebate is negative); funding is what is received (what is
 * paid is negative); `pnl` and `roe` leave both out, as venues print them; `netPnl` is what the ledger books. [A10–A12]
 */
export const pnl: Calculator = {
  name: 'pnl',
  fields: [...Object.values(tradeFields), ...Object.entries(RESULTS).map(([id, unit]) => ({ id, unit, role: 'result' as const }))],
  forward,
  inverses: pnlInverses,
}

function forward(values: CalculatorValues, scene: CalculatorScene): Readonly<Record<string, CalculatorAnswer>> {
  return lazyAnswers(values, {
    notional: notional(scene, 'entryPrice'),
    exitNotional: notional(scene, 'exitPrice'),
    initialMargin: { needs: [...ENTRY, 'leverage'], of: (given) => initialMargin(scene, given) },
    pnl: { needs: BOTH, of: (given) => pnlAnswer(scene, given) },
    fees: { needs: [...BOTH, ...FEES], of: (given) => feesAnswer(scene, given) },
    funding: { needs: [...ENTRY, ...FUNDING], of: (given) => fundingAnswer(scene, given) },
    netPnl: { needs: [...BOTH, ...FEES, ...FUNDING], of: (given) => netAnswer(scene, given) },
    roe: { needs: [...BOTH, 'leverage'], of: (given) => returned(scene, given, 'pnl') },
    netRoe: { needs: [...BOTH, 'leverage', ...FEES, ...FUNDING], of: (given) => returned(scene, given, 'netPnl') },
    priceMove: { needs: ['entryPrice', 'exitPrice'], of: priceMove },
  })
}

function notional(scene: CalculatorScene, at: PriceField): LazyResult {
  return {
    needs: ['size', at],
    of: (given) => ({ type: 'value', value: notionalAt(scene, given, at), formula: magnitudeOf(valueExpressionAt(scene, given, at)) }),
  }
}

/** Margin at entry by the leverage alone, on which venues measure the return; none where the tier allows less leverage. [A12] */
function initialMargin(scene: CalculatorScene, given: Given): CalculatorAnswer {
  const leverage = given('leverage')
  const limit = highestLeverage({ size: given('size'), entryPrice: given('entryPrice') }, scene)
  if (limit !== undefined && leverage.gt(limit)) return { type: 'none', reason: 'outside-tier-table', limit }
  return {
    type: 'value',
    value: entryMargin(valueAt(scene, given, 'entryPrice'), asRate(leverage)),
    formula: postedOf(quotientOf(magnitudeOf(valueExpressionAt(scene, given, 'entryPrice')), entered('L', 'leverage', leverage, 'leverage')), 'up'),
  }
}

function pnlAnswer(scene: CalculatorScene, given: Given): CalculatorAnswer {
  return {
    type: 'value',
    value: grossPnl(scene, given),
    formula: postedOf(difference(valueExpressionAt(scene, given, 'exitPrice'), valueExpressionAt(scene, given, 'entryPrice'))),
  }
}

function feesAnswer(scene: CalculatorScene, given: Given): CalculatorAnswer {
  return { type: 'value', value: tradeFees(scene, given), formula: sumOf(feeExpression(scene, given, 'entryPrice'), feeExpression(scene, given, 'exitPrice')) }
}

function fundingAnswer(scene: CalculatorScene, given: Given): CalculatorAnswer {
  const payments = entered('n', 'fundingPayments', given('fundingPayments'), 'count')
  return { type: 'value', value: tradeFunding(scene, given), formula: productOf(paymentExpression(scene, given), payments) }
}

function netAnswer(scene: CalculatorScene, given: Given): CalculatorAnswer {
  const [gross, paid, received] = [result('pnl', grossPnl(scene, given)), result('fees', tradeFees(scene, given)), result('funding', tradeFunding(scene, given))]
  return { type: 'value', value: netPnl(scene, given), formula: sumOf(gross, negativeOf(paid), received) }
}

/** A result on the initial margin, half-even to the quantum as a position's return is. [A12] */
function returned(scene: CalculatorScene, given: Given, field: 'pnl' | 'netPnl'): CalculatorAnswer {
  const margin = initialMargin(scene, given)
  if (margin.type !== 'value') return margin
  const amount = field === 'pnl' ? grossPnl(scene, given) : netPnl(scene, given)
  return { type: 'value', value: posted(amount.div(margin.value)), formula: postedOf(quotientOf(result(field, amount), result('initialMargin', margin.value))) }
}

function priceMove(given: Given): CalculatorAnswer {
  const entry = entered('E', 'entryPrice', given('entryPrice'), 'price')
  return {
    type: 'value',
    value: posted(given('exitPrice').minus(given('entryPrice')).div(given('entryPrice'))),
    formula: postedOf(quotientOf(difference(entered('P', 'exitPrice', given('exitPrice'), 'price'), entry), entry)),
  }
}

const SYMBOLS = { pnl: 'U', fees: 'K', funding: 'Y', netPnl: 'J', initialMargin: 'IM' } as const

function result(field: keyof typeof SYMBOLS, value: Decimal): Expression {
  return resulting(SYMBOLS[field], { calculator: 'pnl', field, unit: RESULTS[field] }, value)
}
