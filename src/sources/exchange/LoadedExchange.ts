import type { Millis, PriceKind, Tape } from '../../engine/index.ts'
import type { SeriesName } from './ExchangeRequest.ts'
import type { VenueId } from './VenueId.ts'

/** Everything that was loaded: one part a series, each a tape of its own, to be put on one clock like files. */
export interface LoadedExchange {
  readonly parts: readonly ExchangePart[]
  /** What else is to be known, one sentence each. */
  readonly notes: readonly string[]
}

export interface ExchangePart {
  /** Name for the shelf and the document, without folders: `bybit BTCUSDT candles 1h 2024-08-01 to 2024-08-03`. */
  readonly name: string
  readonly instrument: string
  readonly kind: PriceKind | 'funding'
  readonly series: SeriesName
  readonly tape: Tape
  readonly origin: ExchangeOrigin
  readonly report: LoadReport
}

/** Where a part came from; enough to load it again. */
export interface ExchangeOrigin {
  readonly venue: VenueId
  readonly market: string
  /** As the venue writes it. */
  readonly symbol: string
  readonly series: SeriesName
  /** Size of a bar. */
  readonly resolution: Millis
  readonly from: Millis
  readonly to: Millis
}

/** What was found in a series. */
export interface LoadReport {
  readonly rows: number
  readonly first: Millis
  readonly last: Millis
  readonly pages: number
  /** Steps that leave out at least one bar, and the bars left out; kept as they are. */
  readonly gaps: number
  readonly missingBars: number
  /** Rows that came more than once, at the seam of two pages; those of them whose prices differ (the later stands). */
  readonly duplicates: number
  readonly conflicting: number
  /** Rows outside the period, and bars that had not ended: left out. */
  readonly outside: number
  readonly unfinished: number
  /** Candles whose high or low does not contain open and close; widened until they do. */
  readonly widened: number
  /** Rows without a price: left out. */
  readonly missing: number
  /** Prices of more than 15 digits, rounded to 15. */
  readonly rounded: number
}
