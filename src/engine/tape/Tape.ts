import type { Millis } from '../units/millis.ts'
import type { PriceKind } from '../venues/Rules.ts'

/**
 * Prices over time for one or more instruments on one clock. Columns, validated once, never mutated.
 *
 * Prices are stored as doubles but *mean* decimals: every number carries at most 15 significant digits, so its
 * shortest decimal form (`String(x)`) is the price exactly, and comparing two doubles compares the two prices. [N1]
 */
export interface Tape {
  readonly id: string
  readonly title: string
  /** Where the prices come from, one line, shown on screen. */
  readonly source: string
  /** Strictly ascending, UTC. With `open` columns: the bar's open time; otherwise the moment of the price. */
  readonly time: Float64Array
  /** Length of a bar; a bar with `open` ends at `time + barMillis`. */
  readonly barMillis: Millis
  /** `path`: marks move linearly between points (design.md 3.2). `jump`: only the points exist. */
  readonly between: 'path' | 'jump'
  readonly candlePath: CandlePath
  /** 1 where the step from the tick before *into* this tick is a jump. Bars with `open` always jump close to open. */
  readonly jump?: Uint8Array
  readonly series: readonly Series[]
  /** Rates as they were paid, at most one entry an instrument; an instrument that has one pays these, not what the rules say. */
  readonly funding?: readonly FundingSeries[]
}

/** Funding that was paid on one instrument. Columns of equal length; rates are doubles that mean decimals. */
export interface FundingSeries {
  readonly instrument: string
  /** Moments of the payments, ms since the epoch, UTC, strictly ascending. Of their own: not those of the ticks. */
  readonly time: Float64Array
  /** Share of the value for that one payment; positive: longs pay. */
  readonly rate: Float64Array
}

/** How a candle becomes a polyline (design.md 3.2). */
export type CandlePath = 'nearest-extreme' | 'open-high-low-close' | 'open-low-high-close' | 'close-only'

/** One instrument's columns, each as long as `Tape.time`. Either all of open, high, low are there or none. */
export interface Series {
  readonly instrument: string
  /** Which price it is: `mark` unless said. An instrument with an index or last price has a mark too. [K4] */
  readonly kind?: PriceKind
  readonly open?: Float64Array
  readonly high?: Float64Array
  readonly low?: Float64Array
  readonly close: Float64Array
}
