import { asQuote, sum, ZERO_QUOTE, type Quote } from '../units/quantities.ts'
import type { Millis } from '../units/millis.ts'
import type { Rules } from '../venues/Rules.ts'
import type { LegId, PoolId } from './Account.ts'
import { fundChanges, type FundChange } from './fundChanges.ts'
import { fundFor, type FundId } from './insuranceFund.ts'
import type { LedgerEvent } from './LedgerEvent.ts'

/** One change of one insurance fund. */
export interface FundRow {
  readonly at: Millis
  readonly tick: number
  readonly seq: number
  readonly fund: FundId
  readonly change: Quote
  /** After it. */
  readonly balance: Quote
  readonly why: FundChange['why']
  readonly pool: PoolId | undefined
}

/** The history of every insurance fund, from the events alone. [Q11] */
export function fundHistory(events: readonly LedgerEvent[], rules: Rules): readonly FundRow[] {
  const instruments = new Map<LegId, string>()
  const changed = new Map<FundId, Quote>()
  const rows: FundRow[] = []
  for (const event of events) {
    if (event.type === 'filled') instruments.set(event.leg, event.instrument)
    const changes = fundChanges(event, (leg) => instruments.get(leg))
    for (const fund of new Set(changes.map((each) => fundFor(rules, each.instrument)))) {
      const own = changes.filter((each) => fundFor(rules, each.instrument) === fund)
      const change = sum(own.map((each) => each.amount))
      const after = asQuote((changed.get(fund) ?? ZERO_QUOTE).plus(change))
      changed.set(fund, after)
      if (change.isZero()) continue
      const { at, tick, seq } = event
      const pool = 'pool' in event ? event.pool : undefined
      rows.push({ at, tick, seq, fund, change, balance: asQuote(rules.insuranceFund.balance.plus(after)), why: own[0]?.why ?? 'settled', pool })
    }
  }
  return rows
}
