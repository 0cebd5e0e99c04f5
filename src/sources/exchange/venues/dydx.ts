import { decimalOf, fieldsOf, listOf, timeOf } from '../replyShape.ts'
import { dydxTiers } from '../tiers/dydxTiers.ts'
import type { PageRow } from '../PageCache.ts'
import { barCodes, barsOf, codeOf, DAY, HOUR, MINUTE, onTheHour, query } from './barCodes.ts'
import type { SeriesAdapter, VenueAdapter, VenueRefusal } from './VenueAdapter.ts'

const CODES = barCodes([[MINUTE, '1MIN'], [5 * MINUTE, '5MINS'], [15 * MINUTE, '15MINS'], [30 * MINUTE, '30MINS'], [HOUR, '1HOUR'], [4 * HOUR, '4HOURS'], [DAY, '1DAY']])

const candles: SeriesAdapter = {
  pageSize: 1000,
  keeps: 'newest',
  ask: ({ symbol, barMillis, from, to }) => ({
    path: query(`/v4/candles/perpetualMarkets/${encodeURIComponent(symbol)}`, { resolution: codeOf(CODES, barMillis), fromISO: new Date(from).toISOString(), toISO: new Date(to).toISOString(), limit: 1000 }),
  }),
  rows: (body) => listOf(unwrapped(body)['candles'], 'candles').map((row): PageRow => {
    const { startedAt, open, high, low, close } = fieldsOf(row, 'candles[]')
    return [timeOf(startedAt, 1, 'startedAt'), ...[open, high, low, close].map((price) => decimalOf(price, 'candles[]'))]
  }),
}

/** Only the end of the window can be asked for; rows before it are left out. */
const funding: SeriesAdapter = {
  pageSize: 100,
  keeps: 'newest',
  stepMillis: HOUR,
  endOnly: true,
  ask: ({ symbol, to }) => ({ path: query(`/v4/historicalFunding/${encodeURIComponent(symbol)}`, { effectiveBeforeOrAt: new Date(to - 1).toISOString(), limit: 100 }) }),
  rows: (body) => listOf(unwrapped(body)['historicalFunding'], 'historicalFunding').map((row): PageRow => {
    const { effectiveAt, rate } = fieldsOf(row, 'historicalFunding[]')
    return [onTheHour(timeOf(effectiveAt, 1, 'effectiveAt')), decimalOf(rate, 'rate')]
  }),
}

/** Some recorders keep the reply inside a `result`. */
function unwrapped(body: unknown): Readonly<Record<string, unknown>> {
  const fields = fieldsOf(body, 'reply')
  return fields['result'] === undefined ? fields : fieldsOf(fields['result'], 'result')
}

/** `{"errors": [{"msg": "…"}]}`. */
function refusal(body: unknown): VenueRefusal | undefined {
  if (typeof body !== 'object' || body === null || !('errors' in body) || !Array.isArray(body.errors)) return undefined
  const words = body.errors.map((one: unknown) => (typeof one === 'object' && one !== null && 'msg' in one ? String(one.msg) : JSON.stringify(one))).join(', ')
  if (/too many|rate limit/i.test(words)) return { kind: 'rate-limit', words }
  if (/geo|restrict|compliance/i.test(words)) return { kind: 'region', words }
  return { kind: /not found|valid ticker|unknown market/i.test(words) ? 'symbol' : 'rejected', words }
}

export const dydx: VenueAdapter = {
  venue: {
    id: 'dydx',
    name: 'dYdX',
    markets: [
      { id: 'perpetual', name: 'Perpetuals (v4)', baseUrl: 'https://indexer.dydx.trade', series: ['candles', 'funding'], bars: barsOf(CODES), pageSize: 1000, examples: [{ symbol: 'BTC-USD', instrument: 'BTC' }, { symbol: 'ETH-USD', instrument: 'ETH' }, { symbol: 'SOL-USD', instrument: 'SOL' }] },
    ],
    tiers: true,
    listing: true,
    history: 'From October 2023, when version 4 began.',
    browser: 'Whether pages of other sites are allowed is unknown: try it.',
    file: 'The way by file: download the candles from an archive such as Tardis and choose them under “Files”.',
    notes: ['Candles are of trades; it publishes no history of its oracle price.', 'It does not serve some countries.', 'Whether the end of a window belongs to it was not verified; what comes twice is kept once.'],
  },
  // 100 requests in 10 s are allowed.
  pace: { burst: 5, everyMillis: 150 },
  series: (_market, name) => (name === 'candles' ? candles : name === 'funding' ? funding : undefined),
  refusal,
  listing: {
    ask: () => ({ path: '/v4/perpetualMarkets' }),
    instruments: (body) => Object.keys(fieldsOf(unwrapped(body)['markets'], 'markets')).map((symbol) => ({ symbol, instrument: symbol.split('-')[0] ?? symbol })),
  },
  tiers: {
    ask: (symbol) => ({ path: query('/v4/perpetualMarkets', { ticker: symbol }) }),
    read: (body, symbol) => dydxTiers(fieldsOf(unwrapped(body)['markets'], 'markets')[symbol]),
  },
}
