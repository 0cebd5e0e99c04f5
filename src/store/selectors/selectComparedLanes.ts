import { createSelector } from 'reselect'
import type { Lane } from '../../workers/run/ChartData.ts'
import type { AppState } from '../AppState.ts'
import type { ComparedLane } from './rows/LaneRow.ts'
import { halfOf, NEVER } from './selectLaneRows.ts'

const NONE: readonly ComparedLane[] = []

/** Chart B while two lines are compared: of the account selected. */
export const selectComparedLanes: (state: AppState) => readonly ComparedLane[] = createSelector(
  [(state: AppState) => state.view.chart, (state: AppState) => state.rival?.view.chart, (state: AppState) => state.selection.account],
  (chart, other, account) => {
    if (chart === undefined || other === undefined) return NONE
    const rows = new Map<string, ComparedLane>()
    const add = (lane: Lane, side: 'isolated' | 'cross'): void => {
      const { leg, instrument, base, isLong } = lane
      const row = rows.get(leg) ?? { leg, instrument, base, isLong, isolated: NEVER, cross: NEVER, modes: [modeOf(lane), modeOf(lane)] }
      const modes = side === 'isolated' ? row.modes : ([row.modes[0], modeOf(lane)] as const)
      rows.set(leg, { ...row, [side]: halfOf(lane), modes })
    }
    for (const lane of chart.lanes) if (lane.twin === account) add(lane, 'isolated')
    for (const lane of other.lanes) if (lane.twin === account) add(lane, 'cross')
    return [...rows.values()]
  },
)

function modeOf({ poolType }: Lane): 'iso' | 'cross' {
  return poolType === 'isolated' ? 'iso' : 'cross'
}
