import { Decimal } from '../units/decimal.ts'
import { required } from '../result/result.ts'
import { priceOfDouble, type Price } from '../units/quantities.ts'
import type { Millis } from '../units/millis.ts'
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

/** The moment at which a tick is over: its commands are decided then. */
export function tickTime(tape: Tape, tick: number): Millis {
  const time = required(tape.time[tick], `the time of tick ${tick}`)
  return hasBars(tape) ? time + tape.barMillis : time
}

/** The steps that lead from the end of the tick before to the end of this tick. */
export function stepsOf(tape: Tape, tick: number): readonly Step[] {
  const close = closes(tape, tick)
  const end = tickTime(tape, tick)
  const bars = hasBars(tape)
  if (tick === 0 && !bars) return [{ type: 'jump', start: end, end, from: close, to: close }]
  const before = tick === 0 ? column(tape, 0, 'open') : closes(tape, tick - 1)
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
  const open = column(tape, tick, 'open')
  const first = open.slice()
  const second = open.slice()
  tape.series.forEach((series, i) => {
    const [a, b] = extremes(series, tick, tape.candlePath)
    first[i] = a
    second[i] = b
  })
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

function extremes(series: Series, tick: number, order: Tape['candlePath']): readonly [number, number] {
  const high = required(series.high?.[tick], 'a high')
  const low = required(series.low?.[tick], 'a low')
  const highFirst = order === 'open-high-low-close' || (order === 'nearest-extreme' && highIsNearer(series, tick, { high, low }))
  return highFirst ? [high, low] : [low, high]
}

/** Whether high - open <= open - low, decided exactly where doubles could mislead. */
function highIsNearer(series: Series, tick: number, bar: { high: number; low: number }): boolean {
  const open = required(series.open?.[tick], 'an open')
  const rough = bar.high - open - (open - bar.low)
  const slack = 1e-12 * (Math.abs(bar.high) + Math.abs(bar.low) + 2 * Math.abs(open))
  if (Math.abs(rough) > slack) return rough < 0
  const exact = new Decimal(String(bar.high)).plus(String(bar.low)).minus(new Decimal(String(open)).times(2))
  return exact.lte(0)
}

function hasBars(tape: Tape): boolean {
  return tape.series.some((series) => series.open !== undefined)
}

function closes(tape: Tape, tick: number): Float64Array {
  return column(tape, tick, 'close')
}

function column(tape: Tape, tick: number, name: 'open' | 'close'): Float64Array {
  const point = new Float64Array(tape.series.length)
  tape.series.forEach((series, i) => {
    point[i] = required((series[name] ?? series.close)[tick], `the ${name} of ${series.instrument} at tick ${tick}`)
  })
  return point
}

/** Marks at a point, as decimals. */
export function marksFrom(tape: Tape, point: Float64Array): Marks {
  const marks = new Map<string, Price>()
  tape.series.forEach((series, i) => {
    marks.set(series.instrument, priceOfDouble(required(point[i], series.instrument)))
  })
  return marks
}

/** Closing marks of a tick. */
export function marksAt(tape: Tape, tick: number): Marks {
  return marksFrom(tape, closes(tape, tick))
}
