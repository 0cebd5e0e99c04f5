import type { ImportFixture } from './ImportFixture.ts'

const HOUR = 3_600_000
const T = Date.parse('2023-03-16T03:00Z')
/** Two candles; open, high, low, close. */
const A = ['24341.4', '24344', '24313.2', '24323'] as const
const B = ['24323', '24400.5', '24320', '24399.9'] as const
const ROWS: ImportFixture['rows'] = [
  ['2023-03-16T03:00Z', 24341.4, 24344, 24313.2, 24323],
  ['2023-03-16T04:00Z', 24323, 24400.5, 24320, 24399.9],
]
const [a, b] = [A, B].map((row) => row.map(Number)) as [number[], number[]]
const s = T / 1000

function reply(source: string, name: string, value: unknown, more: Partial<ImportFixture> = {}): ImportFixture {
  return { source, name, text: JSON.stringify(value), rows: ROWS, look: 'last', ...more }
}

const rates: ImportFixture['rows'] = [
  ['2023-03-16T00:00Z', 0.0001],
  ['2023-03-16T08:00Z', -0.00004772],
]
const [T0, T8] = [Date.parse('2023-03-16T00:00Z'), Date.parse('2023-03-16T08:00Z')]

/** JSON of programs, and replies of exchanges as they answer, data-sources.md sections 2 and 3. */
export const JSON_FILES: readonly ImportFixture[] = [
  reply('freqtrade', 'BTC_USDT-1h.json', [[T, ...a, 12.5], [T + HOUR, ...b, 7.25]]),
  reply('Binance klines, twelve fields', 'klines.json', [[T, ...A, '12.5', T + HOUR - 1, '304000', 308, '6', '150000', '0'], [T + HOUR, ...B, '7.25', T + 2 * HOUR - 1, '176000', 200, '3', '80000', '0']]),
  reply('Bybit: an envelope, newest first', 'bybit.json', { retCode: 0, retMsg: 'OK', result: { category: 'linear', symbol: 'BTCUSDT', list: [[String(T + HOUR), ...B, '7.25', '176000'], [String(T), ...A, '12.5', '304000']] }, retExtInfo: {}, time: T }, { symbol: 'BTCUSDT', report: { order: 'descending' } }),
  reply('OKX: newest first, the running bar marked 0', 'okx.json', { code: '0', msg: '', data: [[String(T + 2 * HOUR), '24400', '24401', '24399', '24400', '1', '1', '1', '0'], [String(T + HOUR), ...B, '628', '2.58', '62800', '1'], [String(T), ...A, '628', '2.58', '62800', '1']] }, { notes: ['still ran'] }),
  reply('Deribit: columns', 'deribit.json', { jsonrpc: '2.0', result: { volume: [12.5, 7.25], ticks: [T, T + HOUR], status: 'ok', open: [a[0], b[0]], low: [a[2], b[2]], high: [a[1], b[1]], cost: [1, 2], close: [a[3], b[3]] }, usIn: 1, testnet: false }),
  reply('Deribit volatility index', 'dvol.json', { result: { data: [[T, ...a], [T + HOUR, ...b]], continuation: T - HOUR } }, { look: 'unknown' }),
  reply('Coinbase: low and high before open, newest first', 'coinbase.json', [[s + 3600, b[2], b[1], b[0], b[3], 7.25], [s, a[2], a[1], a[0], a[3], 12.5]]),
  reply('Kraken spot: the list named by its pair, the last bar unfinished', 'kraken.json', { error: [], result: { XXBTZUSD: [[s, ...A, '24330', '12.5', 14], [s + 3600, ...B, '24350', '7.25', 9], [s + 7200, ...B, '24350', '7.25', 9]], last: s + 3600 } }, { symbol: 'XXBTZUSD', notes: ['still ran'] }),
  reply('Kraken futures', 'futures.json', { candles: [{ time: T, open: A[0], high: A[1], low: A[2], close: A[3], volume: '319499' }, { time: T + HOUR, open: B[0], high: B[1], low: B[2], close: B[3], volume: '2407' }], more_candles: false }),
  reply('Hyperliquid: t is the beginning and T the end of a bar', 'hyperliquid.json', [{ t: T, T: T + HOUR - 1, s: 'BTC', i: '1h', o: A[0], c: A[3], h: A[1], l: A[2], v: '12.5', n: 10 }, { t: T + HOUR, T: T + 2 * HOUR - 1, s: 'BTC', i: '1h', o: B[0], c: B[3], h: B[1], l: B[2], v: '7.25', n: 10 }], { symbol: 'BTC' }),
  reply('dYdX: newest first', 'dydx.json', { candles: [{ startedAt: '2023-03-16T04:00:00.000Z', ticker: 'BTC-USD', resolution: '1HOUR', low: B[2], high: B[1], open: B[0], close: B[3], baseTokenVolume: '3.2', trades: 49 }, { startedAt: '2023-03-16T03:00:00.000Z', ticker: 'BTC-USD', resolution: '1HOUR', low: A[2], high: A[1], open: A[0], close: A[3], baseTokenVolume: '3.2', trades: 49 }] }, { symbol: 'BTC-USD' }),
  reply('Bitstamp', 'bitstamp.json', { data: { ohlc: [{ timestamp: String(s), open: A[0], high: A[1], low: A[2], close: A[3], volume: '1' }, { timestamp: String(s + 3600), open: B[0], high: B[1], low: B[2], close: B[3], volume: '1' }], pair: 'BTC/USD' } }, { symbol: 'BTC/USD' }),
  reply('Binance funding: milliseconds late, a mark price beside it', 'fundingRate.json', [{ symbol: 'BTCUSDT', fundingTime: T0, fundingRate: '0.00010000', markPrice: '24341.4' }, { symbol: 'BTCUSDT', fundingTime: T8 + 6, fundingRate: '-0.00004772', markPrice: '24300' }], { content: 'funding', rows: rates, look: 'funding', symbol: 'BTCUSDT' }),
  reply('Bybit funding, newest first', 'bybit-funding.json', { retCode: 0, result: { category: 'linear', list: [{ symbol: 'BTCUSDT', fundingRate: '-0.00004772', fundingRateTimestamp: String(T8) }, { symbol: 'BTCUSDT', fundingRate: '0.0001', fundingRateTimestamp: String(T0) }] } }, { content: 'funding', rows: rates, look: 'funding', symbol: 'BTCUSDT' }),
  reply('OKX funding: what was realised counts, not what was announced', 'okx-funding.json', { code: '0', data: [{ instType: 'SWAP', instId: 'BTC-USDT-SWAP', fundingRate: '-0.0000236', realizedRate: '-0.00004772', fundingTime: String(T8) }, { instType: 'SWAP', instId: 'BTC-USDT-SWAP', fundingRate: '0.000151', realizedRate: '0.0001', fundingTime: String(T0) }] }, { content: 'funding', rows: rates, look: 'funding', symbol: 'BTC-USDT-SWAP' }),
  reply('Hyperliquid funding', 'hl-funding.json', [{ coin: 'BTC', fundingRate: '0.0001', premium: '0.00029', time: T0 }, { coin: 'BTC', fundingRate: '-0.00004772', premium: '-0.0001', time: T8 + 77 }], { content: 'funding', rows: rates, look: 'funding', symbol: 'BTC' }),
  reply('Kraken futures funding: the relative rate, the other is an amount', 'kraken-funding.json', { result: 'success', rates: [{ timestamp: '2023-03-16T00:00:00.000Z', fundingRate: 2.43, relativeFundingRate: 0.0001 }, { timestamp: '2023-03-16T08:00:00.000Z', fundingRate: -1.16, relativeFundingRate: -0.00004772 }] }, { content: 'funding', rows: rates, look: 'funding' }),
  reply('dYdX funding', 'dydx-funding.json', { historicalFunding: [{ ticker: 'BTC-USD', rate: '-0.00004772', price: '24300', effectiveAt: '2023-03-16T08:00:00.219Z' }, { ticker: 'BTC-USD', rate: '0.0001', price: '24341', effectiveAt: '2023-03-16T00:00:00.114Z' }] }, { content: 'funding', rows: rates, look: 'funding', symbol: 'BTC-USD' }),
]
