import { asPrice, asQty, asQuote, asRate, ONE_RATE, value, type Price, type Qty, type Quote, type Rate } from '../units/quantities.ts'
import type { InstrumentType } from './Instrument.ts'

/** A quantity of something, by how its value follows its price. The only file that tells the types apart by value. */
export interface Holding {
  readonly type: InstrumentType
  readonly instrument: string
  /** Signed: base units, or units of quote of an inverse contract. */
  readonly qty: Qty
}

/**
 * Value in the account's currency, signed so that PnL = value now - value at entry. Linear and spot: q P. Inverse: -q / P
 * coins, so that a long of q dollars gains q (1/E - 1/P). Exact but for the division, which has 64 digits.
 */
export function valueOf({ type, qty }: Pick<Holding, 'type' | 'qty'>, at: Price): Quote {
  return type === 'inverse' ? asQuote(qty.neg().div(at)) : value(qty, at)
}

/** |value| in the account's currency. */
export function notionalOf(holding: Pick<Holding, 'type' | 'qty'>, at: Price): Quote {
  const signed = valueOf(holding, at)
  return asQuote(signed.isNegative() ? signed.neg() : signed)
}

/** The quantity that an amount of the quote currency buys: of an inverse contract the amount itself. 64 digits. */
export function qtyOfQuote(type: InstrumentType, amount: Quote, at: Price): Qty {
  return asQty(type === 'inverse' ? amount : amount.div(at))
}

/** The price at which the holding is worth so much: the average entry price of an entry notional. 64 digits. */
export function priceOfValue({ type, qty }: Pick<Holding, 'type' | 'qty'>, worth: Quote): Price {
  return asPrice(type === 'inverse' ? qty.neg().div(worth) : worth.div(qty))
}

/**
 * Value at the price that uses up margin of 1 / leverage, as a multiple of the value now: a linear long falls to 1 - 1/L,
 * a short rises to 1 + 1/L; an inverse contract's coins go the other way.
 */
export function bankruptcyMultiple({ type, qty }: Pick<Holding, 'type' | 'qty'>, leverage: Rate): Rate {
  const loses = (type === 'inverse') === qty.isNegative()
  const part = ONE_RATE.div(leverage)
  return asRate(loses ? ONE_RATE.minus(part) : ONE_RATE.plus(part))
}

/** |value| at the price where margin, PnL and a closing fee of `fee` x that value add up to nothing; 0 where there is no such price. */
export function bankruptcyNotional({ type, qty }: Pick<Holding, 'type' | 'qty'>, entry: Quote, backing: { margin: Quote; fee: Rate }): Quote {
  // margin + s (V - |entry|) - fee V = 0, s = +1 where the value grows with the gain
  const s = (type === 'inverse') === qty.isNegative() ? 1 : -1
  const worth = entry.abs().times(s).minus(backing.margin).div(backing.fee.neg().plus(s))
  return asQuote(worth.isNegative() ? worth.times(0) : worth)
}
