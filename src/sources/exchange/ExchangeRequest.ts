import type { Millis } from '../../engine/index.ts'
import type { VenueId } from './VenueId.ts'

/** `candles` are of trades; `volatility` is an index of implied volatility. */
export type SeriesName = 'candles' | 'mark' | 'index' | 'funding' | 'volatility'

/** What the user asked to have loaded: the one thing that makes requests leave the machine. */
export interface ExchangeRequest {
  readonly venue: VenueId
  /** Id of one of the venue's markets; the first one unless said. */
  readonly market?: string | undefined
  readonly instruments: readonly ExchangeInstrument[]
  readonly series: readonly SeriesName[]
  readonly barMillis: Millis
  /** Bars that open from here … */
  readonly from: Millis
  /** … up to here, this moment itself left out. */
  readonly to: Millis
  /** Asked in place of the venue, for tests: `http://127.0.0.1:4000`. */
  readonly baseUrl?: string | undefined
}

export interface ExchangeInstrument {
  /** As the venue writes it: `BTCUSDT`, `BTC-USDT-SWAP`, `PF_XBTUSD`. */
  readonly symbol: string
  /** As the tape calls it: `BTC`. */
  readonly instrument: string
}
