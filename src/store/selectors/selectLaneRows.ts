import { createSelector } from 'reselect'
import type { Lane } from '../../workers/run/ChartData.ts'
import type { AppState } from '../AppState.ts'
import type { LaneHalf, LaneRow } from './rows/LaneRow.ts'

const NONE: readonly LaneRow[] = []
export const NEVER: LaneHalf = { cells: [], liquidations: [], status: 'never-opened', endTick: undefined }

/** Chart B: a row a position, its half behind its own wall and its half in the shared pool. */
export const selectLaneRows: (state: AppState) => readonly LaneRow[] = createSelector([(state: AppState) => state.view.chart], (chart) => {
  if (chart === undefined) return NONE
  const rows = new Map<string, LaneRow>()
  for (const lane of chart.lanes) {
    if (lane.twin === 'as-set') continue
    const row = rows.get(lane.leg) ?? { leg: lane.leg, instrument: lane.instrument, base: lane.base, isLong: lane.isLong, isolated: NEVER, cross: NEVER }
    rows.set(lane.leg, { ...row, [lane.twin === 'all-isolated' ? 'isolated' : 'cross']: halfOf(lane) })
  }
  return [...rows.values()]
})

export function halfOf(lane: Lane): LaneHalf {
  const end = lane.liquidations.at(-1)
  const lastCell = lane.cells.at(-1)?.to
  if (lane.isOpen) return { cells: lane.cells, liquidations: lane.liquidations, status: 'open', endTick: undefined }
  const liquidated = end !== undefined && (lastCell === undefined || end.tick >= lastCell)
  return { cells: lane.cells, liquidations: lane.liquidations, status: liquidated ? 'liquidated' : 'closed', endTick: liquidated ? end.tick : lastCell }
}
