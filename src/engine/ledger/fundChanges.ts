import { asQuote, negated, type Quote } from '../units/quantities.ts'
import type { LegId } from './Account.ts'
import type { LedgerEvent, LegShare } from './LedgerEvent.ts'

/** What an event does to the insurance fund, by the instrument it is for. */
export interface FundChange {
  readonly instrument: string
  /** Received when positive. */
  readonly amount: Quote
  readonly why: 'liquidation-fee' | 'forfeited' | 'bad-debt' | 'settled' | 'deleveraged' | 'shortfall'
}

/** Changes of the insurance fund that an event books; they sum to what `entries` books to it. Legs are told by their instrument. [L1] */
export function fundChanges(event: LedgerEvent, instrumentOf: (leg: LegId) => string | undefined): readonly FundChange[] {
  switch (event.type) {
    case 'position-liquidated':
      return event.feeTo === 'venue' || event.fee.isZero() ? [] : [{ instrument: event.instrument, amount: event.fee, why: 'liquidation-fee' }]
    case 'residual-forfeited':
      return byLeg(event.shares, 'forfeited', instrumentOf)
    case 'bad-debt-covered':
      return byLeg(event.shares.map(({ leg, amount }) => ({ leg, amount: negated(amount) })), 'bad-debt', instrumentOf)
    case 'fund-settled':
      return [{ instrument: event.instrument, amount: event.amount, why: 'settled' }]
    case 'deleveraged':
      return [{ instrument: event.instrument, amount: asQuote(event.amount), why: 'deleveraged' }]
    case 'shortfall':
      return byLeg(event.shares, 'shortfall', instrumentOf)
    default:
      return NONE
  }
}

const NONE: readonly FundChange[] = []

function byLeg(shares: readonly LegShare[], why: FundChange['why'], instrumentOf: (leg: LegId) => string | undefined): readonly FundChange[] {
  return shares.map(({ leg, amount }) => ({ instrument: instrumentOf(leg) ?? leg, amount, why }))
}
