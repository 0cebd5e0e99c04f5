import { fileOf } from './ExportedFile.ts'
import type { ImportFixture } from './ImportFixture.ts'

const HOUR = 3_600_000
const T = Date.parse('2025-05-01T00:00Z')
const [A, B, C] = [
  [94200, 94248.2, 94106.4, 94127.7],
  [94127.7, 94200, 93990, 94010.5],
  [94010.5, 94350, 94000, 94301],
] as const
const CANDLES: ImportFixture['rows'] = [
  ['2025-05-01T00:00Z', ...A],
  ['2025-05-01T01:00Z', ...B],
  ['2025-05-01T02:00Z', ...C],
]
const all = [A, B, C].map((prices, i) => ({ at: T + i * HOUR, prices }))

/** Three candles an hour apart, each written by `line` from its time in ms and its prices. */
function linesOf(line: (at: number, prices: readonly [number, number, number, number]) => string): string[] {
  return all.map(({ at, prices }) => line(at, prices))
}

/** What an outside look at the import found missing: files of known sources, and of their translated or older forms. */
export const EVALUATED_FILES: readonly ImportFixture[] = [
  {
    source: 'Gate dump: volume before close, high, low, open, no header',
    name: 'BTC_USDT-202505.csv',
    text: fileOf(...linesOf((at, [o, h, l, c]) => [at / 1000, 482.758, c, h, l, o].join())),
    rows: CANDLES,
    look: 'last',
  },
  {
    source: 'Gate spot, saved: quote volume, close, high, low, open, volume, finished',
    name: 'gate-spot.json',
    text: JSON.stringify(all.map(({ at, prices: [o, h, l, c] }) => [String(at / 1000), '971519.677', ...[c, h, l, o].map(String), '10.31', 'true'])),
    rows: CANDLES,
    look: 'last',
  },
  {
    source: 'freqtrade funding: the rate where the open stands, zeros behind it',
    name: 'BTC_USDT_USDT-1h-funding_rate.json',
    text: JSON.stringify([[T, 0.0001, 0, 0, 0, 0], [T + 8 * HOUR, -0.0000125, 0, 0, 0, 0]]),
    content: 'funding',
    rows: [
      ['2025-05-01T00:00Z', 0.0001],
      ['2025-05-01T08:00Z', -0.0000125],
    ],
    look: 'funding',
  },
  {
    source: 'Tardis derivative ticker: a rate beside three prices is no list of payments',
    name: 'binance-futures_derivative_ticker_2025-05-01_BTCUSDT.csv',
    text: fileOf(
      'exchange,symbol,timestamp,local_timestamp,funding_timestamp,funding_rate,predicted_funding_rate,open_interest,last_price,index_price,mark_price',
      ...[94200, 94190.5, 94180].map((price, i) => `binance-futures,BTCUSDT,${(T + i * 1000) * 1000},${(T + i * 1000) * 1000 + 400},1746086400000000,0.0001,,79000,${price},94250,94220.3`),
    ),
    rows: [
      ['2025-05-01T00:00:00Z', 94200],
      ['2025-05-01T00:00:01Z', 94190.5],
      ['2025-05-01T00:00:02Z', 94180],
    ],
    look: 'last',
    symbol: 'BTCUSDT',
  },
  {
    source: 'Stooq in Polish',
    name: 'wig20_d.csv',
    text: fileOf('Data,Otwarcie,Najwyzszy,Najnizszy,Zamkniecie,Wolumen', '2020-03-12,1499.5,1502.11,1300,1305.73,78123456', '2020-03-13,1340.2,1440,1320.5,1405.5,69123456'),
    rows: [
      ['2020-03-12T00:00Z', 1499.5, 1502.11, 1300, 1305.73],
      ['2020-03-13T00:00Z', 1340.2, 1440, 1320.5, 1405.5],
    ],
    look: 'last',
  },
  {
    source: 'Investing.com in Japanese',
    name: 'BTC_JPY.csv',
    text: fileOf('"日付け","終値","始値","高値","安値","出来高","変化率 %"', '"2020年03月13日","561,000.5","504,000","590,100","430,000","1.23K","11.3%"', '"2020年03月12日","504,000","825,300","826,000","480,000","-","-38.9%"'),
    rows: [
      ['2020-03-12T00:00Z', 825300, 826000, 480000, 504000],
      ['2020-03-13T00:00Z', 504000, 590100, 430000, 561000.5],
    ],
    look: 'last',
  },
  {
    source: 'Stooq ASCII, daily: midnight in every row is no time of day',
    name: 'aapl.us.txt',
    text: fileOf('<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>', 'AAPL.US,D,20200312,000000,63.985,67.5,62,62.0575,418474000,0', 'AAPL.US,D,20200313,000000,66.2225,69.98,63.2375,69.4925,370732000,0'),
    rows: [
      ['2020-03-12T00:00Z', 63.985, 67.5, 62, 62.0575],
      ['2020-03-13T00:00Z', 66.2225, 69.98, 63.2375, 69.4925],
    ],
    look: 'last',
    symbol: 'AAPL.US',
  },
  {
    source: 'Dukascopy: written day first, also where every day could be a month',
    name: 'EURUSD_Candlestick_1_Hour_BID_10.03.2020-11.03.2020.csv',
    text: fileOf('Gmt time,Open,High,Low,Close,Volume', '10.03.2020 10:00:00.000,1.13,1.1312,1.1299,1.1305,5123.4', '10.03.2020 11:00:00.000,1.1305,1.1306,1.128,1.1282,6022.1'),
    rows: [
      ['2020-03-10T10:00Z', 1.13, 1.1312, 1.1299, 1.1305],
      ['2020-03-10T11:00Z', 1.1305, 1.1306, 1.128, 1.1282],
    ],
    look: 'last',
  },
  {
    source: 'Nasdaq.com, crude oil: volumes that are not known are not zero',
    name: 'HistoricalData_1731234567890.csv',
    text: fileOf('Date,Close/Last,Volume,Open,High,Low', '04/21/2020,11.57,N/A,21.01,22.58,6.5', '04/20/2020,20.43,N/A,24.6,24.66,19.9'),
    rows: [
      ['2020-04-20T00:00Z', 24.6, 24.66, 19.9, 20.43],
      ['2020-04-21T00:00Z', 21.01, 22.58, 6.5, 11.57],
    ],
    look: 'last',
    report: { notes: [] },
  },
  {
    source: 'FRED, monthly: months are not of one length',
    name: 'FEDFUNDS.csv',
    text: fileOf('observation_date,FEDFUNDS', ...['01-01,4.33', '02-01,4.57', '03-01,4.65', '04-01,4.83', '05-01,5.06', '06-01,5.08', '07-01,5.12'].map((row) => `2023-${row}`)),
    rows: ['01-01,4.33', '02-01,4.57', '03-01,4.65', '04-01,4.83', '05-01,5.06', '06-01,5.08', '07-01,5.12'].map((row): readonly [string, number] => [`2023-${row.slice(0, 5)}T00:00Z`, Number(row.slice(6))]),
    report: { gaps: { count: 0, missingBars: 0 }, notes: [] },
  },
  {
    source: 'Bybit, funding history of the site: percent signs, the symbol under Contracts',
    name: 'funding-rate.csv',
    text: fileOf('Contracts,Funding Rate,Funding Interval,Time (UTC)', 'BTCUSDT,0.0100%,8h,2025-05-01 00:00:00', 'BTCUSDT,-0.0250%,8h,2025-05-01 08:00:00'),
    content: 'funding',
    rows: [
      ['2025-05-01T00:00Z', 0.0001],
      ['2025-05-01T08:00Z', -0.00025],
    ],
    look: 'funding',
    symbol: 'BTCUSDT',
  },
  {
    source: 'Binance premium index: no price, told by the name',
    name: 'BTCUSDT-premiumIndexKlines-1m-2025-05-01.csv',
    text: fileOf('open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore', `${T},-0.00041,-0.00012,-0.00082,-0.000512,0,${T + 59999},0,12,0,0,0`, `${T + 60000},-0.000512,0.00011,-0.001,-0.0002,0,${T + 119999},0,12,0,0,0`),
    rows: [
      ['2025-05-01T00:00Z', -0.00041, -0.00012, -0.00082, -0.000512],
      ['2025-05-01T00:01Z', -0.000512, 0.00011, -0.001, -0.0002],
    ],
    look: 'premium',
  },
  {
    source: 'MetaTrader 5 ticks: bid and ask as they change, no trades',
    name: 'EURUSD_ticks.csv',
    text: '<DATE>\t<TIME>\t<BID>\t<ASK>\t<LAST>\t<VOLUME>\t<FLAGS>\n2024.06.03\t00:00:00.123\t1.08470\t1.08481\t\t\t6\n2024.06.03\t00:00:10.500\t1.08492\t\t\t\t2\n2024.06.03\t00:01:01.000\t\t1.08480\t\t\t4\n2024.06.03\t00:01:30.000\t1.08460\t1.08469\t\t\t6\n',
    content: 'trades',
    rows: [
      ['2024-06-03T00:00Z', 1.0847, 1.08492, 1.0847, 1.08492],
      ['2024-06-03T00:01Z', 1.0846, 1.0846, 1.0846, 1.0846],
    ],
    questions: ['zone'],
    look: 'last',
    notes: ['bid is used'],
  },
  {
    source: 'Dukascopy ticks',
    name: 'EURUSD_Ticks_03.06.2024-03.06.2024.csv',
    text: fileOf('Gmt time,Ask,Bid,AskVolume,BidVolume', '03.06.2024 00:00:00.123,1.08481,1.0847,0.9,1.2', '03.06.2024 00:01:10.003,1.08479,1.08468,0.9,1.2'),
    content: 'trades',
    rows: [
      ['2024-06-03T00:00Z', 1.0847, 1.0847, 1.0847, 1.0847],
      ['2024-06-03T00:01Z', 1.08468, 1.08468, 1.08468, 1.08468],
    ],
    look: 'last',
    notes: ['bid is used'],
  },
  {
    source: 'a mark between its bid and ask stays the price',
    name: 'BTC-option.csv',
    text: fileOf('time,bid,ask,mark', '1746057600000,0.05,0.06,0.055', '1746057660000,0.051,0.061,0.056'),
    rows: [
      ['2025-05-01T00:00Z', 0.055],
      ['2025-05-01T00:01Z', 0.056],
    ],
    look: 'mark',
  },
  {
    source: 'returns: a column of changes is no price',
    name: 'FESX.csv',
    text: fileOf('time,log_return', '898560000000,0.0182099', '898646400000,0.0089820'),
    rows: [],
    questions: ['columns'],
    look: 'unknown',
  },
  {
    source: 'HTX: the time is called id, newest first',
    name: 'htx.json',
    text: JSON.stringify({ ch: 'market.btcusdt.kline.60min', status: 'ok', ts: T + 9 * HOUR, data: all.toReversed().map(({ at, prices: [open, high, low, close] }) => ({ id: at / 1000, open, close, low, high, amount: 1.5, vol: 2, count: 3 })) }),
    rows: CANDLES,
    look: 'last',
  },
  {
    source: 'Yahoo chart: times beside the quotes, not among them',
    name: 'chart.json',
    text: JSON.stringify({
      chart: {
        result: [{ meta: { currency: 'USD', symbol: 'BTC-USD' }, timestamp: all.map(({ at }) => at / 1000), indicators: { quote: [{ volume: [1, 1, 1], open: all.map(({ prices }) => prices[0]), high: all.map(({ prices }) => prices[1]), low: all.map(({ prices }) => prices[2]), close: all.map(({ prices }) => prices[3]) }] } }],
        error: null,
      },
    }),
    rows: CANDLES,
    look: 'last',
    symbol: 'BTC-USD',
  },
]
