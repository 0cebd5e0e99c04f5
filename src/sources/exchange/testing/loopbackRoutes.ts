import type { SeriesName } from '../ExchangeRequest.ts'
import type { VenueId } from '../VenueId.ts'
import type { RowsAsked } from './loopbackSeries.ts'

const MINUTE = 60_000

/** A question as the venue itself would understand it. Written from the venues' documentation, apart from the adapters. */
export interface Route extends RowsAsked {
  /** Rows it gives at most. */
  readonly limit: number
  readonly keeps: 'oldest' | 'newest'
}

export interface Asked {
  readonly path: string
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
}

/** What a question for rows means, or absent where it is none. */
export function routeOf(asked: Asked): Route | undefined {
  const found = ROUTES.find(({ path }) => path.test(asked.path))
  return found?.read(asked, path(found.path, asked.path))
}

function path(pattern: RegExp, text: string): readonly string[] {
  return pattern.exec(text)?.slice(1).map(decodeURIComponent) ?? []
}

interface RouteReader {
  readonly path: RegExp
  readonly read: (asked: Asked, parts: readonly string[]) => Route | undefined
}

const whole = (query: URLSearchParams, name: string, otherwise: number): number => Number(query.get(name) ?? otherwise)

const bybitMinutes = (text: string | null): number => (text === 'D' ? 1440 : Number(text)) * MINUTE
const lettered = (text: string): number => parseInt(text, 10) * ({ m: 1, h: 60, d: 1440 }[text.replace(/\d+|utc/gi, '').toLowerCase()] ?? NaN) * MINUTE
const SERIES: Readonly<Record<string, SeriesName>> = {
  kline: 'candles',
  'mark-price-kline': 'mark',
  'index-price-kline': 'index',
  klines: 'candles',
  markPriceKlines: 'mark',
  indexPriceKlines: 'index',
  'history-candles': 'candles',
  'history-mark-price-candles': 'mark',
  'history-index-candles': 'index',
  trade: 'candles',
  mark: 'mark',
  spot: 'index',
}
const seriesOf = (text: string | undefined): SeriesName => SERIES[text ?? ''] ?? 'candles'

function rows(venue: VenueId, series: SeriesName, symbol: string | null, rest: Omit<Route, 'venue' | 'series' | 'symbol'>): Route {
  return { venue, series, symbol: symbol ?? '', ...rest }
}

const ROUTES: readonly RouteReader[] = [
  {
    path: /^\/v5\/market\/((?:mark-price-|index-price-)?kline)$/,
    read: ({ query }, [name]) => rows('bybit', seriesOf(name), query.get('symbol'), { barMillis: bybitMinutes(query.get('interval')), from: whole(query, 'start', 0), to: whole(query, 'end', 9e15) + 1, limit: Math.min(1000, whole(query, 'limit', 200)), keeps: 'newest' }),
  },
  {
    path: /^\/v5\/market\/funding\/history$/,
    read: ({ query }) => rows('bybit', 'funding', query.get('symbol'), { barMillis: 0, from: whole(query, 'startTime', 0), to: whole(query, 'endTime', 9e15) + 1, limit: Math.min(200, whole(query, 'limit', 200)), keeps: 'newest' }),
  },
  {
    path: /^\/(?:fapi\/v1|api\/v3)\/(klines|markPriceKlines|indexPriceKlines)$/,
    read: ({ query }, [name]) => rows('binance', seriesOf(name), query.get(name === 'indexPriceKlines' ? 'pair' : 'symbol'), { barMillis: lettered(query.get('interval') ?? ''), from: whole(query, 'startTime', 0), to: whole(query, 'endTime', 9e15) + 1, limit: Math.min(1000, whole(query, 'limit', 500)), keeps: 'oldest' }),
  },
  {
    path: /^\/fapi\/v1\/fundingRate$/,
    read: ({ query }) => rows('binance', 'funding', query.get('symbol'), { barMillis: 0, from: whole(query, 'startTime', 0), to: whole(query, 'endTime', 9e15) + 1, limit: Math.min(1000, whole(query, 'limit', 100)), keeps: 'oldest' }),
  },
  {
    path: /^\/api\/v5\/market\/(history-(?:mark-price-|index-)?candles)$/,
    read: ({ query }, [name]) => rows('okx', seriesOf(name), query.get('instId'), { barMillis: lettered(query.get('bar') ?? ''), from: whole(query, 'before', -1) + 1, to: whole(query, 'after', 9e15), limit: Math.min(name === 'history-candles' ? 300 : 100, whole(query, 'limit', 100)), keeps: 'newest' }),
  },
  {
    path: /^\/api\/v5\/public\/funding-rate-history$/,
    read: ({ query }) => rows('okx', 'funding', query.get('instId'), { barMillis: 0, from: whole(query, 'before', -1) + 1, to: whole(query, 'after', 9e15), limit: Math.min(100, whole(query, 'limit', 100)), keeps: 'newest' }),
  },
  {
    path: /^\/api\/v2\/public\/get_tradingview_chart_data$/,
    read: ({ query }) => rows('deribit', 'candles', query.get('instrument_name'), { barMillis: query.get('resolution') === '1D' ? 1440 * MINUTE : whole(query, 'resolution', 1) * MINUTE, from: whole(query, 'start_timestamp', 0), to: whole(query, 'end_timestamp', 0) + 1, limit: 5000, keeps: 'newest' }),
  },
  {
    path: /^\/api\/v2\/public\/get_volatility_index_data$/,
    read: ({ query }) => rows('deribit', 'volatility', query.get('currency'), { barMillis: query.get('resolution') === '1D' ? 1440 * MINUTE : whole(query, 'resolution', 60) * 1000, from: whole(query, 'start_timestamp', 0), to: whole(query, 'end_timestamp', 0) + 1, limit: 1000, keeps: 'newest' }),
  },
  {
    path: /^\/api\/v2\/public\/get_funding_rate_history$/,
    read: ({ query }) => rows('deribit', 'funding', query.get('instrument_name'), { barMillis: 0, from: whole(query, 'start_timestamp', 0), to: whole(query, 'end_timestamp', 0) + 1, limit: 744, keeps: 'newest' }),
  },
  {
    path: /^\/products\/([^/]+)\/candles$/,
    read: ({ query }, [symbol = '']) => {
      const barMillis = whole(query, 'granularity', 60) * 1000
      return rows('coinbase', 'candles', symbol, { barMillis, from: Date.parse(query.get('start') ?? ''), to: Date.parse(query.get('end') ?? '') + 1, limit: 300, keeps: 'newest' })
    },
  },
  { path: /^\/info$/, read: ({ body }) => hyperliquidRoute(body) },
  {
    path: /^\/api\/charts\/v1\/(trade|mark|spot)\/([^/]+)\/([^/]+)$/,
    read: ({ query }, [tick, symbol = '', resolution = '']) => rows('kraken-futures', seriesOf(tick), symbol, { barMillis: lettered(resolution), from: whole(query, 'from', 0) * 1000, to: whole(query, 'to', 9e12) * 1000 + 1, limit: 2000, keeps: 'oldest' }),
  },
  {
    path: /^\/derivatives\/api\/v4\/historicalfundingrates$/,
    read: ({ query }) => rows('kraken-futures', 'funding', query.get('symbol'), { barMillis: 0, from: 0, to: 9e15, limit: 9000, keeps: 'newest' }),
  },
  {
    path: /^\/v4\/candles\/perpetualMarkets\/([^/]+)$/,
    read: ({ query }, [symbol = '']) => rows('dydx', 'candles', symbol, { barMillis: dydxBar(query.get('resolution') ?? ''), from: Date.parse(query.get('fromISO') ?? ''), to: Date.parse(query.get('toISO') ?? ''), limit: Math.min(1000, whole(query, 'limit', 100)), keeps: 'newest' }),
  },
  {
    path: /^\/v4\/historicalFunding\/([^/]+)$/,
    read: ({ query }, [symbol = '']) => rows('dydx', 'funding', symbol, { barMillis: 0, from: 0, to: Date.parse(query.get('effectiveBeforeOrAt') ?? '') + 1, limit: Math.min(100, whole(query, 'limit', 100)), keeps: 'newest' }),
  },
]

function dydxBar(resolution: string): number {
  const n = parseInt(resolution, 10)
  return n * (/MIN/.test(resolution) ? 1 : /HOUR/.test(resolution) ? 60 : 1440) * MINUTE
}

function hyperliquidRoute(body: Readonly<Record<string, unknown>>): Route | undefined {
  if (body['type'] === 'candleSnapshot') {
    const { coin, interval, startTime, endTime } = body['req'] as { coin: string; interval: string; startTime: number; endTime: number }
    return rows('hyperliquid', 'candles', coin, { barMillis: lettered(interval), from: startTime, to: endTime + 1, limit: 5000, keeps: 'newest' })
  }
  if (body['type'] !== 'fundingHistory') return undefined
  const { coin, startTime, endTime } = body as { coin: string; startTime: number; endTime: number }
  return rows('hyperliquid', 'funding', coin, { barMillis: 0, from: startTime, to: endTime + 1, limit: 500, keeps: 'oldest' })
}
