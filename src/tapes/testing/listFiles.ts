import { fileOf } from './ExportedFile.ts'
import type { ImportFixture } from './ImportFixture.ts'

/** Lists of trades and of funding, data-sources.md section 3. Trades are made into bars of a minute. */
export const LIST_FILES: readonly ImportFixture[] = [
  {
    source: 'Bybit trades: seconds with decimals, newest first',
    name: 'BTCUSDT2020-03-25.csv.gz',
    text: fileOf(
      'timestamp,symbol,side,size,price,tickDirection,trdMatchID,grossValue,homeNotional,foreignNotional',
      '1585094520.5,BTCUSDT,Sell,0.2,6700,MinusTick,d,1,0.2,1340',
      '1585094399.9999,BTCUSDT,Buy,0.01,6698.5,PlusTick,c2,1,0.01,66.985',
      '1585094399.9999,BTCUSDT,Buy,0.01,6698,PlusTick,c1,1,0.01,66.98',
      '1585094381.25,BTCUSDT,Sell,0.5,6695.5,MinusTick,b,1,0.5,3347.75',
      '1585094340.0012,BTCUSDT,Sell,0.044,6698.5,ZeroMinusTick,a,29473400000,0.044,294.734',
    ),
    content: 'trades',
    // 00:00:00.001 to 00:00:59.9999 is one bar; .9999 s rounds to the full minute, so both c trades open the next one.
    rows: [
      ['2020-03-24T23:59Z', 6698.5, 6698.5, 6695.5, 6695.5],
      ['2020-03-25T00:00Z', 6698, 6698.5, 6698, 6698.5],
      ['2020-03-25T00:02Z', 6700, 6700, 6700, 6700],
    ],
    look: 'last',
    symbol: 'BTCUSDT',
    report: { trades: 5, barMillis: 60_000, order: 'descending', gaps: { count: 1, missingBars: 1, longest: { after: Date.parse('2020-03-25T00:00Z'), missingBars: 1 } } },
  },
  {
    source: 'Tardis trades: microseconds, two clocks',
    name: 'binance-futures_trades_2020-03-12_BTCUSDT.csv.gz',
    text: fileOf(
      'exchange,symbol,timestamp,local_timestamp,id,side,price,amount',
      'binance-futures,BTCUSDT,1583971200123456,1583971200130000,1,buy,7934.58,0.5',
      'binance-futures,BTCUSDT,1583971200123999,1583971200131000,2,sell,7934.12,1.5',
      'binance-futures,BTCUSDT,1583971259999000,1583971260100000,3,buy,7940,2',
      'binance-futures,BTCUSDT,1583971260000000,1583971260100001,4,buy,7941.25,2',
    ),
    content: 'trades',
    rows: [
      ['2020-03-12T00:00Z', 7934.58, 7940, 7934.12, 7940],
      ['2020-03-12T00:01Z', 7941.25, 7941.25, 7941.25, 7941.25],
    ],
    look: 'last',
    symbol: 'BTCUSDT',
    report: { trades: 4 },
  },
  {
    source: 'Binance dump of trades without names: ids that could be seconds since 1970',
    name: 'ETHUSDT-trades-2025-10-10.csv',
    text: fileOf('1583971201,4370.1,0.5,2185.05,1760130000123,True,True', '1583971202,4370.0,1,4370,1760130000500,False,True', '1583971203,4369.5,1,4369.5,1760130061000,True,True'),
    content: 'trades',
    rows: [
      ['2025-10-10T21:00Z', 4370.1, 4370.1, 4370, 4370],
      ['2025-10-10T21:01Z', 4369.5, 4369.5, 4369.5, 4369.5],
    ],
    look: 'last',
    report: { trades: 3 },
  },
  {
    source: 'Binance dump of aggregate trades',
    name: 'BTCUSDT-aggTrades-2025-10.csv',
    text: fileOf('agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker', '1,113214.37,0.1,10,11,1760130000123,true', '2,113210,0.1,12,12,1760130000124,true'),
    content: 'trades',
    rows: [['2025-10-10T21:00Z', 113214.37, 113214.37, 113210, 113210]],
    look: 'last',
    report: { trades: 2 },
  },
  {
    source: 'Binance dump, fundingRate: times a few milliseconds late, the interval changes from 8 h to 4 h',
    name: 'SOLUSDT-fundingRate-2025-10.csv',
    text: fileOf(
      'calc_time,funding_interval_hours,last_funding_rate',
      '1760054400000,8,0.00010000',
      '1760083200006,8,-0.00047720',
      '1760112000000,8,0.00005',
      '1760126400013,4,-0.02',
    ),
    content: 'funding',
    rows: [
      ['2025-10-10T00:00Z', 0.0001],
      ['2025-10-10T08:00Z', -0.0004772],
      ['2025-10-10T16:00Z', 0.00005],
      ['2025-10-10T20:00Z', -0.02],
    ],
    look: 'funding',
    notes: ['of a positive rate longs pay shorts', '2 payments are noted within ten seconds of the full hour', 'the interval changes'],
    report: { content: 'funding', barMillis: 28_800_000, hasNonPositive: false, suspiciousPrints: [], largestRate: { price: -0.02, at: Date.parse('2025-10-10T20:00Z'), line: 5, column: 'close' } },
  },
  {
    source: 'funding as time and rate, never negative: told by its size',
    name: 'rates.csv',
    text: fileOf('time,rate', '1704067200000,0.0001', '1704096000000,0.00037409', '1704124800000,0.0001'),
    content: 'funding',
    rows: [
      ['2024-01-01T00:00Z', 0.0001],
      ['2024-01-01T08:00Z', 0.00037409],
      ['2024-01-01T16:00Z', 0.0001],
    ],
    look: 'funding',
  },
  {
    source: 'funding written with percent signs, newest first',
    name: 'Funding Rate History_BTCUSDT Perpetual.csv',
    text: fileOf('Time,Symbol,Interval,Funding Rate', '2024-01-01 08:00:00,BTCUSDT,8h,0.0374%', '2024-01-01 00:00:00,BTCUSDT,8h,-0.0100%'),
    content: 'funding',
    rows: [
      ['2024-01-01T00:00Z', -0.0001],
      ['2024-01-01T08:00Z', 0.000374],
    ],
    look: 'funding',
    symbol: 'BTCUSDT',
    questions: ['zone'],
    report: { order: 'descending' },
  },
  {
    source: 'funding as numbers so large that they may be percent: asked',
    name: 'funding-ETH.csv',
    text: fileOf('time,funding_rate', '1704067200000,0.01', '1704096000000,0.0125', '1704124800000,-0.01'),
    content: 'funding',
    rows: [
      ['2024-01-01T00:00Z', 0.01],
      ['2024-01-01T08:00Z', 0.0125],
      ['2024-01-01T16:00Z', -0.01],
    ],
    look: 'funding',
    questions: ['percent'],
  },
]
