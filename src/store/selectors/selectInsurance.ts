import { createSelector } from 'reselect'
import type { PlainEvent } from '../../workers/run/Frame.ts'
import type { AppState } from '../AppState.ts'
import type { DeleveragedRow, FundChangeRow, FundLine, ShortfallRow } from './rows/InsuranceRows.ts'
import { visibleEvents } from './visibleEvents.ts'

const NO_FUNDS: readonly FundLine[] = []
const NO_CHANGES: readonly FundChangeRow[] = []

/** The funds of the account shown: the venue's, or one for each instrument. */
export const selectFunds: (state: AppState) => readonly FundLine[] = createSelector([(state: AppState) => state.view.detail?.more.funds], (funds) =>
  funds === undefined ? NO_FUNDS : funds.map((each) => ({ ...each, instrument: each.fund === 'venue' ? undefined : each.fund })),
)

/** What changed them, newest first. */
export const selectFundChanges: (state: AppState) => readonly FundChangeRow[] = createSelector([(state: AppState) => state.view.detail?.more.fundHistory], (rows) =>
  rows === undefined
    ? NO_CHANGES
    : rows.map(({ seq, tick, at, fund, why, pool, change, balance }) => ({ key: `${String(seq)}:${fund}`, seq, tick, time: at, fund, why, pool, change, balance })),
)

const selectShown = createSelector([(state: AppState) => state.view.events[state.selection.account]], (log): readonly PlainEvent[] => visibleEvents(log))

/** Counterparties that were closed, in the order in which it happened. */
export const selectDeleveraged: (state: AppState) => readonly DeleveragedRow[] = createSelector([selectShown], (events) =>
  events.flatMap((event) => (event.type === 'deleveraged' ? [deleveragedRow(event)] : [])),
)

/** What was missing and nobody paid. */
export const selectShortfalls: (state: AppState) => readonly ShortfallRow[] = createSelector([selectShown], (events) =>
  events.flatMap((event) => (event.type === 'shortfall' ? [{ key: String(event.seq), seq: event.seq, tick: event.tick, pool: event.pool, amount: event.amount }] : [])),
)

export function deleveragedRow(event: Extract<PlainEvent, { type: 'deleveraged' }>): DeleveragedRow {
  const { seq, tick, at, rank, counterparty, instrument, leg, pool, qty, price, score, amount } = event
  return { key: String(seq), seq, tick, time: at, rank, counterparty, instrument, leg, pool, qty, price, score, amount }
}
