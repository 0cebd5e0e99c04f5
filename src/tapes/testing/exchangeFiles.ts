import { type ExportedFile, fileOf } from './ExportedFile.ts'

/** Layouts of exchanges and price sites, data-sources.md section 3, with invented but possible prices. */
export const EXCHANGE_FILES: readonly ExportedFile[] = [
  {
    source: 'Binance dump, spot, no header, milliseconds',
    text: fileOf(
      '1583971200000,7934.58,7966.17,7932.00,7950.44,1024.5,1583974799999,8135712.1,10500,512.1,4067000.5,0',
      '1583974800000,7950.44,7958.33,7859.50,7863.59,1811.2,1583978399999,14321004.9,14023,801.7,6340112.8,0',
      '1583978400000,7863.01,7907.12,7860.00,7894.57,967.8,1583981999999,7630111.2,9012,455.4,3591004.4,0',
    ),
    roles: 'time open high low close volume ignored ignored ignored ignored ignored ignored',
    rows: [
      ['2020-03-12T00:00Z', 7934.58, 7966.17, 7932, 7950.44],
      ['2020-03-12T01:00Z', 7950.44, 7958.33, 7859.5, 7863.59],
      ['2020-03-12T02:00Z', 7863.01, 7907.12, 7860, 7894.57],
    ],
  },
  {
    source: 'Binance dump across 2025-01-01, milliseconds then microseconds',
    text: fileOf(
      '1735686000000,93500.1,93700,93400,93610.5,10,1735689599999,1,1,1,1,0',
      '1735689600000000,93610.5,94000,93550.2,93900,12,1735693199999999,1,1,1,1,0',
      '1735693200000000,93900,94100.7,93800,94050,9,1735696799999999,1,1,1,1,0',
    ),
    roles: 'time open high low close volume ignored ignored ignored ignored ignored ignored',
    rows: [
      ['2024-12-31T23:00Z', 93500.1, 93700, 93400, 93610.5],
      ['2025-01-01T00:00Z', 93610.5, 94000, 93550.2, 93900],
      ['2025-01-01T01:00Z', 93900, 94100.7, 93800, 94050],
    ],
  },
  {
    source: 'Binance dump, USD-M mark price, header',
    text: fileOf(
      'open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore',
      '1759276800000,113988.7,114161.8,113988.7,114142.6,0,1759277099999,0,300,0,0,0',
      '1759277100000,114142.6,114200,114100.1,114150,0,1759277399999,0,300,0,0,0',
    ),
    roles: 'time open high low close volume ignored ignored ignored ignored ignored ignored',
    rows: [
      ['2025-10-01T00:00Z', 113988.7, 114161.8, 113988.7, 114142.6],
      ['2025-10-01T00:05Z', 114142.6, 114200, 114100.1, 114150],
    ],
  },
  {
    source: 'CryptoDataDownload, address first, newest first',
    text: fileOf(
      'https://www.CryptoDataDownload.com',
      'unix,date,symbol,open,high,low,close,Volume BTC,Volume USD',
      '1586433600,2020-04-09 12:00:00,BTC/USD,7290.1,7310.5,7280,7301.25,33.1,241000.2',
      '1586430000,2020-04-09 11:00:00,BTC/USD,7300,7320.75,7285.5,7290.1,41.7,304500.9',
    ),
    roles: 'time ignored ignored open high low close volume ignored',
    rows: [
      ['2020-04-09T11:00Z', 7300, 7320.75, 7285.5, 7290.1],
      ['2020-04-09T12:00Z', 7290.1, 7310.5, 7280, 7301.25],
    ],
  },
  {
    source: 'CryptoDataDownload, older, 12-AM',
    text: fileOf(
      'www.CryptoDataDownload.com',
      'Date,Symbol,Open,High,Low,Close,Volume BTC,Volume USD',
      '2020-04-09 01-PM,BTCUSD,7301.2,7330,7295,7321,12,88000',
      '2020-04-09 12-PM,BTCUSD,7290.1,7310.5,7280,7301.2,11,80000',
      '2020-04-09 12-AM,BTCUSD,7340,7344.4,7270,7290.1,10,73000',
    ),
    roles: 'time ignored open high low close volume ignored',
    rows: [
      ['2020-04-09T00:00Z', 7340, 7344.4, 7270, 7290.1],
      ['2020-04-09T12:00Z', 7290.1, 7310.5, 7280, 7301.2],
      ['2020-04-09T13:00Z', 7301.2, 7330, 7295, 7321],
    ],
    questions: ['zone'],
  },
  {
    source: 'TradingView, seconds, repeated names, no final line break',
    text: 'time,open,high,low,close,Volume,Volume,SMA #1\n1746086400,96500,96900.5,96400,96800,12,12,\n1746090000,96800,97000,96700.25,96950,9,9,96875',
    roles: 'time open high low close volume ignored ignored',
    rows: [
      ['2025-05-01T08:00Z', 96500, 96900.5, 96400, 96800],
      ['2025-05-01T09:00Z', 96800, 97000, 96700.25, 96950],
    ],
  },
  {
    source: 'TradingView, ISO',
    text: fileOf('time,open,high,low,close', '2025-05-01T08:00:00Z,96500,96900.5,96400,96800', '2025-05-01T11:00:00+02:00,96800,97000,96700.25,96950'),
    roles: 'time open high low close',
    rows: [
      ['2025-05-01T08:00Z', 96500, 96900.5, 96400, 96800],
      ['2025-05-01T09:00Z', 96800, 97000, 96700.25, 96950],
    ],
  },
  {
    source: 'Yahoo, with a null row',
    text: fileOf(
      'Date,Open,High,Low,Close,Adj Close,Volume',
      '2000-01-03,1469.250000,1478.000000,1438.359985,1455.219971,1400.100000,931800000',
      '2000-01-04,null,null,null,null,null,null',
      '2000-01-05,1399.420044,1413.270020,1377.680054,1402.109985,1350.000000,1085500000',
    ),
    roles: 'time open high low close ignored volume',
    rows: [
      ['2000-01-03T00:00Z', 1469.25, 1478, 1438.359985, 1455.219971],
      ['2000-01-05T00:00Z', 1399.420044, 1413.27002, 1377.680054, 1402.109985],
    ],
  },
  {
    source: 'Stooq, with ticker, period, date and time',
    text: fileOf(
      '<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>',
      'BTC.V,60,20200312,100000,5900.5,5990,5555.55,5700,0,0',
      'BTC.V,60,20200312,110000,5700,5810,5600,5805.1,0,0',
    ),
    roles: 'ignored ignored time clock open high low close volume ignored',
    rows: [
      ['2020-03-12T10:00Z', 5900.5, 5990, 5555.55, 5700],
      ['2020-03-12T11:00Z', 5700, 5810, 5600, 5805.1],
    ],
    questions: ['zone'],
  },
  {
    source: 'Investing.com, US, quoted, price first, newest first',
    text: `\ufeff${fileOf(
      '"Date","Price","Open","High","Low","Vol.","Change %"',
      '"03/13/2020","5,638.1","4,815.2","5,969.9","3,869.5","2.99M","17.09%"',
      '"03/12/2020","4,815.2","7,938.1","7,966.2","4,546.6","2.70M","-39.34%"',
    )}`,
    roles: 'time close open high low volume ignored',
    rows: [
      ['2020-03-12T00:00Z', 7938.1, 7966.2, 4546.6, 4815.2],
      ['2020-03-13T00:00Z', 4815.2, 5969.9, 3869.5, 5638.1],
    ],
  },
  {
    source: 'Investing.com, German',
    text: fileOf('"Datum","Zuletzt","Eröffn.","Hoch","Tief","Vol.","+/- %"', '"13.03.2020","5.638,1","4.815,2","5.969,9","3.869,5","2,99M","17,09%"', '"12.03.2020","4.815,2","7.938,1","7.966,2","4.546,6","2,70M","-39,34%"'),
    roles: 'time close open high low volume ignored',
    rows: [
      ['2020-03-12T00:00Z', 7938.1, 7966.2, 4546.6, 4815.2],
      ['2020-03-13T00:00Z', 4815.2, 5969.9, 3869.5, 5638.1],
    ],
  },
  {
    source: 'Nasdaq.com, dollars, close first',
    text: fileOf('Date,Close/Last,Volume,Open,High,Low', '03/16/2020,$2386.13,1200,$2508.59,$2562.98,$2380.94', '03/13/2020,$2711.02,1100,$2569.99,$2711.33,$2492.37'),
    roles: 'time close volume open high low',
    rows: [
      ['2020-03-13T00:00Z', 2569.99, 2711.33, 2492.37, 2711.02],
      ['2020-03-16T00:00Z', 2508.59, 2562.98, 2380.94, 2386.13],
    ],
  },
  {
    source: 'Coinbase reply saved, no header: low, high, open, close',
    text: fileOf('1591521360,9600.1,9633.3,9620.5,9610,3.2', '1591517760,9590,9640.2,9600.4,9620.5,5.1', '1591514160,9580.5,9612,9585.1,9600.4,4.4'),
    roles: 'time low high open close volume',
    rows: [
      ['2020-06-07T07:16Z', 9585.1, 9612, 9580.5, 9600.4],
      ['2020-06-07T08:16Z', 9600.4, 9640.2, 9590, 9620.5],
      ['2020-06-07T09:16Z', 9620.5, 9633.3, 9600.1, 9610],
    ],
  },
  {
    source: 'Bitfinex, no header: open, close, high, low',
    text: fileOf('1513814400000,16425,16449.56113512,16454,16420.1,27.03236618', '1513814460000,16449.5,16400,16460,16399,31.1', '1513814520000,16400,16380.2,16410,16350,12.9'),
    roles: 'time open close high low volume',
    rows: [
      ['2017-12-21T00:00Z', 16425, 16454, 16420.1, 16449.56113512],
      ['2017-12-21T00:01Z', 16449.5, 16460, 16399, 16400],
      ['2017-12-21T00:02Z', 16400, 16410, 16350, 16380.2],
    ],
  },
  {
    source: 'Bitfinex with header',
    text: fileOf('time,open,close,high,low,volume', '1513814400000,16425,16449.56113512,16454,16420.1,27.03236618', '1513814460000,16449.5,16400,16460,16399,31.1'),
    roles: 'time open close high low volume',
    rows: [
      ['2017-12-21T00:00Z', 16425, 16454, 16420.1, 16449.56113512],
      ['2017-12-21T00:01Z', 16449.5, 16460, 16399, 16400],
    ],
  },
]
