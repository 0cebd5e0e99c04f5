import type { Instrument, PriceKind, Tape } from '../../engine/index.ts'
import { decimateTicks } from '../../kernel/index.ts'
import type { ChartData, Lane } from './ChartData.ts'
import type { Twin } from './Frame.ts'
import { priceBars } from './priceBars.ts'
import { priceLines } from './priceLines.ts'
import type { Side } from './sides.ts'
import type { Timeline } from './timeline.ts'

const MOST_POINTS = 300

interface Scene {
  readonly tape: Tape
  readonly timeline: Timeline
  readonly sides: Readonly<Record<Twin, Side>>
  readonly instrument: string
  readonly instruments: ReadonlyMap<string, Instrument>
  /** The price the liquidation test looks at. */
  readonly trigger: PriceKind
}

/** Everything the charts draw up to a tick that all three runs and their series have reached. */
export function chartOf({ tape, timeline, sides, instrument, instruments, trigger }: Scene, tick: number): ChartData {
  const all = [sides['all-isolated'], sides['all-cross'], sides['as-set']]
  const ticks = decimateTicks({ columns: all.map((side) => side.series.equity), kept: keptTicks(all, tick), last: tick, most: MOST_POINTS })
  const sampled = (side: Side): Float64Array => ticks.map((each) => side.series.equity[each]!)
  return {
    tick,
    ticks,
    times: ticks.map((each) => timeline.time(each)),
    equity: { 'as-set': sampled(sides['as-set']), 'all-isolated': sampled(sides['all-isolated']), 'all-cross': sampled(sides['all-cross']) },
    lanes: all.flatMap((side) => lanesOf(side, tick)),
    prices: priceBars(tape, { instrument, trigger }, tick, timeline),
    lines: all.flatMap((side) => priceLines({ twin: side.twin, run: side.run, tape, bridge: side.bridge, instruments, trigger }, instrument, ticks)),
  }
}

/** Every liquidation, and the tick before it: there the curve breaks. */
function keptTicks(sides: readonly Side[], tick: number): readonly number[] {
  const kept = new Set<number>()
  for (const side of sides) {
    for (const breach of side.series.breachTicks) {
      if (breach > tick) break
      kept.add(breach)
      if (breach > 0) kept.add(breach - 1)
    }
  }
  return [...kept].sort((a, b) => a - b)
}

function lanesOf(side: Side, tick: number): readonly Lane[] {
  const stories = side.history.after(side.run.countAt(tick))
  return [...stories.values()].map(({ leg, instrument, base, isLong, poolType, liquidations, status }) => ({
    leg,
    instrument,
    base,
    isLong,
    twin: side.twin,
    poolType,
    cells: side.series.cells(leg, tick),
    liquidations,
    isOpen: status === 'open',
  }))
}

/** The buffers of the columns, to be handed over instead of copied. */
export function chartBuffers(chart: ChartData): ArrayBuffer[] {
  const { prices } = chart
  const { trigger } = prices
  const columns = [
    chart.ticks, chart.times, ...Object.values(chart.equity), prices.ticks, prices.times, prices.open, prices.high, prices.low, prices.close,
    ...(trigger === undefined ? [] : [trigger.low, trigger.high, trigger.close]),
    ...chart.lines.flatMap((line) => [line.entry, line.liquidation, line.bankruptcy]),
  ]
  return columns.map((column) => column.buffer as ArrayBuffer)
}
