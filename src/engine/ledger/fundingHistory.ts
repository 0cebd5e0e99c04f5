import type { Millis } from '../units/millis.ts'
import { asQuote, ZERO_QUOTE, type Price, type Quote, type Rate } from '../units/quantities.ts'
import type { LegId, PoolId } from './Account.ts'
import type { LedgerEvent } from './LedgerEvent.ts'

/** One funding payment of one leg. */
export interface FundingRow {
  readonly leg: LegId
  readonly pool: PoolId
  readonly at: Millis
  readonly tick: number
  readonly rate: Rate
  /** The price it was paid on. */
  readonly price: Price
  /** Received when positive. */
  readonly amount: Quote
  /** Of the leg so far, this payment included. */
  readonly cumulative: Quote
}

/** Every funding payment, as it happened, with what each leg has paid or received so far. [F3] */
export function fundingHistory(events: readonly LedgerEvent[]): readonly FundingRow[] {
  const sums = new Map<LegId, Quote>()
  return events.flatMap((event) => {
    if (event.type !== 'funding-paid') return []
    const { pool, at, tick, rate } = event
    return event.legs.map(({ leg, mark, amount }): FundingRow => {
      const cumulative = asQuote((sums.get(leg) ?? ZERO_QUOTE).plus(amount))
      sums.set(leg, cumulative)
      return { leg, pool, at, tick, rate, price: mark, amount, cumulative }
    })
  })
}
