import { decimalOf, fieldsOf, listOf, ReplyShapeError, textOf, timeOf } from '../replyShape.ts'
import type { PageRow } from '../PageCache.ts'
import { barCodes, barsOf, codeOf, DAY, HOUR, MINUTE, onTheHour, query } from './barCodes.ts'
import type { SeriesAdapter, VenueAdapter, VenueRefusal } from './VenueAdapter.ts'

const CODES = barCodes([...[1, 3, 5, 10, 15, 30, 60, 120, 180, 360, 720].map((minutes) => [minutes * MINUTE, String(minutes)] as const), [DAY, '1D']])
const VOLATILITY_CODES = barCodes([[MINUTE, '60'], [HOUR, '3600'], [12 * HOUR, '43200'], [DAY, '1D']])
const PUBLIC = '/api/v2/public'

const candles: SeriesAdapter = {
  pageSize: 5000,
  keeps: 'newest',
  ask: ({ symbol, barMillis, from, to }) => ({
    path: query(`${PUBLIC}/get_tradingview_chart_data`, { instrument_name: symbol, start_timestamp: from, end_timestamp: to - 1, resolution: codeOf(CODES, barMillis) }),
  }),
  rows: (body) => {
    const result = resultOf(body)
    const [ticks = [], ...prices] = ['ticks', 'open', 'high', 'low', 'close'].map((name) => listOf(result[name], `result.${name}`))
    if (prices.some((column) => column.length !== ticks.length)) throw new ReplyShapeError('result: columns differ in length')
    return ticks.map((time, i): PageRow => [timeOf(time, 1, 'result.ticks[]'), ...prices.map((column) => decimalOf(column[i], 'result.open[]'))])
  },
}

/** DVOL: [time, open, high, low, close], the newest thousand of the window; `continuation` only says that there are more. */
const volatility: SeriesAdapter = {
  pageSize: 1000,
  keeps: 'newest',
  bars: barsOf(VOLATILITY_CODES),
  ask: ({ symbol, barMillis, from, to }) => ({
    path: query(`${PUBLIC}/get_volatility_index_data`, { currency: symbol.split(/[-_]/)[0], start_timestamp: from, end_timestamp: to - 1, resolution: codeOf(VOLATILITY_CODES, barMillis) }),
  }),
  rows: (body) => listOf(resultOf(body)['data'], 'result.data').map((row): PageRow => {
    const [time, ...prices] = listOf(row, 'result.data[]')
    return [timeOf(time, 1, 'result.data[][0]'), ...prices.slice(0, 4).map((price) => decimalOf(price, 'result.data[][]'))]
  }),
}

/** One row an hour. `interest_8h` is the same restated over eight hours and would count it eight times. */
const funding: SeriesAdapter = {
  pageSize: 500,
  keeps: 'newest',
  stepMillis: HOUR,
  ask: ({ symbol, from, to }) => ({ path: query(`${PUBLIC}/get_funding_rate_history`, { instrument_name: symbol, start_timestamp: from, end_timestamp: to - 1 }) }),
  rows: (body) => listOf(fieldsOf(body, 'reply')['result'], 'result').map((row): PageRow => {
    const { timestamp, interest_1h: hour } = fieldsOf(row, 'result[]')
    return [onTheHour(timeOf(timestamp, 1, 'timestamp')), decimalOf(hour, 'interest_1h')]
  }),
}

function resultOf(body: unknown): Readonly<Record<string, unknown>> {
  return fieldsOf(fieldsOf(body, 'reply')['result'], 'result')
}

/** JSON-RPC errors; 10028 is too many requests. */
function refusal(body: unknown): VenueRefusal | undefined {
  if (typeof body !== 'object' || body === null || !('error' in body)) return undefined
  const error = fieldsOf(body.error, 'error')
  const said = JSON.stringify(error['data'] ?? '')
  const words = `${String(error['code'])} ${String(error['message'])}${said === '""' ? '' : ` ${said}`}`
  if (error['code'] === 10028) return { kind: 'rate-limit', words }
  if (error['code'] === 13666 || error['code'] === 13888) return { kind: 'server', words }
  return { kind: /instrument|currency|not_found/i.test(words) ? 'symbol' : 'rejected', words }
}

export const deribit: VenueAdapter = {
  venue: {
    id: 'deribit',
    name: 'Deribit',
    markets: [
      { id: 'derivatives', name: 'Perpetuals, futures and the volatility index', baseUrl: 'https://www.deribit.com', series: ['candles', 'funding', 'volatility'], bars: barsOf(CODES), pageSize: 5000, examples: [{ symbol: 'BTC-PERPETUAL', instrument: 'BTC' }, { symbol: 'ETH-PERPETUAL', instrument: 'ETH' }] },
    ],
    tiers: false,
    listing: true,
    history: 'Candles from 2018; the volatility index DVOL from March 2021.',
    browser: 'Pages of other sites are allowed.',
    file: 'The way by file: download the candles from Tardis or CryptoDataDownload and choose them under “Files”.',
    notes: [
      'The volatility index has bars of 1 minute, 1 hour, 12 hours and 1 day.',
      'Funding is paid all the time there; the rate of each hour is taken as one payment.',
      'Where its daily bars begin (00:00 or 08:00 UTC) was not verified; the times are its own.',
      'How many hours of funding it gives at once was not found in its documentation; pages of 500 are asked for.',
    ],
  },
  // About 20 requests a second are allowed.
  pace: { burst: 5, everyMillis: 100 },
  series: (_market, name) => (name === 'candles' ? candles : name === 'funding' ? funding : name === 'volatility' ? volatility : undefined),
  refusal,
  listing: {
    ask: () => ({ path: query(`${PUBLIC}/get_instruments`, { currency: 'any', kind: 'future', expired: 'false' }) }),
    instruments: (body) => listOf(fieldsOf(body, 'reply')['result'], 'result').map((row) => {
      const { instrument_name: symbol, base_currency: base } = fieldsOf(row, 'result[]')
      return { symbol: textOf(symbol, 'instrument_name'), instrument: textOf(base, 'base_currency') }
    }),
  },
}
