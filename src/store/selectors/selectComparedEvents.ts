import { comparePlays } from '../../engine/index.ts'
import { createSelector } from 'reselect'
import type { AppState } from '../AppState.ts'
import { noEvents } from '../initialState.ts'
import type { EventRow } from './rows/TableRows.ts'
import { eventRowsOf } from './selectEventRows.ts'
import { selectMarkets } from './selectMarkets.ts'

const selectWhose = createSelector([(state: AppState) => state.rival?.branch, (state: AppState) => state.selection.account], (branch, twin) => ({ branch, twin }))

/** What happened in the account selected in the open line and in the one beside it, newest first; the same in both once. */
export const selectComparedEvents: (state: AppState) => readonly EventRow[] = createSelector(
  [(state: AppState) => state.view.events, (state: AppState) => state.rival?.view.events, selectWhose, selectMarkets],
  (mine, other, { branch, twin }, marketOf) => {
    const here = eventRowsOf({ ...noEvents(), [twin]: mine[twin] }, marketOf)
    if (other === undefined || branch === undefined) return here
    const there = eventRowsOf({ ...noEvents(), [twin]: other[twin] }, marketOf)
    const { onlyA, onlyB } = comparePlays({ events: here.map(({ event }) => event), equity: '0' }, { events: there.map(({ event }) => event), equity: '0' })
    const [inHere, inThere] = [new Set(onlyA), new Set(onlyB)]
    return [
      ...here.map((row): EventRow => ({ ...row, where: inHere.has(row.event) ? 'here' : 'both' })),
      // Its report is that of another line: it is opened there.
      ...there.flatMap((row): readonly EventRow[] => (inThere.has(row.event) ? [{ ...row, key: `${branch} ${row.key}`, where: 'there', branch, breach: undefined }] : [])),
    ].sort((a, b) => b.time - a.time || b.event.seq - a.event.seq)
  },
)
