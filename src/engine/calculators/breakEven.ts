import { difference, magnitudeOf, negativeOf, postedOf, productOf, quotientOf, roundedTo, sumOf } from '../explain/expressions.ts'
import type { Expression } from '../explain/Explanation.ts'
import { breakEvenPrice } from '../margin/breakEvenPrice.ts'
import { roundToStep, type Decimal } from '../units/decimal.ts'
import { asQuote, asRate, posted, ZERO, type Quote } from '../units/quantities.ts'
import { breakEvenInverses } from './breakEvenInverses.ts'
import type { Calculator, CalculatorAnswer, CalculatorScene, CalculatorValues } from './Calculator.ts'
import { entered, resulting } from './formulaTerms.ts'
import { lazyAnswers, noneAnswer } from './lazyAnswers.ts'
import { steady, steadyExpression } from './steady.ts'
import { tradeFields } from './tradeFields.ts'
import { feeAt, feeExpression, paymentExpression, tradeFunding, valueExpressionAt, type Given } from './tradeMoney.ts'
import { tradePosition } from './tradePosition.ts'
import { signedQty } from './tradeTerms.ts'

const NEEDS = ['size', 'entryPrice', 'entryFeeRate', 'exitFeeRate', 'realized', 'fundingPaid', 'fundingRate', 'fundingPayments']

/**
 * The first tick at which closing makes up for everything: both fees, what was realised before (a loss is negative) and
 * what funding has cost (what was received is negative), or will: so many payments at a rate, as of `pnl` [A11]. [A15]
 */
export const breakEven: Calculator = {
  name: 'break-even',
  fields: [
    tradeFields.size,
    tradeFields.entryPrice,
    tradeFields.entryFeeRate,
    tradeFields.exitFeeRate,
    { id: 'realized', unit: 'money', role: 'input', otherwise: () => ZERO },
    { id: 'fundingPaid', unit: 'money', role: 'input', otherwise: () => ZERO },
    tradeFields.fundingRate,
    tradeFields.fundingPayments,
    { id: 'breakEvenPrice', unit: 'price', role: 'result' },
    { id: 'breakEvenMove', unit: 'share', role: 'result' },
    { id: 'openingFee', unit: 'money', role: 'result' },
    { id: 'closingFee', unit: 'money', role: 'result' },
  ],
  forward,
  inverses: breakEvenInverses,
}

function forward(values: CalculatorValues, scene: CalculatorScene): Readonly<Record<string, CalculatorAnswer>> {
  return lazyAnswers(values, {
    breakEvenPrice: { needs: NEEDS, of: (given) => priceAnswer(scene, given) },
    breakEvenMove: { needs: NEEDS, of: (given) => moveAnswer(scene, given) },
    openingFee: {
      needs: ['size', 'entryPrice', 'entryFeeRate'],
      of: (given) => ({ type: 'value', value: feeAt(scene, given, 'entryPrice'), formula: feeExpression(scene, given, 'entryPrice') }),
    },
    closingFee: { needs: NEEDS, of: (given) => closingFee(scene, given) },
  })
}

/** What the position has made by then: what was realised less the opening fee and the funding, paid and to be paid. */
function made(scene: CalculatorScene, given: Given): Quote {
  return asQuote(given('realized').minus(feeAt(scene, given, 'entryPrice')).minus(given('fundingPaid')).plus(tradeFunding(scene, given)))
}

/** To the tick on the trader's side: up for a long, down for a short. A price of nothing is none. [A15] */
function priceAnswer(scene: CalculatorScene, given: Given): CalculatorAnswer {
  const { tickSize } = scene.instrument
  const rounding = scene.side === 'long' ? 'up' : 'down'
  const exact = breakEvenPrice(tradePosition(scene, { size: given('size'), entryPrice: given('entryPrice') }), { realized: made(scene, given), fee: asRate(given('exitFeeRate')) })
  if (typeof exact === 'string') return noneAnswer(exact)
  const value = roundToStep(steady(exact), tickSize, rounding)
  return value.gt(0) ? { type: 'value', value, exact: steady(exact), formula: roundedTo(steadyExpression(priceExpression(scene, given), exact), tickSize, rounding) } : noneAnswer('never-ahead')
}

/** M17: (n - r) / (q - f |q|), and (q + f |q|) / (r - n) of an inverse contract. */
function priceExpression(scene: CalculatorScene, given: Given): Expression {
  const qty = entered('q', 'quantity', signedQty(scene, given('size')), 'size')
  const fee = productOf(magnitudeOf(qty), entered('f1', 'exitFeeRate', given('exitFeeRate'), 'share'))
  const opening = resulting('K0', { calculator: 'break-even', field: 'openingFee', unit: 'money' }, feeAt(scene, given, 'entryPrice'))
  const terms = [entered('R', 'realized', given('realized'), 'money'), negativeOf(opening), negativeOf(entered('Y', 'fundingPaid', given('fundingPaid'), 'money'))]
  const payments = entered('n', 'fundingPayments', given('fundingPayments'), 'count')
  const realized = given('fundingPayments').isZero() ? sumOf(...terms) : sumOf(...terms, productOf(payments, paymentExpression(scene, given)))
  const worth = valueExpressionAt(scene, given, 'entryPrice')
  return scene.instrument.type === 'inverse' ? quotientOf(sumOf(qty, fee), difference(realized, worth)) : quotientOf(difference(worth, realized), difference(qty, fee))
}

/** From the entry, as a share of it; signed. */
function moveAnswer(scene: CalculatorScene, given: Given): CalculatorAnswer {
  return at(scene, given, (price, term) => {
    const entry = entered('E', 'entryPrice', given('entryPrice'), 'price')
    return { value: posted(price.minus(given('entryPrice')).div(given('entryPrice'))), formula: postedOf(quotientOf(difference(term, entry), entry)) }
  })
}

function closingFee(scene: CalculatorScene, given: Given): CalculatorAnswer {
  return at(scene, given, (price) => {
    const closing: Given = (field) => (field === 'exitPrice' ? price : given(field))
    return { value: feeAt(scene, closing, 'exitPrice'), formula: feeExpression(scene, closing, 'exitPrice') }
  })
}

/** A figure at the break-even price; where there is none, why. */
function at(scene: CalculatorScene, given: Given, of: (price: Decimal, term: Expression) => { readonly value: Decimal; readonly formula: Expression }): CalculatorAnswer {
  const price = priceAnswer(scene, given)
  if (price.type !== 'value') return price
  return { type: 'value', ...of(price.value, resulting('P', { calculator: 'break-even', field: 'breakEvenPrice', unit: 'price' }, price.value)) }
}
