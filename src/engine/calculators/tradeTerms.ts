import { notionalOf, priceOfValue, valueOf } from '../instruments/valuation.ts'
import { Decimal } from '../units/decimal.ts'
import { asPrice, asQty, asQuote, ONE_RATE, ZERO, type Price, type Qty } from '../units/quantities.ts'
import type { CalculatorScene, CalculatorValues } from './Calculator.ts'

/** The signed quantity of a size on the side of the scene. */
export function signedQty({ side }: CalculatorScene, size: Decimal): Qty {
  return asQty(side === 'long' ? size : size.neg())
}

/** +1 where the trade gains when its value at the exit grows, -1 where it loses: coins of an inverse contract go the other way. */
export function gainSign({ side, instrument }: CalculatorScene): 1 | -1 {
  return (side === 'long') === (instrument.type !== 'inverse') ? 1 : -1
}

/** |value| of one unit at a price. */
export function unitNotional({ instrument }: CalculatorScene, at: Decimal): Decimal {
  return notionalOf({ type: instrument.type, qty: asQty(ONE_RATE) }, asPrice(at))
}

/** The price at which a size is worth so much, above zero; undefined where there is none. */
export function priceOfNotional(scene: CalculatorScene, size: Decimal, worth: Decimal): Price | undefined {
  if (!worth.gt(0) || !size.gt(0)) return undefined
  const holding = { type: scene.instrument.type, qty: asQty(size) }
  return priceOfValue(holding, asQuote(valueOf(holding, asPrice(ONE_RATE)).isNegative() ? worth.neg() : worth))
}

/** What a trade is wanted to leave: an amount, and a multiple of its initial margin; with fees and funding, or without. */
export interface Wanted {
  readonly money: Decimal
  readonly onMargin: Decimal
  readonly isNet: boolean
}

export type TradeInput = 'size' | 'entryPrice' | 'exitPrice' | 'leverage' | 'entryFeeRate' | 'exitFeeRate' | 'fundingRate' | 'fundingPayments'

/**
 * The input that makes a trade leave what is wanted, before any rounding: the closed forms of A10 to A12.
 *
 * With the notionals N0 at the entry and N1 at the exit, g the sign of the gain, s +1 for a long and -1 for a short, fee
 * rates f0 and f1, n payments at the rate r on the entry notional, and what is wanted w + o N0 / L:
 *   g (N1 - N0) - f0 N0 - f1 N1 - s r n N0 = w + o N0 / L, so N1 (g - f1) = N0 (g + f0 + s r n + o / L) + w.
 * Binance's calculator prints the same without fees and funding (long: P1 = P0 (1 + ROE / L)); other inputs are given.
 */
export function solvedTrade(input: TradeInput, wanted: Wanted, values: CalculatorValues, scene: CalculatorScene): Decimal | undefined {
  const terms = termsOf(input, wanted, values, scene)
  const { n0, n1, k0, k1, onMargin } = terms
  const size = values.size ?? ZERO
  switch (input) {
    case 'exitPrice':
      return price(scene, size, over(n0.times(k0).plus(wanted.money), k1))
    case 'entryPrice':
      return price(scene, size, over(n1.times(k1).minus(wanted.money), k0))
    case 'size':
      return over(wanted.money, n1.times(k1).minus(n0.times(k0)))
    case 'leverage':
      return over(wanted.onMargin.times(n0), n1.times(k1).minus(wanted.money).minus(n0.times(k0.minus(onMargin))))
    default:
      return solvedRate(input, terms, wanted, values)
  }
}

interface Terms {
  readonly n0: Decimal
  readonly n1: Decimal
  readonly k0: Decimal
  readonly k1: Decimal
  /** o / L */
  readonly onMargin: Decimal
  readonly side: 1 | -1
}

/** N1 k1 = N0 k0 + w; of what is asked for nothing is in it, and a size that is asked for is one. */
function termsOf(input: TradeInput, wanted: Wanted, values: CalculatorValues, scene: CalculatorScene): Terms {
  const cost = (field: TradeInput): Decimal => (wanted.isNet && field !== input ? (values[field] ?? ZERO) : ZERO)
  const size = input === 'size' ? ONE_RATE : (values.size ?? ZERO)
  const worth = (field: TradeInput): Decimal => {
    const at = values[field]
    return field === input || at?.gt(0) !== true ? ZERO : unitNotional(scene, at).times(size)
  }
  const gain = new Decimal(gainSign(scene))
  const side = scene.side === 'long' ? 1 : -1
  const funding = cost('fundingRate').times(cost('fundingPayments')).times(side)
  const onMargin = (wanted.onMargin.isZero() ? undefined : over(wanted.onMargin, values.leverage ?? ZERO)) ?? ZERO
  const k0 = gain.plus(cost('entryFeeRate')).plus(funding).plus(onMargin)
  return { n0: worth('entryPrice'), n1: worth('exitPrice'), k0, k1: gain.minus(cost('exitFeeRate')), onMargin, side }
}

/** A rate or a number of payments: what is left over when it is nothing, by what it is a share of. */
function solvedRate(input: 'entryFeeRate' | 'exitFeeRate' | 'fundingRate' | 'fundingPayments', { n0, n1, k0, k1, side }: Terms, wanted: Wanted, values: CalculatorValues): Decimal | undefined {
  const left = n1.times(k1).minus(n0.times(k0)).minus(wanted.money)
  switch (input) {
    case 'entryFeeRate':
      return over(left, n0)
    case 'exitFeeRate':
      return over(left, n1)
    case 'fundingRate':
      return over(left, n0.times(side).times(values.fundingPayments ?? ZERO))
    case 'fundingPayments':
      return over(left, n0.times(side).times(values.fundingRate ?? ZERO))
  }
}

function price(scene: CalculatorScene, size: Decimal, notional: Decimal | undefined): Decimal | undefined {
  return notional === undefined ? undefined : priceOfNotional(scene, size, notional)
}

/** A quotient; undefined where nothing is divided by. */
function over(amount: Decimal, by: Decimal): Decimal | undefined {
  return by.isZero() ? undefined : amount.div(by)
}
