import type { Price } from '../units/quantities.ts'

/** Where the pool is liquidated if the price moves as stated, or why no such price exists. [M1] */
export type LiquidationPrice =
  | {
      readonly type: 'price'
      /** Exact root, 64 digits. */
      readonly exact: Price
      /** Rounded to the tick size on the side that liquidates earlier (long up, short down). */
      readonly price: Price
      /** Which way the price must move from the mark. */
      readonly direction: 'falling' | 'rising'
    }
  | { readonly type: 'none'; readonly reason: NoLiquidationReason }

export type NoLiquidationReason =
  /** The price at which it would be liquidated is one the venue does not have. */
  | 'beyond-maximum-price'
  /** No fall to zero uses up the collateral (a long backed by its whole notional or more). */
  | 'fully-collateralized'
  /** Price moves of this instrument alone (or of all together) never reach the requirement: the legs offset. */
  | 'hedged'
  /** The pool is already at or below its requirement at the current marks. */
  | 'already-liquidatable'
