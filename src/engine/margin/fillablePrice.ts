import type { Position } from '../ledger/Account.ts'
import { notionalOf } from '../instruments/valuation.ts'
import { Decimal } from '../units/decimal.ts'
import { asPrice, type Price, type Quote } from '../units/quantities.ts'
import type { LiquidationOrderPrice } from '../venues/Rules.ts'

/** What the price of a liquidation order slides with: the pool at the mark, and the position's own part of it. */
export interface FillableAt {
  readonly mark: Price
  /** Of the pool. */
  readonly equity: Quote
  /** Of the pool. */
  readonly maintenance: Quote
  /** Of the position. */
  readonly own: Quote
}

/**
 * The worst price a liquidation order may be filled at. (dYdX v4, `GetFillablePrice`)
 *
 * (n - a x spread x own) / q with the signed notional n = q x mark, a = clamp(adjustment x (1 - equity / maintenance), 0, 1):
 * the mark while the pool is just at its requirement, the whole spread of the maintenance margin away once equity is gone.
 * Written as a share of the mark, which holds for inverse contracts as well: mark x (1 - s x a x spread x own / |n|).
 * Absent where nothing is required.
 */
export function fillablePrice(position: Pick<Position, 'type' | 'qty'>, at: FillableAt, { adjustment, spread }: Extract<LiquidationOrderPrice, { type: 'fillable' }>): Price | undefined {
  const { mark, equity, maintenance, own } = at
  if (!maintenance.gt(0)) return undefined
  const slide = Decimal.max(0, Decimal.min(1, adjustment.times(maintenance.minus(equity)).div(maintenance)))
  const side = position.qty.isNegative() ? -1 : 1
  const shift = slide.times(spread).times(own).times(mark).div(notionalOf(position, mark)).times(side)
  return asPrice(mark.minus(shift))
}
