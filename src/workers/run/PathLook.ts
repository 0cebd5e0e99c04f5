import type { PriceKind } from '../../engine/index.ts'
import type { TapeFile } from './ScenarioFile.ts'
import type { TapeData } from './TapeData.ts'

/** Prices that are not open, to be looked at before they are. */
export interface PathRequest {
  readonly source: TapeFile
  readonly tape: TapeData | undefined
}

/** A tape as a small picture and a few figures show it. */
export interface PathLook {
  readonly ticks: number
  readonly firstTime: number
  readonly lastTime: number
  readonly barMillis: number
  readonly hasCandles: boolean
  readonly series: readonly LookedSeries[]
}

export interface LookedSeries {
  readonly instrument: string
  readonly kind: PriceKind
  readonly decimals: number
  readonly first: number
  readonly last: number
  readonly lowest: number
  readonly highest: number
  /** Realised, a year; absent where a price is not positive, or there is only one. */
  readonly volatility: number | undefined
  /** Some hundred points, ascending by tick; where `isJump`, nothing trades between it and the one before. */
  readonly points: readonly LookedPoint[]
}

export interface LookedPoint {
  readonly tick: number
  readonly price: number
  readonly isJump?: boolean
}
