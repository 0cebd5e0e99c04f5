import { decimalOf, fieldsOf, listOf, textOf, timeOf } from '../replyShape.ts'
import { okxTiers } from '../tiers/okxTiers.ts'
import type { PageRow } from '../PageCache.ts'
import { barCodes, barsOf, codeOf, DAY, HOUR, MINUTE, onTheHour, query } from './barCodes.ts'
import type { SeriesAdapter, VenueAdapter, VenueRefusal } from './VenueAdapter.ts'

/** From 6 hours on the plain names mean days of Hong Kong; those with `utc` are ours. */
const CODES = barCodes([
  ...[1, 3, 5, 15, 30].map((minutes) => [minutes * MINUTE, `${minutes}m`] as const),
  ...[1, 2, 4].map((hours) => [hours * HOUR, `${hours}H`] as const),
  [6 * HOUR, '6Hutc'],
  [12 * HOUR, '12Hutc'],
  [DAY, '1Dutc'],
])
const PATHS = { candles: 'history-candles', mark: 'history-mark-price-candles', index: 'history-index-candles' } as const
/** Rows a page: github.com/ccxt/ccxt issue 26705 and pull request 26546. */
const SIZES = { candles: 300, mark: 100, index: 100 } as const

/** Rows are [time, open, high, low, close, …, confirm], newest first. `after` gives what is older, `before` what is newer. */
function candles(name: keyof typeof PATHS): SeriesAdapter {
  return {
    pageSize: SIZES[name],
    keeps: 'newest',
    ask: ({ symbol, barMillis, from, to }) => ({
      path: query(`/api/v5/market/${PATHS[name]}`, { instId: name === 'index' ? indexOf(symbol) : symbol, bar: codeOf(CODES, barMillis), after: to, before: from - 1, limit: SIZES[name] }),
    }),
    rows: (body) => dataOf(body).flatMap((each): readonly PageRow[] => {
      const row = listOf(each, 'data[]')
      // 0 in the last place: the bar has not ended.
      if (row.at(-1) === '0') return []
      const [time, ...prices] = row
      return [[timeOf(time, 1, 'data[][0]'), ...prices.slice(0, 4).map((price) => decimalOf(price, 'data[][]'))]]
    }),
  }
}

/** `BTC-USDT` of `BTC-USDT-SWAP`. */
function indexOf(symbol: string): string {
  return symbol.split('-').slice(0, 2).join('-')
}

/** The realised rate is what was paid. */
const funding: SeriesAdapter = {
  pageSize: 100,
  keeps: 'newest',
  stepMillis: 8 * HOUR,
  ask: ({ symbol, from, to }) => ({ path: query('/api/v5/public/funding-rate-history', { instId: symbol, after: to, before: from - 1, limit: 100 }) }),
  rows: (body) => dataOf(body).map((row): PageRow => {
    const { fundingTime, realizedRate, fundingRate } = fieldsOf(row, 'data[]')
    return [onTheHour(timeOf(fundingTime, 1, 'fundingTime')), decimalOf(realizedRate === undefined || realizedRate === '' ? fundingRate : realizedRate, 'realizedRate')]
  }),
}

function dataOf(body: unknown): readonly unknown[] {
  return listOf(fieldsOf(body, 'reply')['data'], 'data')
}

/** `code` "0" is fine; 50011 and 50061 are limits, 51001 and 51000 with a word on the instrument are one it does not know. */
function refusal(body: unknown): VenueRefusal | undefined {
  if (typeof body !== 'object' || body === null || !('code' in body) || body.code === '0') return undefined
  const said = 'msg' in body ? String(body.msg) : ''
  const words = `${String(body.code)} ${said}`.trim()
  if (body.code === '50011' || body.code === '50061') return { kind: 'rate-limit', words }
  if (body.code === '50001' || body.code === '50004' || body.code === '50013' || body.code === '50026') return { kind: 'server', words }
  return { kind: body.code === '51001' || /instid|instrument|instfamily/i.test(said) ? 'symbol' : 'rejected', words }
}

export const okx: VenueAdapter = {
  venue: {
    id: 'okx',
    name: 'OKX',
    markets: [
      { id: 'swap', name: 'Perpetuals', baseUrl: 'https://www.okx.com', series: ['candles', 'mark', 'index', 'funding'], bars: barsOf(CODES), pageSize: 300, examples: [{ symbol: 'BTC-USDT-SWAP', instrument: 'BTC' }, { symbol: 'ETH-USDT-SWAP', instrument: 'ETH' }, { symbol: 'SOL-USDT-SWAP', instrument: 'SOL' }] },
      { id: 'spot', name: 'Spot', baseUrl: 'https://www.okx.com', series: ['candles'], bars: barsOf(CODES), pageSize: 300, examples: [{ symbol: 'BTC-USDT', instrument: 'BTC' }, { symbol: 'ETH-USDT', instrument: 'ETH' }] },
    ],
    tiers: true,
    listing: true,
    history: 'Candles of some years; funding of the last months only.',
    browser: 'Whether pages of other sites are allowed is unknown: try it.',
    file: 'The way by file: download candlesticks or funding from okx.com/historical-data and choose them under “Files”.',
    notes: ['Pages of 300 candles and of 100 mark or index prices are asked for; where it gives fewer the rest is asked for again.', 'Bars of 6 hours and more begin at full hours of UTC, not of Hong Kong.', 'How far back its funding goes was not verified.'],
  },
  // 20 requests in 2 s are allowed (from memory), of funding 10.
  pace: { burst: 4, everyMillis: 220 },
  series: (market, name) => {
    if (name === 'volatility' || (market === 'spot' && name !== 'candles')) return undefined
    return name === 'funding' ? funding : candles(name)
  },
  refusal,
  listing: {
    ask: (market) => ({ path: query('/api/v5/public/instruments', { instType: market.toUpperCase() }) }),
    instruments: (body) => dataOf(body).map((row) => {
      const symbol = textOf(fieldsOf(row, 'data[]')['instId'], 'instId')
      return { symbol, instrument: symbol.split('-')[0] ?? symbol }
    }),
  },
  tiers: {
    ask: (symbol) => ({ path: query('/api/v5/public/position-tiers', { instType: 'SWAP', tdMode: 'cross', uly: indexOf(symbol), instFamily: indexOf(symbol) }) }),
    read: (body, symbol) => okxTiers(dataOf(body), symbol),
  },
}
