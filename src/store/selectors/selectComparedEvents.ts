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
    const [inHere, inThere] = [here, there].map((rows) => new Set(rows.map(({ key }) => key)))
    return [
      ...here.map((row): EventRow => ({ ...row, where: inThere?.has(row.key) === true ? 'both' : 'here' })),
      // Its report is that of another line: it is opened there.
      ...there.flatMap((row): readonly EventRow[] => (inHere?.has(row.key) === true ? [] : [{ ...row, key: `${branch} ${row.key}`, where: 'there', branch, breach: undefined }])),
    ].sort((a, b) => b.time - a.time || b.event.seq - a.event.seq)
  },
)
