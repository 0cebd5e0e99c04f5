import type { PriceKind, Series, Tape } from '../../engine/index.ts'
import type { PriceBars } from './ChartData.ts'
import type { Timeline } from './timeline.ts'

const MOST_BARS = 400

/**
 * Bars of one instrument's mark up to a tick, merged by powers of two to at most 400, so that full ones stay as they
 * are; beside them the price that triggers liquidations, where the tape has it.
 */
export function priceBars(tape: Tape, of: { readonly instrument: string; readonly trigger: PriceKind }, tick: number, timeline: Timeline): PriceBars {
  const mark = seriesOf(tape, of.instrument, 'mark') ?? tape.series[0]!
  const other = of.trigger === 'mark' ? undefined : seriesOf(tape, mark.instrument, of.trigger)
  let width = 1
  while (Math.ceil((tick + 1) / width) > MOST_BARS) width *= 2
  const { ticks, ...bars } = mergedBars(mark, { width, tick })
  const { low, high, close } = other === undefined ? bars : mergedBars(other, { width, tick })
  return {
    instrument: mark.instrument,
    hasCandles: mark.open !== undefined,
    ticks,
    times: ticks.map((each) => timeline.time(each)),
    ...bars,
    trigger: other === undefined ? undefined : { kind: of.trigger, low, high, close },
  }
}

function seriesOf({ series }: Tape, instrument: string, kind: PriceKind): Series | undefined {
  return series.find((each) => each.instrument === instrument && (each.kind ?? 'mark') === kind)
}

type Bars = Pick<PriceBars, 'ticks' | 'open' | 'high' | 'low' | 'close'>

function mergedBars({ open: opens, high: highs, low: lows, close }: Series, { width, tick }: { readonly width: number; readonly tick: number }): Bars {
  const open = opens ?? close
  const high = highs ?? close
  const low = lows ?? close
  const count = Math.ceil((tick + 1) / width)
  const bars = { ticks: new Float64Array(count), open: new Float64Array(count), high: new Float64Array(count), low: new Float64Array(count), close: new Float64Array(count) }
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
    bars.open[bar] = open[first]!
    bars.high[bar] = top
    bars.low[bar] = bottom
    bars.close[bar] = close[last]!
  }
  return bars
}
