import type { CandlePath, Millis, PriceKind, Series, Tape } from '../engine/index.ts'

/** One instrument's prices, ascending; either all of open, high, low or none. Columns of equal length. */
export interface PriceColumns {
  /** Milliseconds since the epoch, UTC, strictly ascending. */
  readonly time: Float64Array
  readonly open?: Float64Array
  readonly high?: Float64Array
  readonly low?: Float64Array
  readonly close: Float64Array
}

export interface TapeHeader {
  readonly id: string
  readonly title: string
  readonly source: string
  readonly instrument: string
  /** `mark` unless said. */
  readonly kind?: PriceKind
  readonly barMillis: Millis
  /** `path` unless said. */
  readonly between?: 'path' | 'jump'
  /** `nearest-extreme` unless said; ignored without candles. */
  readonly candlePath?: CandlePath
}

/**
 * A tape of one instrument. Without candles a step over missing bars is a jump: where nothing traded nothing is
 * interpolated. With candles every close-to-open step already is one.
 */
export function tapeFromColumns(header: TapeHeader, columns: PriceColumns): Tape {
  const { open, high, low, time, close } = columns
  const n = time.length
  must(n > 0, `${header.id} has no bars`)
  must([open, high, low].every((column) => (column === undefined) === (open === undefined)), `${header.id} has half a candle`)
  must([open, high, low, close].every((column) => column === undefined || column.length === n), `columns of ${header.id} differ in length`)
  for (let i = 1; i < n; i++) must((time[i] as number) > (time[i - 1] as number), `time of ${header.id} must ascend`)
  const candles = open !== undefined && high !== undefined && low !== undefined
  const name = { instrument: header.instrument, ...(header.kind === undefined || header.kind === 'mark' ? {} : { kind: header.kind }) }
  const series: Series = candles ? { ...name, open, high, low, close } : { ...name, close }
  const jump = candles ? undefined : jumpsAtGaps(time, header.barMillis)
  return {
    id: header.id,
    title: header.title,
    source: header.source,
    time,
    barMillis: header.barMillis,
    between: header.between ?? 'path',
    candlePath: candles ? (header.candlePath ?? 'nearest-extreme') : 'close-only',
    ...(jump === undefined ? {} : { jump }),
    series: [series],
  }
}

/** 1 where the step into a tick is longer than one bar and a half; absent where none is. */
function jumpsAtGaps(time: Float64Array, barMillis: Millis): Uint8Array | undefined {
  const jump = new Uint8Array(time.length)
  let any = false
  for (let i = 1; i < time.length; i++) {
    if ((time[i] as number) - (time[i - 1] as number) <= 1.5 * barMillis) continue
    jump[i] = 1
    any = true
  }
  return any ? jump : undefined
}

function must(condition: boolean, message: string): void {
  if (!condition) throw new RangeError(`Broken tape: ${message}`)
}
