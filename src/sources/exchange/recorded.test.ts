import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adapterOf } from './exchangeVenues.ts'
import { listInstruments } from './listInstruments.ts'
import { loadExchange } from './loadExchange.ts'
import { loadTiers } from './loadTiers.ts'
import type { PageRow } from './PageCache.ts'
import { startLoopbackVenue, type LoopbackVenue } from './testing/loopbackVenue.ts'
import { rowsOfTape } from './testing/rowsOfTape.ts'
import { testDeps } from './testing/testDeps.ts'
import type { VenueId } from './VenueId.ts'
import type { SeriesName } from './ExchangeRequest.ts'

const FOLDER = join(import.meta.dirname, '../../../../shared/data/rest-fixtures')
const text = (name: string): string => readFileSync(join(FOLDER, name), 'utf8')
const MINUTE = 60_000
const HOUR = 60 * MINUTE

interface Recorded {
  readonly file: string
  readonly venue: VenueId
  readonly market?: string
  readonly series: SeriesName
  readonly symbol: string
  readonly barMillis: number
  /** Rows as printed in the file, read by eye: time, open, high, low, close or rate; oldest first. */
  readonly rows: readonly PageRow[]
}

/** 7 seconds past 1700000000000 and the like are times of the recording, not of bars: they are read as they are. */
const RECORDED: readonly Recorded[] = [
  { file: 'binance-klines_response.json', venue: 'binance', market: 'spot', series: 'candles', symbol: 'ETHBTC', barMillis: 12 * HOUR, rows: [[1499040000000, '0.01634790', '0.80000000', '0.01575800', '0.01577100']] },
  { file: 'bybit-http_get_klines_linear.json', venue: 'bybit', series: 'candles', symbol: 'BTCUSDT', barMillis: HOUR, rows: [[1709891679000, '27450', '27460', '27440', '27455']] },
  { file: 'bybit-http_get_funding_history.json', venue: 'bybit', series: 'funding', symbol: 'BTCUSDT', barMillis: HOUR, rows: [[1709856000000, '0.00015'], [1709884800000, '0.0001']] },
  { file: 'coinbase-http_candles.json', venue: 'coinbase', series: 'candles', symbol: 'BTC-USD', barMillis: HOUR, rows: [[1712188800000, '65984.18', '66387.77', '65857.35', '66314.59'], [1712192400000, '66312.4', '66331.99', '66055.14', '66181.6']] },
  {
    file: 'deribit-http_get_tradingview_chart_data.json', venue: 'deribit', series: 'candles', symbol: 'BTC-PERPETUAL', barMillis: MINUTE,
    rows: [
      [1766483460000, '87451', '87456.5', '87451', '87456.5'],
      [1766483520000, '87456.5', '87456.5', '87456.5', '87456.5'],
      [1766483580000, '87456', '87456.5', '87456', '87456'],
      [1766483640000, '87456', '87456.5', '87456', '87456'],
      [1766483700000, '87456', '87456.5', '87456', '87456'],
    ],
  },
  {
    file: 'dydx-http_get_candles.json', venue: 'dydx', series: 'candles', symbol: 'BTC-USD', barMillis: MINUTE,
    rows: [[Date.UTC(2025, 11, 8, 16, 9), '90002', '90035', '89922', '90035'], [Date.UTC(2025, 11, 8, 16, 10), '90043', '90043', '89900', '89931'], [Date.UTC(2025, 11, 8, 16, 11), '89934', '89970', '89911', '89941']],
  },
  // 14:00:00.112, 15:00:00.586 and 16:00:00.219 are the payments of 14, 15 and 16 o'clock.
  { file: 'dydx-http_get_historical_funding.json', venue: 'dydx', series: 'funding', symbol: 'BTC-USD', barMillis: HOUR, rows: [[Date.UTC(2025, 11, 8, 14), '0.000000625'], [Date.UTC(2025, 11, 8, 15), '0.000000375'], [Date.UTC(2025, 11, 8, 16), '0.000002375']] },
  { file: 'hyperliquid-http_funding_history.json', venue: 'hyperliquid', series: 'funding', symbol: 'BTC', barMillis: HOUR, rows: [[1769908800000, '0.0000125'], [1769912400000, '-0.0000081'], [1769916000000, '0.0000033']] },
  {
    file: 'kraken-http_futures_candles_mark.json', venue: 'kraken-futures', series: 'mark', symbol: 'PF_XBTUSD', barMillis: HOUR,
    rows: [
      [1731715200000, '91126.5834675817', '91396.1831146774', '90937.3053195142', '91098.7132316333'],
      [1731718800000, '91098.7132316333', '91547.3066683662', '91052.1503188099', '91339.3327740848'],
      [1731722400000, '91339.3327740848', '91795.463093144', '91251.6630059716', '91506.6009839176'],
    ],
  },
  { file: 'kraken-http_futures_candles_trade.json', venue: 'kraken-futures', series: 'candles', symbol: 'PF_XBTUSD', barMillis: HOUR, rows: [[1731715200000, '91069', '91373.5', '90956', '91045.5'], [1731718800000, '91045.5', '91488.5', '91045.5', '91415'], [1731722400000, '91415', '91490.5', '91415', '91490.5']] },
  { file: 'kraken-http_futures_historical_funding_rates.json', venue: 'kraken-futures', series: 'funding', symbol: 'PF_XBTUSD', barMillis: HOUR, rows: [[Date.UTC(2025, 6, 10, 16), '0.00015'], [Date.UTC(2025, 6, 11), '-0.00005'], [Date.UTC(2025, 6, 11, 8), '0.0001']] },
  { file: 'okx-http_get_candlesticks_full.json', venue: 'okx', series: 'candles', symbol: 'BTC-USDT-SWAP', barMillis: MINUTE, rows: [[1747093980000, '102806', '102820.5', '102783.1', '102806.1'], [1747094040000, '102806.1', '102820.4', '102806.1', '102820.4']] },
  // The realised rate, not the one that was announced.
  { file: 'okx-http_get_funding_rate_history.json', venue: 'okx', series: 'funding', symbol: 'BTC-USDT-SWAP', barMillis: HOUR, rows: [[1704038400000, '-0.00002'], [1704067200000, '0.00015']] },
]

describe.skipIf(!existsSync(FOLDER))('recorded replies', () => {
  let server: LoopbackVenue
  beforeAll(async () => {
    server = await startLoopbackVenue()
  })
  afterAll(() => server.close())

  it('[S50] each is loaded with the figures that stand in it', async () => {
    for (const { file, venue, market, series, symbol, barMillis, rows } of RECORDED) {
      const first = rows[0]?.[0] ?? NaN
      const last = rows.at(-1)?.[0] ?? NaN
      // The reply once, then nothing more.
      server.misbehave({ do: 'reply', body: text(file) }, { do: 'empty', times: Infinity, after: 1 })
      const loaded = await loadExchange({ venue, market, series: [series], instruments: [{ symbol, instrument: 'X' }], barMillis, from: first, to: last + 1, baseUrl: server.baseUrl }, testDeps())
      expect([file, loaded.ok ? loaded.value.parts.map(({ tape }) => rowsOfTape(tape)) : loaded.error]).toEqual([file, [rows.map(([time, ...cells]) => [time, ...cells.map(Number)])]])
    }
  })

  it('[S50] fifteen digits of Kraken’s mark survive', async () => {
    server.misbehave({ do: 'reply', body: text('kraken-http_futures_candles_mark.json') }, { do: 'empty', times: Infinity, after: 1 })
    const loaded = await loadExchange({ venue: 'kraken-futures', series: ['mark'], instruments: [{ symbol: 'PF_XBTUSD', instrument: 'X' }], barMillis: HOUR, from: 1731715200000, to: 1731718800000, baseUrl: server.baseUrl }, testDeps())
    expect(loaded.ok && String(loaded.value.parts[0]?.tape.series[0]?.open?.[0])).toBe('91126.5834675817')
    expect(loaded.ok && loaded.value.parts[0]?.report.rounded).toBe(0)
  })

  it('[S52] OKX marks a bar that has not ended: it is left out', () => {
    const adapter = adapterOf('okx').series('swap', 'candles') ?? expect.fail('no series')
    expect(adapter.rows(JSON.parse(text('okx-http_get_candlesticks.json')), { symbol: '', barMillis: MINUTE, from: 0, to: 9e15 })).toEqual([])
  })

  it('[S59] the loopback server answers in the shape of the recorded replies', async () => {
    server.misbehave()
    for (const { file, venue, market, series, symbol, barMillis } of RECORDED) {
      // The recorder kept dYdX's reply inside a `result`; Coinbase's is of its newer address, whose rows have names.
      if (venue === 'coinbase') continue
      const from = Date.UTC(2026, 8, 1)
      const adapter = adapterOf(venue).series(market ?? adapterOf(venue).venue.markets[0].id, series) ?? expect.fail('no series')
      const { path } = adapter.ask({ symbol, barMillis, from, to: from + 48 * HOUR })
      const asked = adapter.ask({ symbol, barMillis, from, to: from + 48 * HOUR }).body
      const response = await fetch(`${server.baseUrl}${path}`, asked === undefined ? {} : { method: 'POST', body: JSON.stringify(asked) })
      const recorded = JSON.parse(text(file)) as { readonly result?: unknown }
      expect([file, shapeOf(await response.json())]).toEqual([file, shapeOf(venue === 'dydx' ? recorded.result : recorded)])
    }
  })

  it('[S58] tiers and instruments of the recorded replies', async () => {
    const base = { baseUrl: server.baseUrl }
    const recorded = (file: string): void => server.misbehave({ do: 'reply', body: text(file), times: Infinity })
    recorded('kraken-http_futures_instruments.json')
    const inverse = await loadTiers({ venue: 'kraken-futures', symbol: 'PI_XBTUSD', ...base }, testDeps())
    expect(inverse.ok && [inverse.value.by, inverse.value.rows]).toEqual(['size', [{ floor: '0', cap: '500000', maintenanceRate: '0.01', initialRate: '0.02' }, { floor: '500000', maintenanceRate: '0.02', initialRate: '0.04' }]])
    const linear = await loadTiers({ venue: 'kraken-futures', symbol: 'PF_AAPLxUSD', ...base }, testDeps())
    expect(linear.ok && [linear.value.by, linear.value.rows]).toEqual(['notional', [{ floor: '0', cap: '1000', maintenanceRate: '0.1', initialRate: '0.2' }, { floor: '1000', maintenanceRate: '0.2', initialRate: '0.4' }]])
    const kraken = await listInstruments({ venue: 'kraken-futures', ...base }, testDeps())
    expect(kraken.ok && kraken.value.map(({ symbol }) => symbol)).toEqual(['PF_AAPLxUSD', 'PF_ETHUSD', 'PF_PEPEUSD', 'PI_XBTUSD'])
    recorded('dydx-http_get_perpetual_markets.json')
    const sol = await loadTiers({ venue: 'dydx', symbol: 'SOL-USD', ...base }, testDeps())
    expect(sol.ok && [sol.value.rows, sol.value.notes]).toEqual([[{ floor: '0', maintenanceRate: '0.03', initialRate: '0.05' }], ['The initial rate grows with the open interest, from 40000000 to 100000000; that is not part of a tier table.']])
    recorded('hyperliquid-http_meta_perp_sample.json')
    // No table in the recording: half of 1/5 for ATOM.
    const atom = await loadTiers({ venue: 'hyperliquid', symbol: 'ATOM', ...base }, testDeps())
    expect(atom.ok && atom.value.rows).toEqual([{ floor: '0', maintenanceRate: '0.1', maxLeverage: '5', initialRate: '0.2' }])
    recorded('bybit-http_get_instruments_linear.json')
    const bybit = await listInstruments({ venue: 'bybit', ...base }, testDeps())
    expect(bybit.ok && bybit.value).toEqual([{ symbol: 'BTCUSDT', instrument: 'BTC' }, { symbol: 'ETHUSDT', instrument: 'ETH' }])
  })
})

/** Keys and kinds of values. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    const row = value.every((one) => typeof one !== 'object')
    // A row of mixed or of text cells is compared cell by cell; a column of numbers, and a list of rows, by their first.
    return row && value.some((one) => typeof one !== 'number') ? value.map(shapeOf) : value.slice(0, 1).map(shapeOf)
  }
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.fromEntries(Object.entries(value).map(([key, one]): [string, unknown] => [key, shapeOf(one)]).sort(([a], [b]) => (a < b ? -1 : 1)))
}
