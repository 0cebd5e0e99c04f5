import { decimalOf, fieldsOf, listOf, textOf, timeOf } from '../replyShape.ts'
import { krakenTiers } from '../tiers/krakenTiers.ts'
import type { PageRow } from '../PageCache.ts'
import { barCodes, barsOf, codeOf, DAY, HOUR, MINUTE, onTheHour, query } from './barCodes.ts'
import type { SeriesAdapter, VenueAdapter, VenueRefusal } from './VenueAdapter.ts'

const CODES = barCodes([...[1, 5, 15, 30].map((minutes) => [minutes * MINUTE, `${minutes}m`] as const), [HOUR, '1h'], [4 * HOUR, '4h'], [12 * HOUR, '12h'], [DAY, '1d']])
const TICKS = { candles: 'trade', mark: 'mark', index: 'spot' } as const

/** Asked in seconds, answered in ms, oldest first. */
function candles(name: keyof typeof TICKS): SeriesAdapter {
  return {
    // It documents 5,000 and gives 2,000.
    pageSize: 2000,
    keeps: 'oldest',
    ask: ({ symbol, barMillis, from, to }) => ({
      path: query(`/api/charts/v1/${TICKS[name]}/${encodeURIComponent(symbol)}/${codeOf(CODES, barMillis)}`, { from: Math.ceil(from / 1000), to: Math.floor((to - 1) / 1000) }),
    }),
    rows: (body) => listOf(fieldsOf(body, 'reply')['candles'], 'candles').map((row): PageRow => {
      const { time, open, high, low, close } = fieldsOf(row, 'candles[]')
      return [timeOf(time, 1, 'time'), ...[open, high, low, close].map((price) => decimalOf(price, 'candles[]'))]
    }),
  }
}

/** Everything it has comes at once. The relative rate is the share of the value; the other one is money for a contract. */
const funding: SeriesAdapter = {
  pageSize: 100_000,
  keeps: 'newest',
  stepMillis: HOUR,
  whole: true,
  ask: ({ symbol }) => ({ path: query('/derivatives/api/v4/historicalfundingrates', { symbol }) }),
  rows: (body) => listOf(fieldsOf(body, 'reply')['rates'], 'rates').map((row): PageRow => {
    const { timestamp, relativeFundingRate } = fieldsOf(row, 'rates[]')
    return [onTheHour(timeOf(timestamp, 1, 'timestamp')), decimalOf(relativeFundingRate, 'relativeFundingRate')]
  }),
}

/** `{"result": "error", "error": "…"}`, `{"error": ["EGeneral:…"]}` or `{"errors": [{"msg": "…"}]}`. */
function refusal(body: unknown): VenueRefusal | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const { result, error, errors } = body as Readonly<Record<string, unknown>>
  const said = [error, errors].flat().filter((one) => one !== undefined && one !== null && one !== '')
  if (result !== 'error' && said.length === 0) return undefined
  const words = said.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(', ') || 'error'
  if (/ratelimit|apilimit|too many/i.test(words)) return { kind: 'rate-limit', words }
  if (/unavailable|busy/i.test(words)) return { kind: 'server', words }
  return { kind: /symbol|market|not.?found|invalidargument|unknown/i.test(words) ? 'symbol' : 'rejected', words }
}

export const krakenFutures: VenueAdapter = {
  venue: {
    id: 'kraken-futures',
    name: 'Kraken Futures',
    markets: [
      { id: 'futures', name: 'Perpetuals and futures', baseUrl: 'https://futures.kraken.com', series: ['candles', 'mark', 'index', 'funding'], bars: barsOf(CODES), pageSize: 2000, examples: [{ symbol: 'PF_XBTUSD', instrument: 'BTC' }, { symbol: 'PF_ETHUSD', instrument: 'ETH' }, { symbol: 'PF_SOLUSD', instrument: 'SOL' }] },
    ],
    tiers: true,
    listing: true,
    history: 'Candles as far back as the contract exists; funding of about the last year.',
    browser: 'Whether pages of other sites are allowed is unknown: try it.',
    file: 'The way by file: download the OHLCVT archive of Kraken or the candles from CryptoDataDownload and choose them under “Files”.',
    notes: ['Kraken’s spot market has no deep history (720 bars) and is not offered.', 'The “index” is its spot price.', 'Whether the time of a rate is the beginning or the end of its hour was not verified; it is paid at that time here.'],
  },
  pace: { burst: 3, everyMillis: 500 },
  series: (_market, name) => (name === 'volatility' ? undefined : name === 'funding' ? funding : candles(name)),
  refusal,
  listing: {
    ask: () => ({ path: '/derivatives/api/v3/instruments' }),
    instruments: (body) => listOf(fieldsOf(body, 'reply')['instruments'], 'instruments').flatMap((row) => {
      const { symbol, base, tradeable } = fieldsOf(row, 'instruments[]')
      const name = textOf(symbol, 'symbol')
      return tradeable === false ? [] : [{ symbol: name, instrument: typeof base === 'string' ? base : name }]
    }),
  },
  tiers: { ask: () => ({ path: '/derivatives/api/v3/instruments' }), read: krakenTiers },
}
