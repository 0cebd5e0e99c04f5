import type { Price, Qty, Quote } from '../units/quantities.ts'

/** Somebody on the other side of the market whose position auto-deleveraging may close: a stated population. [Q10] */
export interface Counterparty {
  readonly id: string
  readonly instrument: string
  /** Signed, long positive. */
  readonly qty: Qty
  readonly entryPrice: Price
  /** Its equity without unrealised PnL, in the account's currency. */
  readonly margin: Quote
}
