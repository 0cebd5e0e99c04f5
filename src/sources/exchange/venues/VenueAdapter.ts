import type { Millis } from '../../../engine/index.ts'
import type { SeriesName } from '../ExchangeRequest.ts'
import type { ExchangeVenue } from '../ExchangeVenue.ts'
import type { PageRow } from '../PageCache.ts'
import type { TierReading } from '../tiers/VenueTiers.ts'

/** How one venue is asked and how its replies are read. Paging, waiting and telling what went wrong are the same for all. */
export interface VenueAdapter {
  readonly venue: ExchangeVenue
  /** Requests it allows: so many at once, then one in so many milliseconds; below what it documents. */
  readonly pace: Pace
  readonly series: (market: string, name: SeriesName) => SeriesAdapter | undefined
  /** An error that stands inside a reply, whatever its status; absent where it is none. */
  readonly refusal: (body: unknown) => VenueRefusal | undefined
  readonly listing?: ListingAdapter
  readonly tiers?: TiersAdapter
}

export interface Pace {
  readonly burst: number
  readonly everyMillis: Millis
}

export interface SeriesAdapter {
  /** Rows it gives at most; a window of so many steps is one page. */
  readonly pageSize: number
  /** Of a window that holds more than a page: which end the venue gives. The order of the rows does not matter. */
  readonly keeps: 'oldest' | 'newest'
  /** From one row to the next; the size of a bar unless said. */
  readonly stepMillis?: Millis
  /** True where one request gives everything there is, whatever was asked. */
  readonly whole?: boolean
  /** True where only the end of the window can be asked for, so that an empty window gives rows before it. */
  readonly endOnly?: boolean
  /** Bar sizes of this series, where they are not those of the market. */
  readonly bars?: readonly Millis[]
  /** Nothing older than this exists. */
  readonly oldest?: (now: Millis, barMillis: Millis) => Millis
  readonly ask: (page: PageQuery) => VenueAsk
  /** Rows of a reply. Throws ReplyShapeError where it has another shape than documented. */
  readonly rows: (body: unknown, page: PageQuery) => readonly PageRow[]
}

/** A window of one series: rows from `from` up to, not including, `to`. */
export interface PageQuery {
  readonly symbol: string
  readonly barMillis: Millis
  readonly from: Millis
  readonly to: Millis
}

export interface VenueAsk {
  /** After the base address, with its query. */
  readonly path: string
  /** Posted as JSON; a GET without. */
  readonly body?: unknown
}

export interface VenueRefusal {
  readonly kind: 'symbol' | 'rate-limit' | 'region' | 'rejected' | 'server'
  /** The venue's code and words. */
  readonly words: string
}

export interface ListingAdapter {
  readonly ask: (market: string) => VenueAsk
  readonly instruments: (body: unknown, market: string) => readonly ListedInstrument[]
}

export interface ListedInstrument {
  readonly symbol: string
  /** A short name for the tape. */
  readonly instrument: string
}

export interface TiersAdapter {
  readonly ask: (symbol: string, market: string) => VenueAsk
  /** Absent where the reply does not hold the symbol. */
  readonly read: (body: unknown, symbol: string, market: string) => TierReading | undefined
}
