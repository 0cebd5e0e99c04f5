import { createSelector } from 'reselect'
import type { AppState } from '../AppState.ts'
import type { EquityRow } from './rows/EquityRow.ts'

const NONE: readonly EquityRow[] = []

/** Chart A, up to the cursor. */
export const selectEquityRows: (state: AppState) => readonly EquityRow[] = createSelector([(state: AppState) => state.view.chart], (chart) => {
  if (chart === undefined) return NONE
  return Array.from(chart.ticks, (tick, i): EquityRow => ({
    tick,
    time: chart.times[i] ?? 0,
    isolated: chart.equity['all-isolated'][i] ?? 0,
    cross: chart.equity['all-cross'][i] ?? 0,
    yours: chart.equity['as-set'][i] ?? 0,
  }))
})
