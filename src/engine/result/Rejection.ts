import type { Price, Qty, Quote, Rate } from '../units/quantities.ts'

/** Why a command was refused, with the numbers involved. The words are made where they are shown. */
export type Rejection =
  | { readonly code: 'insufficient-margin'; readonly required: Quote; readonly available: Quote }
  | { readonly code: 'leverage-above-limit'; readonly leverage: Rate; readonly limit: Rate }
  | { readonly code: 'leverage-below-one'; readonly leverage: Rate }
  | { readonly code: 'liquidated-on-fill'; readonly equity: Quote; readonly maintenance: Quote }
  | { readonly code: 'no-position'; readonly leg: string }
  | { readonly code: 'nothing-to-reduce'; readonly leg: string }
  | { readonly code: 'unknown-instrument'; readonly instrument: string }
  /** An asset that serves as collateral; it is deposited, not traded. */
  | { readonly code: 'collateral-only'; readonly instrument: string }
  /** It settles in another currency than the account is kept in. */
  | { readonly code: 'other-currency'; readonly instrument: string; readonly currency: string; readonly account: string }
  | { readonly code: 'unknown-order'; readonly orderId: string }
  | { readonly code: 'duplicate-order'; readonly orderId: string }
  | { readonly code: 'price-required' }
  | { readonly code: 'limit-price-required' }
  | { readonly code: 'callback-required' }
  | { readonly code: 'callback-out-of-range'; readonly callback: Rate }
  | { readonly code: 'price-not-on-tick'; readonly price: Price; readonly tickSize: Price }
  | { readonly code: 'price-not-positive'; readonly price: Price }
  | { readonly code: 'quantity-below-step'; readonly qty: Qty; readonly step: Qty }
  | { readonly code: 'quantity-zero' }
  | { readonly code: 'amount-not-positive'; readonly amount: Quote }
  | { readonly code: 'more-than-removable'; readonly amount: Quote; readonly removable: Quote }
  | { readonly code: 'shared-by-walls'; readonly pool: string }
  | { readonly code: 'same-pool'; readonly pool: string }
  | { readonly code: 'position-exists-in-pool'; readonly leg: string; readonly pool: string }
  | { readonly code: 'leg-in-other-instrument'; readonly leg: string; readonly instrument: string }
  | { readonly code: 'walls-are-fixed' }
  | { readonly code: 'wrong-side'; readonly leg: string }
