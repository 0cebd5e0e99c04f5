import type { Tape } from '../../engine/index.ts'
import type { PriceBars } from './ChartData.ts'
import type { Timeline } from './timeline.ts'

const MOST_BARS = 400

/** Bars of one instrument up to a tick, merged by powers of two to at most 400, so that full ones stay as they are. */
export function priceBars(tape: Tape, instrument: string, tick: number, timeline: Timeline): PriceBars {
  const series = tape.series.find((each) => each.instrument === instrument && (each.kind ?? 'mark') === 'mark') ?? tape.series[0]!
  const { close } = series
  const open = series.open ?? close
  const high = series.high ?? close
  const low = series.low ?? close
  let width = 1
  while (Math.ceil((tick + 1) / width) > MOST_BARS) width *= 2
  const count = Math.ceil((tick + 1) / width)
  const bars = { ticks: new Float64Array(count), times: new Float64Array(count), open: new Float64Array(count), high: new Float64Array(count), low: new Float64Array(count), close: new Float64Array(count) }
  for (let bar = 0; bar < count; bar++) {
    const first = bar * width
    const last = Math.min(tick, first + width - 1)
    let top = high[first]!
    let bottom = low[first]!
    for (let at = first + 1; at <= last; at++) {
      if (high[at]! > top) top = high[at]!
      if (low[at]! < bottom) bottom = low[at]!
    }
    bars.ticks[bar] = last
    bars.times[bar] = timeline.time(last)
    bars.open[bar] = open[first]!
    bars.high[bar] = top
    bars.low[bar] = bottom
    bars.close[bar] = close[last]!
  }
  return { instrument: series.instrument, hasCandles: series.open !== undefined, ...bars }
}
