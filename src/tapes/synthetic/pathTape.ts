import type { Millis, Series, Tape } from '../../engine/index.ts'
import type { PricePath } from '../../kernel/index.ts'
import { roundedToDecimals } from '../columns/priceDigits.ts'

/** What a path does not say of the tape it becomes. */
export interface MadeOf {
  readonly id: string
  readonly title: string
  readonly source: string
  readonly start: Millis
  readonly barMillis: Millis
  readonly bars: number
  /** Absent: a tape of closes. */
  readonly stepsPerBar?: number
  /** Price at the start and decimal places of the tick size. */
  readonly instruments: readonly { readonly instrument: string; readonly start: number; readonly decimals: number }[]
}

/** A simulated path as a tape, its prices rounded to each instrument's tick size, at least one tick. */
export function pathTape(made: MadeOf, path: PricePath): Tape {
  return made.stepsPerBar === undefined ? closesOf(made, path) : candlesOf(made, path)
}

/** The start and then the close of every bar, each at the end of its bar. */
function closesOf(made: MadeOf, path: PricePath): Tape {
  const ticks = made.bars + 1
  const jumps = path.jumped.includes(1)
  const jump = new Uint8Array(ticks)
  jump.set(path.jumped, 1)
  return {
    ...header(made, ticks),
    candlePath: 'close-only',
    ...(jumps ? { jump } : {}),
    series: made.instruments.map((one, i): Series => {
      const close = new Float64Array(ticks)
      close[0] = roundedToDecimals(one.start, one.decimals)
      close.set(column(path.close, made, i), 1)
      return { instrument: one.instrument, close }
    }),
  }
}

function candlesOf(made: MadeOf, path: PricePath): Tape {
  return {
    ...header(made, made.bars),
    candlePath: 'nearest-extreme',
    series: made.instruments.map(
      (one, i): Series => ({
        instrument: one.instrument,
        open: column(path.open, made, i),
        high: column(path.high, made, i),
        low: column(path.low, made, i),
        close: column(path.close, made, i),
      }),
    ),
  }
}

function header(made: MadeOf, ticks: number): Omit<Tape, 'series' | 'candlePath'> {
  return {
    id: made.id,
    title: made.title,
    source: made.source,
    time: Float64Array.from({ length: ticks }, (_, tick) => made.start + tick * made.barMillis),
    barMillis: made.barMillis,
    between: 'path',
  }
}

/** One instrument's row of an instruments × bars column, rounded to its tick size; rounding keeps low ≤ open, close ≤ high. */
function column(values: Float64Array, made: MadeOf, i: number): Float64Array {
  const decimals = made.instruments[i]?.decimals ?? 0
  return values.subarray(i * made.bars, (i + 1) * made.bars).map((price) => roundedToDecimals(price, decimals))
}
