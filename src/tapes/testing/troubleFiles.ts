import { fileOf } from './ExportedFile.ts'
import type { ImportFixture } from './ImportFixture.ts'

/** Price files with what is typically wrong with those of their source, data-sources.md section 3; invented but possible prices. */
export const TROUBLE_FILES: readonly ImportFixture[] = [
  {
    source: 'Binance dump, spot: one file whose unit changes, a bar missing and one twice',
    name: 'BTCUSDT-1h-2025-01.csv',
    text: fileOf(
      '1735686000000,93500.1,93700,93400,93610.5,10,1735689599999,1,1,1,1,0',
      '1735689600000000,93610.5,94000,93550.2,93900,12,1735693199999999,1,1,1,1,0',
      '1735689600000000,93610.5,94000,93550.2,93900,12,1735693199999999,1,1,1,1,0',
      '1735696800000000,93900,94100.7,93800,94050,9,1735700399999999,1,1,1,1,0',
      '1735700400000000,94050,94060,94000,94010,9,1735703999999999,1,1,1,1,0',
    ),
    rows: [
      ['2024-12-31T23:00Z', 93500.1, 93700, 93400, 93610.5],
      ['2025-01-01T00:00Z', 93610.5, 94000, 93550.2, 93900],
      ['2025-01-01T02:00Z', 93900, 94100.7, 93800, 94050],
      ['2025-01-01T03:00Z', 94050, 94060, 94000, 94010],
    ],
    look: 'last',
    report: { duplicates: 1, conflictingDuplicates: 0, gaps: { count: 1, missingBars: 1, longest: { after: Date.parse('2025-01-01T00:00Z'), missingBars: 1 } } },
  },
  {
    source: 'Binance dump, index prices: told by the name, volume 0 and count 300',
    name: 'indexPriceKlines-BTCUSDT-5m.csv',
    text: fileOf(
      'open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore',
      '1759276800000,113988.71234567,114161.8,113988.7,114142.6,0,1759277099999,0,300,0,0,0',
      '1759277100000,114142.6,114200,114100.1,114150,0,1759277399999,0,300,0,0,0',
    ),
    rows: [
      ['2025-10-01T00:00Z', 113988.71234567, 114161.8, 113988.7, 114142.6],
      ['2025-10-01T00:05Z', 114142.6, 114200, 114100.1, 114150],
    ],
    look: 'index',
    notes: ['The volume is zero throughout'],
  },
  {
    source: 'CryptoDataDownload: milliseconds, newest first, quoted',
    name: 'Bitstamp_BTCUSD_1h.csv',
    text: fileOf(
      'https://www.CryptoDataDownload.com',
      'Unix Timestamp,Date,Symbol,Open,High,Low,Close,Volume USD,Volume BTC',
      '1586433600000.0,2020-04-09 12:00:00,"BTC/USD",7290.1,7310.5,7280,7301.25,241000.2,33.1',
      '1586430000000.0,2020-04-09 11:00:00,"BTC/USD",7300,7320.75,7285.5,7290.1,304500.9,41.7',
    ),
    rows: [
      ['2020-04-09T11:00Z', 7300, 7320.75, 7285.5, 7290.1],
      ['2020-04-09T12:00Z', 7290.1, 7310.5, 7280, 7301.25],
    ],
    look: 'last',
    symbol: 'BTC/USD',
    notes: ['The first line is not data', 'The newest row comes first'],
    report: { order: 'descending' },
  },
  {
    source: 'Stooq, plain: dates as eight digits',
    name: 'spx_d.csv',
    text: fileOf('Date,Open,High,Low,Close,Volume', '20200312,2630.86,2660.95,2478.86,2480.64,8829380000', '20200313,2569.99,2711.33,2492.37,2711.02,8258670000'),
    rows: [
      ['2020-03-12T00:00Z', 2630.86, 2660.95, 2478.86, 2480.64],
      ['2020-03-13T00:00Z', 2569.99, 2711.33, 2492.37, 2711.02],
    ],
    look: 'last',
  },
  {
    source: 'Nasdaq.com: a row without prices, thousands in commas',
    name: 'HistoricalData_NDX.csv',
    text: fileOf('Date,Close/Last,Volume,Open,High,Low', '03/16/2020,"$7,020.38",--,"$7,392.73","$7,422.11","$6,882.86"', '03/15/2020,N/A,--,N/A,N/A,N/A', '03/13/2020,"$7,995.26",--,"$7,661.52","$7,995.26","$7,472.38"'),
    rows: [
      ['2020-03-13T00:00Z', 7661.52, 7995.26, 7472.38, 7995.26],
      ['2020-03-16T00:00Z', 7392.73, 7422.11, 6882.86, 7020.38],
    ],
    look: 'last',
    report: { missingRows: 1, order: 'descending' },
  },
  {
    source: 'Kraken OHLCVT dump: no header, only minutes with trades',
    name: 'XBTUSD_1.csv',
    text: fileOf('1591475580,9650.1,9655,9648.2,9652.3,1.25,14', '1591475640,9652.3,9660.9,9652.3,9660.9,0.5,3', '1591475880,9661,9661,9640,9641.5,7.75,21', '1591475940,9641.5,9642,9641,9641.1,0.01,2'),
    rows: [
      ['2020-06-06T20:33Z', 9650.1, 9655, 9648.2, 9652.3],
      ['2020-06-06T20:34Z', 9652.3, 9660.9, 9652.3, 9660.9],
      ['2020-06-06T20:38Z', 9661, 9661, 9640, 9641.5],
      ['2020-06-06T20:39Z', 9641.5, 9642, 9641, 9641.1],
    ],
    look: 'last',
    report: { gaps: { count: 1, missingBars: 3, longest: { after: Date.parse('2020-06-06T20:34Z'), missingBars: 3 } } },
  },
  {
    source: 'Bitstamp minutes (ff137): minutes without trades filled flat',
    name: 'btcusd_bitstamp_1min_2012-2025.csv',
    text: fileOf('timestamp,open,high,low,close,volume', '1325412060.0,4.58,4.58,4.58,4.58,0.0', '1325412120.0,4.58,4.58,4.58,4.58,0.0', '1325412180.0,4.58,4.62,4.58,4.62,10.1'),
    rows: [
      ['2012-01-01T10:01Z', 4.58, 4.58, 4.58, 4.58],
      ['2012-01-01T10:02Z', 4.58, 4.58, 4.58, 4.58],
      ['2012-01-01T10:03Z', 4.58, 4.62, 4.58, 4.62],
    ],
    look: 'last',
  },
  {
    source: 'MetaTrader 5, daily: no column of times, so no zone to ask for',
    name: 'EURUSD_Daily.csv',
    text: '<DATE>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>\r\n2020.03.12\t1.12710\t1.13330\t1.10550\t1.11840\t145123\t0\t3\r\n2020.03.13\t1.11840\t1.12210\t1.10540\t1.11060\t126012\t0\t4\r\n',
    rows: [
      ['2020-03-12T00:00Z', 1.1271, 1.1333, 1.1055, 1.1184],
      ['2020-03-13T00:00Z', 1.1184, 1.1221, 1.1054, 1.1106],
    ],
    look: 'last',
  },
  {
    source: 'Dukascopy: the weekend filled flat, UTC by its name',
    name: 'EURUSD_Candlestick_1_h_BID.csv',
    text: fileOf('Gmt time,Open,High,Low,Close,Volume', '13.03.2020 20:00:00.000,1.1106,1.1112,1.11,1.1105,5123.4', '13.03.2020 21:00:00.000,1.1105,1.1105,1.1105,1.1105,0', '13.03.2020 22:00:00.000,1.1105,1.1105,1.1105,1.1105,0'),
    rows: [
      ['2020-03-13T20:00Z', 1.1106, 1.1112, 1.11, 1.1105],
      ['2020-03-13T21:00Z', 1.1105, 1.1105, 1.1105, 1.1105],
      ['2020-03-13T22:00Z', 1.1105, 1.1105, 1.1105, 1.1105],
    ],
    look: 'last',
  },
  {
    source: 'Bybit public klines',
    name: 'BTCUSDT_5_2022-05-01.csv',
    text: fileOf('symbol,interval,start_at,open,high,low,close,volume,turnover', 'BTCUSDT,5,1651363200,37639.5,37670,37600,37655.5,210.5,7925000.1', 'BTCUSDT,5,1651363500,37655.5,37702,37655,37698,180.25,6793000.4'),
    rows: [
      ['2022-05-01T00:00Z', 37639.5, 37670, 37600, 37655.5],
      ['2022-05-01T00:05Z', 37655.5, 37702, 37655, 37698],
    ],
    look: 'last',
    symbol: 'BTCUSDT',
  },
  {
    source: 'CoinGecko: an empty price, more digits than a double means',
    name: 'btc-usd-max.csv',
    text: fileOf('snapped_at,price,market_cap,total_volume', '2013-04-28 00:00:00 UTC,135.3000000000000012,1500517590,0', '2013-04-29 00:00:00 UTC,,1575032004,0', '2013-04-30 00:00:00 UTC,117.25,1501657493,0'),
    rows: [
      ['2013-04-28T00:00Z', 135.3],
      ['2013-04-30T00:00Z', 117.25],
    ],
    look: 'mark',
    report: { missingRows: 1, roundedPrices: 1 },
  },
  {
    source: 'CoinMarketCap: newest first, byte order mark',
    name: 'Bitcoin_historical_data_coinmarketcap.csv',
    text: `\ufeff${fileOf(
      'timeOpen;timeClose;timeHigh;timeLow;name;open;high;low;close;volume;marketCap;timestamp',
      '"2020-03-13T00:00:00.000Z";"2020-03-13T23:59:59.999Z";"2020-03-13T22:00:00.000Z";"2020-03-13T02:15:00.000Z";"2781";5017.83124375;5838.11491085;4106.98093677;5563.70701391;74156772074.71;101642011600;"2020-03-13T23:59:59.999Z"',
      '"2020-03-12T00:00:00.000Z";"2020-03-12T23:59:59.999Z";"2020-03-12T00:05:00.000Z";"2020-03-12T23:15:00.000Z";"2781";7913.61624543;7929.11611;4860.35411;4970.78791;53980357243;90804613601;"2020-03-12T23:59:59.999Z"',
    )}`,
    rows: [
      ['2020-03-12T00:00Z', 7913.61624543, 7929.11611, 4860.35411, 4970.78791],
      ['2020-03-13T00:00Z', 5017.83124375, 5838.11491085, 4106.98093677, 5563.70701391],
    ],
    look: 'last',
    report: { order: 'descending' },
  },
  {
    source: 'FRED, the older header, a negative price',
    name: 'DCOILWTICO.csv',
    text: fileOf('DATE,DCOILWTICO', '2020-04-17,18.31', '2020-04-20,-36.98', '2020-04-21,.', '2020-04-22,13.64'),
    rows: [
      ['2020-04-17T00:00Z', 18.31],
      ['2020-04-20T00:00Z', -36.98],
      ['2020-04-22T00:00Z', 13.64],
    ],
    report: { missingRows: 1, hasNonPositive: true },
  },
]
