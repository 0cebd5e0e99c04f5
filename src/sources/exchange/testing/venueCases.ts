import type { ExchangeRequest, SeriesName } from '../ExchangeRequest.ts'
import { EXCHANGE_VENUES } from '../exchangeVenues.ts'
import type { VenueId } from '../VenueId.ts'

const HOUR = 3_600_000

/** One series of one market of one venue, as tests ask for it. */
export interface VenueCase {
  readonly venue: VenueId
  readonly market: string
  readonly series: SeriesName
  readonly symbol: string
  /** Under which the loopback server has the series: an index goes by its pair, DVOL by its currency. */
  readonly truthSymbol: string
  /** Part of the address of its pages. */
  readonly path: string
}

const PATHS: Readonly<Record<VenueId, Readonly<Partial<Record<SeriesName, string>>>>> = {
  bybit: { candles: '/kline', mark: '/mark-price-kline', index: '/index-price-kline', funding: '/funding/history' },
  deribit: { candles: '/get_tradingview_chart_data', funding: '/get_funding_rate_history', volatility: '/get_volatility_index_data' },
  coinbase: { candles: '/candles' },
  binance: { candles: '/klines', mark: '/markPriceKlines', index: '/indexPriceKlines', funding: '/fundingRate' },
  okx: { candles: '/history-candles', mark: '/history-mark-price-candles', index: '/history-index-candles', funding: '/funding-rate-history' },
  hyperliquid: { candles: 'candleSnapshot', funding: 'fundingHistory' },
  'kraken-futures': { candles: '/trade/', mark: '/mark/', index: '/spot/', funding: '/historicalfundingrates' },
  dydx: { candles: '/candles/', funding: '/historicalFunding/' },
}

/** Everything that can be loaded, one case a series. */
export const VENUE_CASES: readonly VenueCase[] = EXCHANGE_VENUES.flatMap(({ id, markets }) =>
  markets.flatMap((market) =>
    market.series.map((series): VenueCase => {
      const symbol = market.examples[0]?.symbol ?? ''
      const truthSymbol = id === 'okx' && series === 'index' ? 'BTC-USDT' : series === 'volatility' ? 'BTC' : symbol
      return { venue: id, market: market.id, series, symbol, truthSymbol, path: PATHS[id][series] ?? '' }
    }),
  ),
)

/** The candles of each venue's first market. */
export const CANDLE_CASES: readonly VenueCase[] = EXCHANGE_VENUES.flatMap(({ id, markets: [market] }) => VENUE_CASES.filter((one) => one.venue === id && one.market === market.id && one.series === 'candles'))

/** Asks for hours, ending well before the tests' day. */
export function requestOf({ venue, market, series, symbol }: VenueCase, baseUrl: string, { from, hours }: { readonly from: number; readonly hours: number }): ExchangeRequest {
  return { venue, market, series: [series], instruments: [{ symbol, instrument: 'BTC' }], barMillis: HOUR, from, to: from + hours * HOUR, baseUrl }
}
