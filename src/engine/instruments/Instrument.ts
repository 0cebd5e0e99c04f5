import type { Price, Qty, Rate } from '../units/quantities.ts'

/** A linear perpetual: PnL and collateral in the quote currency. */
export interface Instrument {
  readonly symbol: string
  readonly base: string
  readonly quote: string
  /** Prices of orders and of crossings are multiples of it. */
  readonly tickSize: Price
  /** Quantities are multiples of it. */
  readonly qtyStep: Qty
  /** Stated move relative to the market, for *if all move together*. 1 unless said. */
  readonly beta: Rate
}
