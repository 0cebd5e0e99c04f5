import type { Millis } from '../../engine/index.ts'
import type { SeriesName } from './ExchangeRequest.ts'

/** How far a load has come, for a bar and a line of text. */
export interface ExchangeProgress {
  /** What is being loaded now. */
  readonly symbol: string
  readonly series: SeriesName
  /** Rows so far, of everything. */
  readonly rows: number
  /** Dates reached in the series that is being loaded: from the first to the last row so far; both the start of the period before there is one. */
  readonly from: Millis
  readonly to: Millis
  /** Pages so far: asked for, and taken from the cache. */
  readonly pages: number
  readonly cachedPages: number
  /** 0 … 1 of the periods of all series gone through. */
  readonly share: number
  /** While it waits because the venue asked for it or did not answer: until when, and why. */
  readonly waitingUntil?: Millis
  readonly waitingFor?: 'rate-limit' | 'retry'
}
