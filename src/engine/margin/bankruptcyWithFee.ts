import type { InstrumentType } from '../instruments/Instrument.ts'
import { asPrice, type Price, type Qty, type Quote, type Rate } from '../units/quantities.ts'

/** What a pool holds of one instrument: the net of its legs, and their sizes. */
export interface InstrumentLegs {
  readonly type: InstrumentType
  readonly net: Qty
  readonly gross: Qty
}

/** The pool at one price of the instrument; equity without haircuts, as for the bankruptcy price. */
export interface BankruptAt {
  readonly price: Price
  readonly equity: Quote
  readonly fee: Rate
}

export type NoBankruptcy = 'hedged' | 'fully-collateralized' | 'already-liquidatable'

/**
 * The price at which closing, fee included, leaves the pool with nothing, other instruments held: what several venues
 * print as the bankruptcy price. With net quantity q, sizes g, equity w at the price p and fee rate f. 64 digits. [M19]
 *
 * Linear: w + q (P - p) - f g P = 0, so P = (q p - w) / (q - f g).
 * Inverse, in coins: w + q (1/p - 1/P) - f g / P = 0, so P = (q + f g) / (w + q / p).
 */
export function bankruptcyWithFee({ type, net, gross }: InstrumentLegs, { price, equity, fee }: BankruptAt): Price | NoBankruptcy {
  const fees = gross.times(fee)
  const isInverse = type === 'inverse'
  const moved = isInverse ? net.plus(fees) : net.minus(fees)
  // The fee outweighs what the net of the legs gains or loses: no price uses the pool up by moving against it.
  if (net.isZero() || moved.isZero() || moved.isNegative() !== net.isNegative()) return 'hedged'
  const rest = isInverse ? equity.plus(net.div(price)) : net.times(price).minus(equity)
  if (rest.isZero() || rest.isNegative() !== net.isNegative()) return equity.gt(0) ? 'fully-collateralized' : 'already-liquidatable'
  return asPrice(isInverse ? moved.div(rest) : rest.div(moved))
}
