import type { Millis, PriceKind, Tape } from '../../engine/index.ts'
import { fromUnits, POWERS_OF_TEN } from '../columns/priceDigits.ts'

/** A corner of a scripted path: tick and price, quote per base, with at most `decimals` decimal places. */
export type Corner = readonly [tick: number, price: number]

export interface Polyline {
  readonly instrument: string
  /** `mark` unless said. */
  readonly kind?: PriceKind
  /** Prices between corners are rounded to this many decimal places, ties upwards. */
  readonly decimals: number
  /** Ascending; the first at tick 0, the last at the last tick. */
  readonly corners: readonly Corner[]
}

export interface PolylineTape {
  readonly id: string
  readonly title: string
  readonly source: string
  readonly start: Millis
  readonly barMillis: Millis
  readonly lines: readonly Polyline[]
  /** Ticks that are reached by a jump. */
  readonly jumps?: readonly number[]
}

/** A close-only tape through given corners: the corners exactly, between them straight lines in exact decimals. */
export function polylineTape(script: PolylineTape): Tape {
  const last = lastTick(script.lines)
  const time = Float64Array.from({ length: last + 1 }, (_, tick) => script.start + tick * script.barMillis)
  const jump = new Uint8Array(last + 1)
  for (const tick of script.jumps ?? []) jump[tick] = 1
  return {
    id: script.id,
    title: script.title,
    source: script.source,
    time,
    barMillis: script.barMillis,
    between: 'path',
    candlePath: 'close-only',
    ...(script.jumps === undefined ? {} : { jump }),
    series: script.lines.map((line) => ({ instrument: line.instrument, ...(line.kind === undefined ? {} : { kind: line.kind }), close: closes(line, last) })),
  }
}

function lastTick(lines: readonly Polyline[]): number {
  const ends = lines.map((line) => line.corners.at(-1)?.[0])
  const last = ends[0]
  if (last === undefined || ends.some((end) => end !== last)) throw new RangeError('Scripted lines must end at one tick')
  return last
}

function closes(line: Polyline, last: number): Float64Array {
  const close = new Float64Array(last + 1)
  line.corners.forEach(([tick, price], i) => {
    const [before, from] = line.corners[i - 1] ?? [tick - 1, price]
    const a = units(from, line.decimals)
    const b = units(price, line.decimals)
    const n = tick - before
    for (let k = i === 0 ? n : 1; k <= n; k++) {
      // Round half up of (a(n − k) + b·k)/n in whole numbers.
      const whole = Math.floor((2 * (a * (n - k) + b * k) + n) / (2 * n))
      close[before + k] = fromUnits(whole, line.decimals)
    }
  })
  return close
}

function units(price: number, decimals: number): number {
  return Math.round(price * (POWERS_OF_TEN[decimals] as number))
}
