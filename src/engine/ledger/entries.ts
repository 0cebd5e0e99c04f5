import { asQuote, negated, sum, type Quote } from '../units/quantities.ts'
import type { Counterparties, PoolId } from './Account.ts'
import { CROSS } from '../margin/poolMargin.ts'
import type { EventBody } from './LedgerEvent.ts'

/** One side of a double entry: a pool's cash, or a counterparty. */
export type Entry =
  | { readonly pool: PoolId; readonly amount: Quote }
  | { readonly counterparty: keyof Counterparties; readonly amount: Quote }

/** What an event books, and where. The amounts of every event sum to zero. [L1] */
export function entries(event: EventBody): readonly Entry[] {
  switch (event.type) {
    case 'deposited':
      return pair({ pool: CROSS, amount: event.amount }, 'external')
    case 'withdrawn':
      return pair({ pool: CROSS, amount: negated(event.amount) }, 'external')
    case 'filled':
      return [
        { pool: event.pool, amount: asQuote(event.realizedPnl.minus(event.fee)) },
        { counterparty: 'market', amount: negated(event.realizedPnl) },
        { counterparty: 'venueFees', amount: event.fee },
      ]
    case 'transferred':
      return [
        { pool: event.from, amount: negated(event.amount) },
        { pool: event.to, amount: event.amount },
      ]
    case 'funding-paid':
      return pair({ pool: event.pool, amount: sum(event.legs.map((leg) => leg.amount)) }, 'funding')
    case 'position-liquidated':
      return [
        { pool: event.pool, amount: asQuote(event.realizedPnl.minus(event.fee)) },
        { counterparty: 'market', amount: negated(event.realizedPnl) },
        { counterparty: event.feeTo === 'venue' ? 'venueFees' : 'insuranceFund', amount: event.fee },
      ]
    case 'residual-forfeited':
      return pair({ pool: event.pool, amount: negated(event.amount) }, 'insuranceFund')
    case 'bad-debt-covered':
      return pair({ pool: event.pool, amount: event.amount }, 'insuranceFund')
    case 'fund-settled':
      return [
        { counterparty: 'insuranceFund', amount: event.amount },
        { counterparty: 'market', amount: negated(event.amount) },
      ]
    case 'deleveraged':
      return [
        { counterparty: 'insuranceFund', amount: event.amount },
        { counterparty: 'deleveraging', amount: negated(event.amount) },
      ]
    case 'shortfall':
      return [
        { counterparty: 'insuranceFund', amount: event.amount },
        { counterparty: 'uncovered', amount: negated(event.amount) },
      ]
    default:
      return []
  }
}

function pair(entry: { readonly pool: PoolId; readonly amount: Quote }, counterparty: keyof Counterparties): readonly Entry[] {
  return [entry, { counterparty, amount: negated(entry.amount) }]
}
