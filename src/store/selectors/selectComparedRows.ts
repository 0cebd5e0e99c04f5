import { createSelector } from 'reselect'
import type { AppState } from '../AppState.ts'
import type { EquityRow } from './rows/EquityRow.ts'
import { selectEquityRows } from './selectEquityRows.ts'

/** Chart A with the line of another branch in it: at the ticks of both, between them as the lines are drawn. */
export const selectComparedRows: (state: AppState) => readonly EquityRow[] = createSelector(
  [selectEquityRows, (state: AppState) => state.rival?.view.chart, (state: AppState) => state.selection.account],
  (rows, chart, account) => {
    if (chart === undefined || rows.length === 0) return rows
    const other = Array.from(chart.ticks, (tick, i) => ({ tick, time: chart.times[i] ?? 0, value: chart.equity[account][i] ?? 0 }))
    const last = rows.at(-1)?.tick ?? 0
    const times = new Map([...other, ...rows].map(({ tick, time }) => [tick, time]))
    const ticks = [...times.keys()].filter((tick) => tick <= last).sort((a, b) => a - b)
    const read = (key: 'isolated' | 'cross' | 'yours') => walker(rows, (row) => row[key])
    const [isolated, cross, yours, beside] = [read('isolated'), read('cross'), read('yours'), walker(other, ({ value }) => value)]
    return ticks.map((tick): EquityRow => ({ tick, time: times.get(tick) ?? 0, isolated: isolated(tick) ?? 0, cross: cross(tick) ?? 0, yours: yours(tick) ?? 0, other: beside(tick) ?? null }))
  },
)

/** Reads a line at ascending ticks; nothing past its end. */
function walker<Row extends { readonly tick: number }>(rows: readonly Row[], read: (row: Row) => number): (tick: number) => number | undefined {
  let at = 0
  return (tick) => {
    while ((rows[at + 1]?.tick ?? Number.POSITIVE_INFINITY) <= tick) at += 1
    const before = rows[at]
    const after = rows[at + 1]
    if (before === undefined || before.tick > tick) return undefined
    if (before.tick === tick) return read(before)
    return after === undefined ? undefined : read(before) + (read(after) - read(before)) * ((tick - before.tick) / (after.tick - before.tick))
  }
}
