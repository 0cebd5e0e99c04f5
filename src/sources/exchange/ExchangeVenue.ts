import type { Millis } from '../../engine/index.ts'
import type { SeriesName } from './ExchangeRequest.ts'
import type { VenueId } from './VenueId.ts'

/** What an exchange serves, as shown before anything is asked of it. */
export interface ExchangeVenue {
  readonly id: VenueId
  readonly name: string
  /** The first is the one meant unless another is said. */
  readonly markets: readonly [ExchangeMarket, ...ExchangeMarket[]]
  /** True where it tells its margin tiers without a key. */
  readonly tiers: boolean
  /** True where it lists its instruments without a key. */
  readonly listing: boolean
  /** How far back it goes, one sentence. */
  readonly history: string
  /** Whether a page of another site may read its replies, as far as known. */
  readonly browser: string
  /** The way by hand: which file to download, where, and what to do with it. */
  readonly file: string
  /** What was not verified, and what is odd; one sentence each. */
  readonly notes: readonly string[]
}

export interface ExchangeMarket {
  readonly id: string
  readonly name: string
  /** Where it is asked unless the request says otherwise. */
  readonly baseUrl: string
  readonly series: readonly SeriesName[]
  /** Bar sizes, ascending. */
  readonly bars: readonly Millis[]
  /** Rows a page of candles. */
  readonly pageSize: number
  /** Instruments as the venue writes them, with the name for the tape. */
  readonly examples: readonly { readonly symbol: string; readonly instrument: string }[]
}
