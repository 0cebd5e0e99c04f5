import { createSelector } from 'reselect'
import type { AppState } from '../AppState.ts'
import type { FundingRow } from './rows/TableRows.ts'
import { visibleEvents } from './visibleEvents.ts'

/** Funding of the account shown, a row a leg and a time, newest first. */
export const selectFundingRows: (state: AppState) => readonly FundingRow[] = createSelector(
  [(state: AppState) => state.selection.account, (state: AppState) => state.view.events[state.selection.account]],
  (twin, log) => {
    const instruments = new Map<string, string>()
    const rows: FundingRow[] = []
    for (const event of visibleEvents(log)) {
      if (event.type === 'filled') instruments.set(event.leg, event.instrument)
      if (event.type !== 'funding-paid') continue
      for (const { leg, mark, amount } of event.legs) {
        rows.push({ key: `${String(event.seq)}:${leg}`, twin, seq: event.seq, tick: event.tick, time: event.at, instrument: instruments.get(leg) ?? leg, leg, rate: event.rate, mark, amount })
      }
    }
    return rows.reverse()
  },
)
