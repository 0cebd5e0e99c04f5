import { fieldsOf, decimalOf, listOf, textOf, timeOf } from '../replyShape.ts'
import { bybitTiers } from '../tiers/bybitTiers.ts'
import type { PageRow } from '../PageCache.ts'
import { barCodes, barsOf, codeOf, DAY, HOUR, MINUTE, onTheHour, query } from './barCodes.ts'
import type { PageQuery, SeriesAdapter, VenueAdapter, VenueRefusal } from './VenueAdapter.ts'

const CODES = barCodes([
  ...[1, 3, 5, 15, 30, 60, 120, 240, 360, 720].map((minutes) => [minutes * MINUTE, String(minutes)] as const),
  [DAY, 'D'],
])
const BASE = 'https://api.bybit.com'
const PRICES = { candles: 'kline', mark: 'mark-price-kline', index: 'index-price-kline' } as const

/** Candles of one of Bybit's prices. [time, open, high, low, close, …], newest first. */
function candles(category: string, path: string): SeriesAdapter {
  return {
    pageSize: 1000,
    keeps: 'newest',
    ask: ({ symbol, barMillis, from, to }) => ({
      path: query(`/v5/market/${path}`, { category, symbol, interval: codeOf(CODES, barMillis), start: from, end: to - 1, limit: 1000 }),
    }),
    rows: (body) => resultList(body).map((row): PageRow => {
      const [time, ...prices] = listOf(row, 'list[]')
      return [timeOf(time, 1, 'list[][0]'), ...prices.slice(0, 4).map((price) => decimalOf(price, 'list[][]'))]
    }),
  }
}

/** A start without an end is an error there: both are always sent. */
const funding = (category: string): SeriesAdapter => ({
  pageSize: 200,
  keeps: 'newest',
  stepMillis: 8 * HOUR,
  ask: ({ symbol, from, to }: PageQuery) => ({ path: query('/v5/market/funding/history', { category, symbol, startTime: from, endTime: to - 1, limit: 200 }) }),
  rows: (body) => resultList(body).map((row): PageRow => {
    const { fundingRateTimestamp, fundingRate } = fieldsOf(row, 'list[]')
    return [onTheHour(timeOf(fundingRateTimestamp, 1, 'fundingRateTimestamp')), decimalOf(fundingRate, 'fundingRate')]
  }),
})

function resultList(body: unknown): readonly unknown[] {
  return listOf(fieldsOf(fieldsOf(body, 'reply')['result'], 'result')['list'], 'result.list')
}

/** `retCode` 0 is fine; 10006 and 10018 are limits, 10001 with a word on the symbol is one it does not know, 10024 a closed region. */
function refusal(body: unknown): VenueRefusal | undefined {
  if (typeof body !== 'object' || body === null || !('retCode' in body) || body.retCode === 0) return undefined
  const said = 'retMsg' in body && typeof body.retMsg === 'string' ? body.retMsg : ''
  const words = `${String(body.retCode)} ${said}`.trim()
  if (body.retCode === 10006 || body.retCode === 10018) return { kind: 'rate-limit', words }
  if (body.retCode === 10024 || body.retCode === 10009) return { kind: 'region', words }
  if (body.retCode === 10016) return { kind: 'server', words }
  return { kind: /symbol/i.test(said) ? 'symbol' : 'rejected', words }
}

export const bybit: VenueAdapter = {
  venue: {
    id: 'bybit',
    name: 'Bybit',
    markets: [
      { id: 'linear', name: 'USDT and USDC perpetuals', baseUrl: BASE, series: ['candles', 'mark', 'index', 'funding'], bars: barsOf(CODES), pageSize: 1000, examples: [{ symbol: 'BTCUSDT', instrument: 'BTC' }, { symbol: 'ETHUSDT', instrument: 'ETH' }, { symbol: 'SOLUSDT', instrument: 'SOL' }] },
      { id: 'inverse', name: 'Coin-margined perpetuals', baseUrl: BASE, series: ['candles', 'mark', 'index', 'funding'], bars: barsOf(CODES), pageSize: 1000, examples: [{ symbol: 'BTCUSD', instrument: 'BTC' }, { symbol: 'ETHUSD', instrument: 'ETH' }] },
      { id: 'spot', name: 'Spot', baseUrl: BASE, series: ['candles'], bars: barsOf(CODES), pageSize: 1000, examples: [{ symbol: 'BTCUSDT', instrument: 'BTC' }, { symbol: 'ETHUSDT', instrument: 'ETH' }] },
    ],
    tiers: true,
    listing: true,
    history: 'As far back as the instrument exists.',
    browser: 'Pages of other sites are allowed.',
    file: 'The way by file: download the candles or trades of the instrument from public.bybit.com and choose them under “Files”.',
    notes: ['It does not serve some countries and then answers with status 403.', 'The index price of perpetuals was not seen in a recorded reply.'],
  },
  // 600 requests in 5 s are allowed.
  pace: { burst: 10, everyMillis: 50 },
  series: (market, name) => {
    if (name === 'volatility') return undefined
    return name === 'funding' ? funding(market) : candles(market, PRICES[name])
  },
  refusal,
  listing: {
    ask: (market) => ({ path: query('/v5/market/instruments-info', { category: market, status: 'Trading', limit: 1000 }) }),
    instruments: (body) => resultList(body).map((row) => {
      const { symbol, baseCoin } = fieldsOf(row, 'list[]')
      return { symbol: textOf(symbol, 'symbol'), instrument: textOf(baseCoin, 'baseCoin') }
    }),
  },
  tiers: {
    ask: (symbol, market) => ({ path: query('/v5/market/risk-limit', { category: market, symbol }) }),
    read: (body, symbol, market) => bybitTiers(resultList(body), symbol, market),
  },
}
