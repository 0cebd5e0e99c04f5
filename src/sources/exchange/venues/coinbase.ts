import { decimalOf, fieldsOf, listOf, textOf, timeOf } from '../replyShape.ts'
import type { PageRow } from '../PageCache.ts'
import { barCodes, barsOf, DAY, HOUR, MINUTE, query } from './barCodes.ts'
import type { SeriesAdapter, VenueAdapter, VenueRefusal } from './VenueAdapter.ts'

const CODES = barCodes([MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 6 * HOUR, DAY].map((bar) => [bar, String(bar / 1000)]))

/** Rows are [time in s, low, high, open, close, volume], newest first; the newer address names its columns. */
const candles: SeriesAdapter = {
  pageSize: 300,
  keeps: 'newest',
  // Both ends belong to the window there, and one bar too many refuses the whole question.
  ask: ({ symbol, barMillis, from, to }) => ({
    path: query(`/products/${encodeURIComponent(symbol)}/candles`, {
      granularity: barMillis / 1000,
      start: new Date(from).toISOString(),
      end: new Date(Math.max(from, to - barMillis)).toISOString(),
    }),
  }),
  rows: (body) => (Array.isArray(body) ? body : listOf(fieldsOf(body, 'reply')['candles'], 'candles')).map(rowOf),
}

function rowOf(row: unknown): PageRow {
  if (Array.isArray(row)) {
    const [time, low, high, open, close] = row as readonly unknown[]
    return [timeOf(time, 1000, '[][0]'), ...[open, high, low, close].map((price) => decimalOf(price, '[][]'))]
  }
  const { start, open, high, low, close } = fieldsOf(row, 'candles[]')
  return [timeOf(start, 1000, 'start'), ...[open, high, low, close].map((price) => decimalOf(price, 'candles[]'))]
}

/** `{"message": "NotFound"}`, with a status of its own. */
function refusal(body: unknown): VenueRefusal | undefined {
  if (typeof body !== 'object' || body === null || !('message' in body) || typeof body.message !== 'string') return undefined
  const words = body.message
  if (/rate limit/i.test(words)) return { kind: 'rate-limit', words }
  return { kind: /not.?found/i.test(words) ? 'symbol' : 'rejected', words }
}

export const coinbase: VenueAdapter = {
  venue: {
    id: 'coinbase',
    name: 'Coinbase',
    markets: [
      { id: 'spot', name: 'Spot (Coinbase Exchange)', baseUrl: 'https://api.exchange.coinbase.com', series: ['candles'], bars: barsOf(CODES), pageSize: 300, examples: [{ symbol: 'BTC-USD', instrument: 'BTC' }, { symbol: 'ETH-USD', instrument: 'ETH' }, { symbol: 'SOL-USD', instrument: 'SOL' }] },
    ],
    tiers: false,
    listing: true,
    history: 'As far back as the product exists; Bitcoin from 2015.',
    browser: 'Pages of other sites are allowed, as far as seen.',
    file: 'The way by file: download the candles from CryptoDataDownload (Coinbase) and choose them under “Files”.',
    notes: ['Minutes in which nothing traded are absent; they are kept as gaps.'],
  },
  // 10 requests a second are allowed (from memory); five are asked.
  pace: { burst: 3, everyMillis: 200 },
  series: (_market, name) => (name === 'candles' ? candles : undefined),
  refusal,
  listing: {
    ask: () => ({ path: '/products' }),
    instruments: (body) => listOf(body, 'reply').map((row) => {
      const { id, base_currency: base } = fieldsOf(row, '[]')
      return { symbol: textOf(id, 'id'), instrument: textOf(base, 'base_currency') }
    }),
  },
}
