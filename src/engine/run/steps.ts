import { Decimal } from '../units/decimal.ts'
import { required } from '../result/result.ts'
import { priceOfDouble, type Price } from '../units/quantities.ts'
import type { Millis } from '../units/millis.ts'
import { priceKey } from '../tape/priceKey.ts'
import type { Series, Tape } from '../tape/Tape.ts'
import type { Marks } from '../margin/poolMargin.ts'

/** One straight piece of the tape: all marks move together from one point to the next, or jump. (design.md 3.2) */
export interface Step {
  readonly type: 'path' | 'jump'
  readonly start: Millis
  readonly end: Millis
  /** One price a series, as doubles that mean decimals (see `Tape`). */
  readonly from: Float64Array
  readonly to: Float64Array
}

/** The moment at which a tick is over: its commands are decided then. A bar ends at the latest where the next one opens. */
export function tickTime(tape: Tape, tick: number): Millis {
  const time = required(tape.time[tick], `the time of tick ${tick}`)
  return hasBars(tape) ? Math.min(time + tape.barMillis, tape.time[tick + 1] ?? Number.POSITIVE_INFINITY) : time
}

/** The steps that lead from the end of the tick before to the end of this tick. */
export function stepsOf(tape: Tape, tick: number): readonly Step[] {
  const close = closes(tape, tick)
  const end = tickTime(tape, tick)
  const bars = hasBars(tape)
  if (tick === 0 && !bars) return [{ type: 'jump', start: end, end, from: close, to: close }]
  const before = tick === 0 ? pointOf(tape, (series) => candleOf(series, 0).open) : closes(tape, tick - 1)
  const start = tick === 0 ? required(tape.time[0], 'the first time') : tickTime(tape, tick - 1)
  if (tape.between === 'jump') return [{ type: 'jump', start, end, from: before, to: close }]
  if (!bars || tape.candlePath === 'close-only') {
    const jumps = tick > 0 && tape.jump?.[tick] === 1
    return [{ type: jumps ? 'jump' : 'path', start, end, from: before, to: close }]
  }
  return barSteps(tape, tick, { start, before, end, close })
}

interface Bar {
  readonly start: Millis
  readonly before: Float64Array
  readonly end: Millis
  readonly close: Float64Array
}

/** Close before -> (jump) -> open -> first extreme -> second extreme -> close, in thirds of the bar. */
function barSteps(tape: Tape, tick: number, bar: Bar): readonly Step[] {
  const time = required(tape.time[tick], `the time of tick ${tick}`)
  const candles = tape.series.map((series) => candleOf(series, tick))
  const extreme = candles.map((candle) => extremes(candle, tape.candlePath))
  const open = Float64Array.from(candles, (candle) => candle.open)
  const first = Float64Array.from(extreme, ([a]) => a)
  const second = Float64Array.from(extreme, ([, b]) => b)
  const third = Math.floor((bar.end - time) / 3)
  const points = [open, first, second, bar.close]
  const times = [time, time + third, time + 2 * third, bar.end]
  const path = points.slice(1).map((to, i): Step => ({
    type: 'path',
    start: required(times[i], 'a time'),
    end: required(times[i + 1], 'a time'),
    from: required(points[i], 'a point'),
    to,
  }))
  return [{ type: 'jump', start: bar.start, end: time, from: bar.before, to: open }, ...path]
}

interface Candle {
  readonly open: number
  readonly high: number
  readonly low: number
}

/** A bar of one series; among bars a series of closes alone opens at its close before. */
function candleOf(series: Series, tick: number): Candle {
  const close = closeOf(series, tick)
  const open = series.open?.[tick] ?? closeOf(series, Math.max(0, tick - 1))
  return { open, high: series.high?.[tick] ?? Math.max(open, close), low: series.low?.[tick] ?? Math.min(open, close) }
}

function extremes(candle: Candle, order: Tape['candlePath']): readonly [number, number] {
  const highFirst = order === 'open-high-low-close' || (order === 'nearest-extreme' && highIsNearer(candle))
  return highFirst ? [candle.high, candle.low] : [candle.low, candle.high]
}

/** Whether high - open <= open - low, decided exactly where doubles could mislead. */
function highIsNearer({ open, high, low }: Candle): boolean {
  const rough = high - open - (open - low)
  const slack = 1e-12 * (Math.abs(high) + Math.abs(low) + 2 * Math.abs(open))
  if (Math.abs(rough) > slack) return rough < 0
  const exact = new Decimal(String(high)).plus(String(low)).minus(new Decimal(String(open)).times(2))
  return exact.lte(0)
}

function hasBars(tape: Tape): boolean {
  return tape.series.some((series) => series.open !== undefined)
}

function closes(tape: Tape, tick: number): Float64Array {
  return pointOf(tape, (series) => closeOf(series, tick))
}

function closeOf(series: Series, tick: number): number {
  return required(series.close[tick], `the close of ${series.instrument} at tick ${tick}`)
}

function pointOf(tape: Tape, price: (series: Series) => number): Float64Array {
  return Float64Array.from(tape.series, price)
}

/** Prices at a point, as decimals: marks under the symbol, other kinds under their price key. [K4] */
export function marksFrom(tape: Tape, point: Float64Array): Marks {
  const marks = new Map<string, Price>()
  tape.series.forEach((series, i) => {
    marks.set(priceKey(series.instrument, series.kind), priceOfDouble(required(point[i], series.instrument)))
  })
  return marks
}

/** Closing marks of a tick. */
export function marksAt(tape: Tape, tick: number): Marks {
  return marksFrom(tape, closes(tape, tick))
}
