import type { PriceKind } from '../../../engine/index.ts'
import type { Twin } from '../../../workers/run/Frame.ts'

/** Everything the price chart draws of the selected instrument, up to the cursor. */
export interface PriceChart {
  readonly instrument: string
  readonly hasCandles: boolean
  readonly bars: readonly PriceBar[]
  /** The price that liquidates, where the tape has it beside the mark: one entry a bar. */
  readonly trigger: TriggerPrice | undefined
  readonly lines: readonly PriceLine[]
  readonly fills: readonly PriceMark[]
}

export interface TriggerPrice {
  readonly kind: PriceKind
  readonly bars: readonly { readonly tick: number; readonly low: number; readonly high: number; readonly close: number }[]
}

export interface PriceBar {
  readonly tick: number
  readonly time: number
  readonly open: number
  readonly high: number
  readonly low: number
  readonly close: number
}

/** A price level over time; points with a gap (`undefined`) while there is none. The twin tells the style. */
export interface PriceLine {
  readonly type: 'entry' | 'liquidation' | 'bankruptcy'
  readonly twin: Twin
  readonly leg: string
  readonly points: readonly { readonly tick: number; readonly time: number; readonly price: number | undefined }[]
  /** Still there at the cursor. */
  readonly isLive: boolean
}

export interface PriceMark {
  readonly key: string
  readonly type: 'buy' | 'sell' | 'liquidation' | 'refused'
  readonly twins: readonly Twin[]
  readonly tick: number
  readonly time: number
  readonly price: number | undefined
  readonly leg: string
  readonly seq: number
}
