import { magnitudeOf, negativeOf, postedOf, productOf, quotientOf } from '../explain/expressions.ts'
import type { Expression } from '../explain/Explanation.ts'
import { notionalOf, valueOf } from '../instruments/valuation.ts'
import { fundingPayment } from '../margin/fundingPayment.ts'
import type { Decimal } from '../units/decimal.ts'
import { asPrice, asQuote, asRate, portion, posted, sum, ZERO_QUOTE, type Quote } from '../units/quantities.ts'
import type { Funding } from '../venues/Rules.ts'
import type { CalculatorScene } from './Calculator.ts'
import { entered } from './formulaTerms.ts'
import { tradePosition } from './tradePosition.ts'
import { signedQty } from './tradeTerms.ts'

/** What is read of the inputs; they are there. */
export type Given = (field: string) => Decimal
export type PriceField = 'entryPrice' | 'exitPrice'

const PRICE_SYMBOL: Readonly<Record<PriceField, string>> = { entryPrice: 'E', exitPrice: 'P' }
const FEE_RATE = { entryPrice: 'entryFeeRate', exitPrice: 'exitFeeRate' } as const
const FEE_SYMBOL: Readonly<Record<PriceField, string>> = { entryPrice: 'f0', exitPrice: 'f1' }

function holding(scene: CalculatorScene, given: Given) {
  return { type: scene.instrument.type, qty: signedQty(scene, given('size')) }
}

/** Value of the trade at its entry or exit, signed as the ledger has it. */
export function valueAt(scene: CalculatorScene, given: Given, at: PriceField): Quote {
  return valueOf(holding(scene, given), asPrice(given(at)))
}

export function notionalAt(scene: CalculatorScene, given: Given, at: PriceField): Quote {
  return notionalOf(holding(scene, given), asPrice(given(at)))
}

/** q P, of an inverse contract -q / P. */
export function valueExpressionAt(scene: CalculatorScene, given: Given, at: PriceField): Expression {
  const qty = entered('q', 'quantity', signedQty(scene, given('size')), 'size')
  const price = entered(PRICE_SYMBOL[at], at, given(at), 'price')
  return scene.instrument.type === 'inverse' ? quotientOf(negativeOf(qty), price) : productOf(qty, price)
}

/** The fee of the fill, up to the quantum as the ledger takes it (`ledger/fill`); of a rebate negative. [N2] */
export function feeAt(scene: CalculatorScene, given: Given, at: PriceField): Quote {
  return posted(portion(notionalAt(scene, given, at), asRate(given(FEE_RATE[at]))), 'up')
}

export function feeExpression(scene: CalculatorScene, given: Given, at: PriceField): Expression {
  const rate = entered(FEE_SYMBOL[at], FEE_RATE[at], given(FEE_RATE[at]), 'share')
  return postedOf(productOf(magnitudeOf(valueExpressionAt(scene, given, at)), rate), 'up')
}

/** What the ledger realises at the close, before fees. [A10] */
export function grossPnl(scene: CalculatorScene, given: Given): Quote {
  return posted(valueAt(scene, given, 'exitPrice').minus(valueAt(scene, given, 'entryPrice')))
}

/** Both fees, positive where they are paid. [A10] */
export function tradeFees(scene: CalculatorScene, given: Given): Quote {
  return sum([feeAt(scene, given, 'entryPrice'), feeAt(scene, given, 'exitPrice')])
}

/** One payment at the stated rate, the price standing at the entry; positive where it is received. [A11] */
export function onePayment(scene: CalculatorScene, given: Given): Quote {
  const { symbol } = scene.instrument
  const position = tradePosition(scene, { size: given('size'), entryPrice: given('entryPrice') })
  const funding: Funding = { type: 'fixed', intervalMillis: 1, rate: asRate(given('fundingRate')), price: 'mark' }
  return fundingPayment(position, funding, new Map([[symbol, asPrice(given('entryPrice'))]]))?.amount ?? ZERO_QUOTE
}

export function paymentExpression(scene: CalculatorScene, given: Given): Expression {
  const rate = entered('r', 'fundingRate', given('fundingRate'), 'share')
  // The value of an inverse contract has the sign against its side: its long is a debt of coins.
  return postedOf(productOf(valueExpressionAt(scene, given, 'entryPrice'), scene.instrument.type === 'inverse' ? rate : negativeOf(rate)))
}

/** All payments together. */
export function tradeFunding(scene: CalculatorScene, given: Given): Quote {
  return asQuote(onePayment(scene, given).times(given('fundingPayments')))
}

/** What the ledger books from opening to closing: PnL less fees and with funding. [A10, A11] */
export function netPnl(scene: CalculatorScene, given: Given): Quote {
  return asQuote(grossPnl(scene, given).minus(tradeFees(scene, given)).plus(tradeFunding(scene, given)))
}
