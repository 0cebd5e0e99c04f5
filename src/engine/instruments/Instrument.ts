import type { Price, Qty, Rate } from '../units/quantities.ts'

/**
 * What is held. `linear`: PnL and collateral in the quote currency, quantities in base units. `inverse`: coin-margined,
 * PnL and collateral in the base coin, quantities in units of the quote currency (a contract of 100 USD is 100).
 * `spot`: an asset that serves as collateral, quantities in its own units.
 */
export type InstrumentType = 'linear' | 'inverse' | 'spot'

export interface Instrument {
  readonly symbol: string
  readonly type: InstrumentType
  readonly base: string
  readonly quote: string
  /** Units of quantity in one contract: base units of a linear, quote units of an inverse instrument. */
  readonly contractSize: Qty
  /** Prices of orders and of crossings are multiples of it. */
  readonly tickSize: Price
  /** Quantities are multiples of it. */
  readonly qtyStep: Qty
  /** Stated move relative to the market, for *if all move together*. 1 unless said. */
  readonly beta: Rate
  /** Quantity open at the venue, where its rules ask for it. */
  readonly openInterest: Qty | undefined
}
