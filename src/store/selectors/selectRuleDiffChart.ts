import { createSelector } from 'reselect'
import type { AppState } from '../AppState.ts'

export interface RuleDiffChart {
  readonly rows: readonly { readonly tick: number; readonly time: number; readonly a: number; readonly b: number }[]
  /** Every position's first liquidation under either set, at the equity after it. */
  readonly deaths: readonly { readonly id: string; readonly leg: string; readonly tick: number; readonly side: 'a' | 'b'; readonly value: number }[]
}

/** The equity under both sets of rules, over the whole tape. */
export const selectRuleDiffChart: (state: AppState) => RuleDiffChart | undefined = createSelector([(state: AppState) => state.ruleDiff.result?.report], (report) => {
  if (report === undefined) return undefined
  const rows = Array.from(report.ticks, (tick, i) => ({ tick, time: report.times[i] ?? 0, a: report.equity.a[i] ?? 0, b: report.equity.b[i] ?? 0 }))
  const byTick = new Map(rows.map((row) => [row.tick, row]))
  const deaths = (['a', 'b'] as const).flatMap((side) =>
    report[side].deaths.flatMap(({ leg, tick }) => {
      // Of more deaths than a chart has points some are left to the tables.
      const row = byTick.get(tick)
      return row === undefined ? [] : [{ id: `${side} ${leg}`, leg, tick, side, value: row[side] }]
    }),
  )
  return { rows, deaths }
})
