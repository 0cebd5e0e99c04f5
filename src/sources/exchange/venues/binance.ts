import { decimalOf, fieldsOf, listOf, textOf, timeOf } from '../replyShape.ts'
import type { PageRow } from '../PageCache.ts'
import { barCodes, barsOf, codeOf, DAY, HOUR, MINUTE, onTheHour, query } from './barCodes.ts'
import type { SeriesAdapter, VenueAdapter, VenueRefusal } from './VenueAdapter.ts'

const CODES = barCodes([
  ...[1, 3, 5, 15, 30].map((minutes) => [minutes * MINUTE, `${minutes}m`] as const),
  ...[1, 2, 4, 6, 8, 12].map((hours) => [hours * HOUR, `${hours}h`] as const),
  [DAY, '1d'],
])
const FUTURES = { candles: 'klines', mark: 'markPriceKlines', index: 'indexPriceKlines' } as const

/** Rows are [open time, "open", "high", "low", "close", …], oldest first. The index goes by the pair. */
function candles(path: string, name: 'symbol' | 'pair' = 'symbol'): SeriesAdapter {
  return {
    pageSize: 1000,
    keeps: 'oldest',
    ask: ({ symbol, barMillis, from, to }) => ({
      path: query(path, { [name]: symbol, interval: codeOf(CODES, barMillis), startTime: from, endTime: to - 1, limit: 1000 }),
    }),
    rows: (body) => listOf(body, 'reply').map((row): PageRow => {
      const [time, ...prices] = listOf(row, '[]')
      return [timeOf(time, 1, '[][0]'), ...prices.slice(0, 4).map((price) => decimalOf(price, '[][]'))]
    }),
  }
}

/** Times are a few ms late. */
const funding: SeriesAdapter = {
  pageSize: 1000,
  keeps: 'oldest',
  stepMillis: 8 * HOUR,
  ask: ({ symbol, from, to }) => ({ path: query('/fapi/v1/fundingRate', { symbol, startTime: from, endTime: to - 1, limit: 1000 }) }),
  rows: (body) => listOf(body, 'reply').map((row): PageRow => {
    const { fundingTime, fundingRate } = fieldsOf(row, '[]')
    return [onTheHour(timeOf(fundingTime, 1, 'fundingTime')), decimalOf(fundingRate, 'fundingRate')]
  }),
}

const KINDS: ReadonlyMap<unknown, VenueRefusal['kind']> = new Map<unknown, VenueRefusal['kind']>([
  [-1003, 'rate-limit'],
  [-1015, 'rate-limit'],
  [-1121, 'symbol'],
  [-1122, 'symbol'],
  [-1000, 'server'],
  [-1001, 'server'],
  [-1016, 'server'],
])

/** `{"code": -1121, "msg": "Invalid symbol."}`; 0 with a word on the place is a closed region. */
function refusal(body: unknown): VenueRefusal | undefined {
  if (typeof body !== 'object' || body === null || !('code' in body) || !('msg' in body)) return undefined
  const words = `${String(body.code)} ${String(body.msg)}`
  if (body.code === 0 && /location/i.test(words)) return { kind: 'region', words }
  return { kind: KINDS.get(body.code) ?? 'rejected', words }
}

export const binance: VenueAdapter = {
  venue: {
    id: 'binance',
    name: 'Binance',
    markets: [
      { id: 'usdm', name: 'USD-M perpetuals', baseUrl: 'https://fapi.binance.com', series: ['candles', 'mark', 'index', 'funding'], bars: barsOf(CODES), pageSize: 1000, examples: [{ symbol: 'BTCUSDT', instrument: 'BTC' }, { symbol: 'ETHUSDT', instrument: 'ETH' }, { symbol: 'SOLUSDT', instrument: 'SOL' }] },
      { id: 'spot', name: 'Spot', baseUrl: 'https://data-api.binance.vision', series: ['candles'], bars: barsOf(CODES), pageSize: 1000, examples: [{ symbol: 'BTCUSDT', instrument: 'BTC' }, { symbol: 'ETHUSDT', instrument: 'ETH' }] },
    ],
    tiers: false,
    listing: true,
    history: 'Spot from 2017, perpetuals from September 2019: the deepest there is.',
    browser: 'Whether pages of other sites are allowed is unknown: try it.',
    file: 'The way by file: download klines, markPriceKlines or fundingRate of the month from data.binance.vision and choose them under “Files”.',
    notes: ['It does not serve some countries and then answers with status 451.', 'Its margin tiers need a key, so they cannot be read here.', 'Pages of 1,000 are asked for although 1,500 are documented.'],
  },
  // Weights of 2,400 a minute; a page of 1,000 weighs 5 (from memory).
  pace: { burst: 5, everyMillis: 250 },
  series: (market, name) => {
    if (market === 'spot') return name === 'candles' ? candles('/api/v3/klines') : undefined
    if (name === 'volatility') return undefined
    return name === 'funding' ? funding : candles(`/fapi/v1/${FUTURES[name]}`, name === 'index' ? 'pair' : 'symbol')
  },
  refusal,
  listing: {
    ask: (market) => ({ path: market === 'spot' ? '/api/v3/exchangeInfo' : '/fapi/v1/exchangeInfo' }),
    instruments: (body) => listOf(fieldsOf(body, 'reply')['symbols'], 'symbols').flatMap((row) => {
      const { symbol, baseAsset, status } = fieldsOf(row, 'symbols[]')
      return status === 'TRADING' ? [{ symbol: textOf(symbol, 'symbol'), instrument: textOf(baseAsset, 'baseAsset') }] : []
    }),
  },
}
