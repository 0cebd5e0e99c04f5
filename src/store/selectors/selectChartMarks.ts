import type { ChartData } from '../../workers/run/ChartData.ts'
import type { AppState } from '../AppState.ts'
import { isAssetLeg, type Breach } from './breaches.ts'
import type { ChartMark } from './rows/ChartMark.ts'
import { perChart } from './perChart.ts'
import { selectBaseOf } from './selectBaseOf.ts'
import { selectBreaches } from './selectBreaches.ts'

const NONE: readonly ChartMark[] = []

/** Liquidations as the charts mark them: the same one in several accounts once. In the order of time. */
export const selectChartMarks: (state: AppState) => readonly ChartMark[] = perChart((state, chart) => {
  const baseOf = selectBaseOf(state)
  const marks = new Map<string, ChartMark>()
  for (const breach of selectBreaches(state)) {
    if (breach.tick > chart.tick) continue
    const key = keyOf(breach)
    const known = marks.get(key)
    marks.set(key, known === undefined ? markOf(breach, { chart, key, baseOf }) : { ...known, twins: [...known.twins, breach.twin] })
  }
  return marks.size === 0 ? NONE : [...marks.values()].sort((a, b) => a.at - b.at)
}, NONE)

/** Two accounts went through the same liquidation when the same legs closed at the same prices at the same moment. */
function keyOf(breach: Breach): string {
  const legs = [breach.culprit, ...breach.bystanders].map((leg) => `${leg.leg}@${leg.price ?? ''}`)
  return [breach.time, breach.poolType, breach.lost, ...legs].join('|')
}

function markOf(breach: Breach, from: { readonly chart: ChartData; readonly key: string; readonly baseOf: (instrument: string) => string }): ChartMark {
  const { chart, key, baseOf } = from
  const index = chart.ticks.indexOf(breach.tick)
  return {
    key,
    tick: breach.tick,
    at: placeOf(breach, chart),
    time: breach.time,
    twins: [breach.twin],
    seq: breach.seq,
    poolType: breach.poolType,
    culprit: breach.culprit,
    bystanders: breach.bystanders,
    isAsset: isAssetLeg(breach.culprit.leg) && breach.bystanders.length === 0,
    lost: breach.lost,
    forfeited: breach.forfeited,
    badDebt: breach.badDebt,
    deleveraged: breach.deleveraged,
    uncovered: breach.uncovered,
    untouched: [...new Set(breach.open.map((leg) => baseOf(leg.instrument)))].filter((base) => base !== breach.culprit.base),
    equityAfter: chart.equity[breach.twin][index] ?? 0,
  }
}

function placeOf(breach: Breach, chart: ChartData): number {
  for (const lane of chart.lanes) {
    if (lane.twin !== breach.twin) continue
    const end = lane.liquidations.find((each) => each.seq === breach.seq)
    if (end !== undefined) return end.at
  }
  return breach.tick
}
