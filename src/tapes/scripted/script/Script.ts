import type { Millis, PriceKind } from '../../../engine/index.ts'

/** A path put together from parts in time, for several instruments. */
export interface Script {
  readonly id: string
  readonly title: string
  /** One line, shown on screen. */
  readonly source: string
  readonly seed: number
  readonly start: Millis
  readonly barMillis: Millis
  readonly instruments: readonly ScriptedInstrument[]
  /** Noise between the corners, a year; corners are met exactly. [S21] */
  readonly volatility: number
  /** Share of the noise's variance that all instruments have in common. */
  readonly correlation: number
  /** The noise keeps between the lowest and the highest corner of its instrument. */
  readonly keepExtremes: boolean
  /** Whether prices of zero and below are part of it; else a price stops one tick above zero. */
  readonly negativePrices: boolean
  readonly parts: readonly Part[]
}

export interface ScriptedInstrument {
  readonly instrument: string
  /** `mark` unless said. */
  readonly kind?: PriceKind | undefined
  readonly start: number
  readonly decimals: number
  readonly beta: number
  /** In place of the script's. */
  readonly volatility?: number | undefined
}

/** Of the market, times each beta; or of single instruments by price key, the others stand still. A share of the price when the part begins. */
export type Move = number | Readonly<Record<string, number>>

interface Noisy {
  /** Times the volatility; 1 unless said. */
  readonly noise?: number | undefined
}

/** `bars`: length; `back`: the share of the move that is given back. */
export type Part =
  | ({ readonly type: 'calm'; readonly bars: number } & Noisy)
  | ({ readonly type: 'move'; readonly bars: number; readonly by: Move } & Noisy)
  | { readonly type: 'gap'; readonly by: Move }
  | ({ readonly type: 'wick'; readonly bars: number; readonly by: Move; readonly back: number } & Noisy)
  | ({ readonly type: 'grind'; readonly bars: number; readonly by: Move; readonly legs: number } & Noisy)
  | ({ readonly type: 'depeg'; readonly bars: number; readonly by: Move; readonly back: number } & Noisy)
  | { readonly type: 'dead'; readonly bars: number; readonly by?: Move | undefined }
  | ({ readonly type: 'corners'; readonly corners: readonly Turn[] } & Noisy)

/** Where a straight line ends: bars since the part began, and the move until then. */
export interface Turn {
  readonly bar: number
  readonly by: Move
}

/** What keeps a script from being played, and where in it. */
export interface ScriptRefusal {
  readonly at: string
  readonly message: string
}
