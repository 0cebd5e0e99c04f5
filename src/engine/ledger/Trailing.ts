import { Decimal, roundToStep } from '../units/decimal.ts'
import { asPrice, type Price, type Rate } from '../units/quantities.ts'

/** How far the price falls back from its best before a trailing stop fires. */
export type Callback =
  /** Of the best price, between 0 and 1. */
  | { readonly unit: 'rate'; readonly rate: Rate }
  | { readonly unit: 'distance'; readonly distance: Price }

/** A stop that follows the price, as the user asks for it. [P11] */
export interface Trailing {
  readonly callback: Callback
  /** It follows from the first time this price is reached; at once unless said. */
  readonly activation?: Price | undefined
}

/**
 * The same once it is set. The best price it has followed is not in the ledger: it is what the tape showed since, kept by
 * the run under this very object, so that a finer tape records the same events. [L4]
 */
export interface TrailingStop extends Trailing {
  /** The watched price when it was set. */
  readonly from: Price
}

/** Which way the price must go to set it off: a sell follows the highest price and fires on the `fall` from it. */
export interface Follows {
  readonly direction: 'rise' | 'fall'
  readonly tickSize: Decimal
}

/** Whether the best price so far has reached the activation. */
export function isFollowing({ activation }: Trailing, best: Price, direction: Follows['direction']): boolean {
  if (activation === undefined) return true
  return direction === 'fall' ? best.gte(activation) : best.lte(activation)
}

/**
 * The price that sets it off: the callback away from the best, at least one tick, rounded to the tick away from the best,
 * so that it never fires on the way to a better price. [P11]
 */
export function trailLevel({ callback }: Trailing, best: Price, { direction, tickSize }: Follows): Price {
  const stated = callback.unit === 'rate' ? best.abs().times(callback.rate) : callback.distance
  const distance = Decimal.max(stated, tickSize)
  return asPrice(direction === 'fall' ? roundToStep(best.minus(distance), tickSize, 'down') : roundToStep(best.plus(distance), tickSize, 'up'))
}

/** Whether two are the same wish, so that one in place goes on following. */
export function isSameTrailing(a: Trailing | undefined, b: Trailing | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  const same = a.callback.unit === 'rate'
    ? b.callback.unit === 'rate' && a.callback.rate.eq(b.callback.rate)
    : b.callback.unit === 'distance' && a.callback.distance.eq(b.callback.distance)
  const [one, other] = [a.activation, b.activation]
  return same && (one === undefined || other === undefined ? one === other : one.eq(other))
}
