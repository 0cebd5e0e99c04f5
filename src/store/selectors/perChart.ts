import type { ChartData } from '../../workers/run/ChartData.ts'
import type { AppState } from '../AppState.ts'

/**
 * A selector whose answer belongs to the chart data: what is drawn changes when that arrives, eleven times a second, not
 * with every event of every frame. The events up to the chart's tick are there when it is.
 */
export function perChart<T>(of: (state: AppState, chart: ChartData) => T, without: T): (state: AppState) => T {
  const known = new WeakMap<ChartData, { readonly answer: T }>()
  return (state) => {
    const { chart } = state.view
    if (chart === undefined) return without
    const found = known.get(chart) ?? { answer: of(state, chart) }
    known.set(chart, found)
    return found.answer
  }
}
