import { decimalOf, fieldsOf, listOf, textOf, timeOf } from '../replyShape.ts'
import { hyperliquidTiers } from '../tiers/hyperliquidTiers.ts'
import type { PageRow } from '../PageCache.ts'
import { barCodes, barsOf, codeOf, DAY, HOUR, MINUTE, onTheHour } from './barCodes.ts'
import type { SeriesAdapter, VenueAdapter, VenueAsk, VenueRefusal } from './VenueAdapter.ts'

const CODES = barCodes([
  ...[1, 3, 5, 15, 30].map((minutes) => [minutes * MINUTE, `${minutes}m`] as const),
  ...[1, 2, 4, 8, 12].map((hours) => [hours * HOUR, `${hours}h`] as const),
  [DAY, '1d'],
])
/** Of each size of bar only so many exist. */
const BARS_KEPT = 5000

function info(body: Readonly<Record<string, unknown>>): VenueAsk {
  return { path: '/info', body }
}

const candles: SeriesAdapter = {
  pageSize: BARS_KEPT,
  keeps: 'newest',
  oldest: (now, barMillis) => now - BARS_KEPT * barMillis,
  ask: ({ symbol, barMillis, from, to }) => info({ type: 'candleSnapshot', req: { coin: symbol, interval: codeOf(CODES, barMillis), startTime: from, endTime: to - 1 } }),
  rows: (body) => listOf(body, 'reply').map((row): PageRow => {
    const { t, o, h, l, c } = fieldsOf(row, '[]')
    return [timeOf(t, 1, 't'), ...[o, h, l, c].map((price) => decimalOf(price, '[]'))]
  }),
}

const funding: SeriesAdapter = {
  pageSize: 500,
  keeps: 'oldest',
  stepMillis: HOUR,
  ask: ({ symbol, from, to }) => info({ type: 'fundingHistory', coin: symbol, startTime: from, endTime: to - 1 }),
  rows: (body) => listOf(body, 'reply').map((row): PageRow => {
    const { time, fundingRate } = fieldsOf(row, '[]')
    return [onTheHour(timeOf(time, 1, 'time')), decimalOf(fundingRate, 'fundingRate')]
  }),
}

/** A coin it does not know gives `null`, with status 200 or 500. */
function refusal(body: unknown): VenueRefusal | undefined {
  if (body === null) return { kind: 'symbol', words: 'null' }
  if (typeof body === 'string') return { kind: /coin|deserialize/i.test(body) ? 'symbol' : 'rejected', words: body.slice(0, 200) }
  return undefined
}

export const hyperliquid: VenueAdapter = {
  venue: {
    id: 'hyperliquid',
    name: 'Hyperliquid',
    markets: [
      { id: 'perpetual', name: 'Perpetuals', baseUrl: 'https://api.hyperliquid.xyz', series: ['candles', 'funding'], bars: barsOf(CODES), pageSize: BARS_KEPT, examples: [{ symbol: 'BTC', instrument: 'BTC' }, { symbol: 'ETH', instrument: 'ETH' }, { symbol: 'SOL', instrument: 'SOL' }] },
    ],
    tiers: true,
    listing: true,
    history: 'Only the latest 5,000 bars of each size; funding since 2023.',
    browser: 'Pages of other sites ask it, as far as seen.',
    file: 'The way by file: download the candles from Tardis or another archive and choose them under “Files”.',
    notes: ['Candles are of trades; it publishes no history of its mark price.'],
  },
  // Weights of 1,200 a minute; a page of 5,000 candles weighs 20 + 84.
  pace: { burst: 4, everyMillis: 5500 },
  series: (_market, name) => (name === 'candles' ? candles : name === 'funding' ? funding : undefined),
  refusal,
  listing: {
    ask: () => info({ type: 'meta' }),
    instruments: (body) => listOf(fieldsOf(body, 'reply')['universe'], 'universe').flatMap((row) => {
      const { name, isDelisted } = fieldsOf(row, 'universe[]')
      const symbol = textOf(name, 'name')
      return isDelisted === true ? [] : [{ symbol, instrument: symbol }]
    }),
  },
  tiers: { ask: () => info({ type: 'meta' }), read: hyperliquidTiers },
}
