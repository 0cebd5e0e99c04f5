import type { PriceKind } from '../../engine/index.ts'
import type { Twin } from './Frame.ts'

/** Everything the charts draw, up to the cursor and never past it. All columns are transferred. */
export interface ChartData {
  readonly tick: number
  /** Ascending, at most 300: first, last, extremes, and every tick with a liquidation. */
  readonly ticks: Float64Array
  /** Moments of the ticks, ms since the epoch. */
  readonly times: Float64Array
  /** As long as `ticks`. */
  readonly equity: Readonly<Record<Twin, Float64Array>>
  readonly lanes: readonly Lane[]
  readonly prices: PriceBars
  readonly lines: readonly PriceLines[]
}

/** One position's history in one twin. */
export interface Lane {
  readonly leg: string
  readonly instrument: string
  readonly base: string
  /** As it was opened first. */
  readonly isLong: boolean
  readonly twin: Twin
  readonly poolType: 'cross' | 'isolated' | 'bucket'
  readonly cells: readonly LaneCell[]
  /** Every time it was liquidated. */
  readonly liquidations: readonly LaneEnd[]
  readonly isOpen: boolean
}

/** From one tick to another (included) the margin ratio of the leg's pool is in one bucket. */
export interface LaneCell {
  readonly from: number
  readonly to: number
  readonly bucket: RatioBucket
}

/** 0: below 10 %, 1: 10–25, 2: 25–50, 3: 50–80, 4: 80 % and over. */
export type RatioBucket = 0 | 1 | 2 | 3 | 4

export interface LaneEnd {
  readonly tick: number
  /** Exact place on the axis: the tick before plus the part of the way to this one. */
  readonly at: number
  /** The worst loss of the pool that failed, or closed along with it. */
  readonly role: 'culprit' | 'bystander'
  readonly seq: number
}

/** Bars of the selected instrument, merged to at most 400. */
export interface PriceBars {
  readonly instrument: string
  /** Whether the tape has candles; otherwise `close` is the whole story and open = high = low = close hold per merge. */
  readonly hasCandles: boolean
  /** Last tick of each merged bar. */
  readonly ticks: Float64Array
  readonly times: Float64Array
  readonly open: Float64Array
  readonly high: Float64Array
  readonly low: Float64Array
  readonly close: Float64Array
  /** The price that liquidates, at the same bars, where the tape has one beside the mark. */
  readonly trigger: TriggerBars | undefined
}

export interface TriggerBars {
  readonly kind: PriceKind
  readonly low: Float64Array
  readonly high: Float64Array
  readonly close: Float64Array
}

/** Entry, liquidation and bankruptcy price of one leg of the selected instrument in one twin, as they were at `ChartData.ticks`. NaN: none. */
export interface PriceLines {
  readonly twin: Twin
  readonly leg: string
  readonly entry: Float64Array
  readonly liquidation: Float64Array
  readonly bankruptcy: Float64Array
}
