/** A file as a known source writes it, and what it says: `rows` are ISO time, then open, high, low, close, or the close alone. */
export interface ExportedFile {
  readonly source: string
  readonly text: string
  readonly roles: string
  readonly rows: readonly (readonly [time: string, ...prices: number[]])[]
  readonly questions?: readonly string[]
}

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`

/** Layouts of data-sources.md section 3, with invented but possible prices. */
export const EXPORTED_FILES: readonly ExportedFile[] = [
  {
    source: 'Binance dump, spot, no header, milliseconds',
    text: lines(
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
    text: lines(
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
    text: lines(
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
    text: lines(
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
    text: lines(
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
    text: lines('time,open,high,low,close', '2025-05-01T08:00:00Z,96500,96900.5,96400,96800', '2025-05-01T11:00:00+02:00,96800,97000,96700.25,96950'),
    roles: 'time open high low close',
    rows: [
      ['2025-05-01T08:00Z', 96500, 96900.5, 96400, 96800],
      ['2025-05-01T09:00Z', 96800, 97000, 96700.25, 96950],
    ],
  },
  {
    source: 'Yahoo, with a null row',
    text: lines(
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
    text: lines(
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
    text: `\ufeff${lines(
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
    text: lines('"Datum","Zuletzt","Eröffn.","Hoch","Tief","Vol.","+/- %"', '"13.03.2020","5.638,1","4.815,2","5.969,9","3.869,5","2,99M","17,09%"', '"12.03.2020","4.815,2","7.938,1","7.966,2","4.546,6","2,70M","-39,34%"'),
    roles: 'time close open high low volume ignored',
    rows: [
      ['2020-03-12T00:00Z', 7938.1, 7966.2, 4546.6, 4815.2],
      ['2020-03-13T00:00Z', 4815.2, 5969.9, 3869.5, 5638.1],
    ],
  },
  {
    source: 'Nasdaq.com, dollars, close first',
    text: lines('Date,Close/Last,Volume,Open,High,Low', '03/16/2020,$2386.13,1200,$2508.59,$2562.98,$2380.94', '03/13/2020,$2711.02,1100,$2569.99,$2711.33,$2492.37'),
    roles: 'time close volume open high low',
    rows: [
      ['2020-03-13T00:00Z', 2569.99, 2711.33, 2492.37, 2711.02],
      ['2020-03-16T00:00Z', 2508.59, 2562.98, 2380.94, 2386.13],
    ],
  },
  {
    source: 'Coinbase reply saved, no header: low, high, open, close',
    text: lines('1591521360,9600.1,9633.3,9620.5,9610,3.2', '1591517760,9590,9640.2,9600.4,9620.5,5.1', '1591514160,9580.5,9612,9585.1,9600.4,4.4'),
    roles: 'time low high open close volume',
    rows: [
      ['2020-06-07T07:16Z', 9585.1, 9612, 9580.5, 9600.4],
      ['2020-06-07T08:16Z', 9600.4, 9640.2, 9590, 9620.5],
      ['2020-06-07T09:16Z', 9620.5, 9633.3, 9600.1, 9610],
    ],
  },
  {
    source: 'Bitfinex, no header: open, close, high, low',
    text: lines('1513814400000,16425,16449.56113512,16454,16420.1,27.03236618', '1513814460000,16449.5,16400,16460,16399,31.1', '1513814520000,16400,16380.2,16410,16350,12.9'),
    roles: 'time open close high low volume',
    rows: [
      ['2017-12-21T00:00Z', 16425, 16454, 16420.1, 16449.56113512],
      ['2017-12-21T00:01Z', 16449.5, 16460, 16399, 16400],
      ['2017-12-21T00:02Z', 16400, 16410, 16350, 16380.2],
    ],
  },
  {
    source: 'Bitfinex with header',
    text: lines('time,open,close,high,low,volume', '1513814400000,16425,16449.56113512,16454,16420.1,27.03236618', '1513814460000,16449.5,16400,16460,16399,31.1'),
    roles: 'time open close high low volume',
    rows: [
      ['2017-12-21T00:00Z', 16425, 16454, 16420.1, 16449.56113512],
      ['2017-12-21T00:01Z', 16449.5, 16460, 16399, 16400],
    ],
  },
  {
    source: 'MetaTrader 5, tabs, date and time apart, \\r\\n',
    text: '<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>\r\n2020.03.12\t10:00:00\t1.12710\t1.12900\t1.12500\t1.12645\t5123\t0\t3\r\n2020.03.12\t11:00:00\t1.12645\t1.12700\t1.11900\t1.12010\t6012\t0\t4\r\n',
    roles: 'time clock open high low close volume ignored ignored',
    rows: [
      ['2020-03-12T10:00Z', 1.1271, 1.129, 1.125, 1.12645],
      ['2020-03-12T11:00Z', 1.12645, 1.127, 1.119, 1.1201],
    ],
    questions: ['zone'],
  },
  {
    source: 'MetaTrader 4, no header',
    text: lines('2020.03.12,10:00,1.12710,1.12900,1.12500,1.12645,5123', '2020.03.12,11:00,1.12645,1.12700,1.11900,1.12010,6012', '2020.03.12,12:00,1.12010,1.12050,1.11500,1.11800,5870'),
    roles: 'time clock open high low close volume',
    rows: [
      ['2020-03-12T10:00Z', 1.1271, 1.129, 1.125, 1.12645],
      ['2020-03-12T11:00Z', 1.12645, 1.127, 1.119, 1.1201],
      ['2020-03-12T12:00Z', 1.1201, 1.1205, 1.115, 1.118],
    ],
    questions: ['zone'],
  },
  {
    source: 'Dukascopy',
    text: lines('Gmt time,Open,High,Low,Close,Volume', '12.03.2020 10:00:00.000,1.1271,1.129,1.125,1.12645,5123.4', '12.03.2020 11:00:00.000,1.12645,1.127,1.119,1.1201,6012.9', '13.03.2020 00:00:00.000,1.1201,1.1205,1.115,1.118,10'),
    roles: 'time open high low close volume',
    rows: [
      ['2020-03-12T10:00Z', 1.1271, 1.129, 1.125, 1.12645],
      ['2020-03-12T11:00Z', 1.12645, 1.127, 1.119, 1.1201],
      ['2020-03-13T00:00Z', 1.1201, 1.1205, 1.115, 1.118],
    ],
    questions: ['zone'],
  },
  {
    source: 'HistData, semicolons, no header',
    text: lines('20120201 000000;1.306600;1.306600;1.306560;1.306560;0', '20120201 000100;1.306570;1.306570;1.306470;1.306560;0', '20120201 000200;1.306520;1.306560;1.306520;1.306560;0'),
    roles: 'time open high low close volume',
    rows: [
      ['2012-02-01T00:00Z', 1.3066, 1.3066, 1.30656, 1.30656],
      ['2012-02-01T00:01Z', 1.30657, 1.30657, 1.30647, 1.30656],
      ['2012-02-01T00:02Z', 1.30652, 1.30656, 1.30652, 1.30656],
    ],
    questions: ['zone'],
  },
  {
    source: 'CoinGecko, closes',
    text: lines('snapped_at,price,market_cap,total_volume', '2013-04-28 00:00:00 UTC,135.3,1500517590,0', '2013-04-29 00:00:00 UTC,141.96,1575032004,0'),
    roles: 'time close ignored volume',
    rows: [
      ['2013-04-28T00:00Z', 135.3],
      ['2013-04-29T00:00Z', 141.96],
    ],
  },
  {
    source: 'CoinMarketCap, semicolons, ISO, quoted',
    text: lines(
      'timeOpen;timeClose;timeHigh;timeLow;name;open;high;low;close;volume;marketCap;timestamp',
      '"2020-03-12T00:00:00.000Z";"2020-03-12T23:59:59.999Z";"2020-03-12T00:05:00.000Z";"2020-03-12T23:15:00.000Z";"2781";7913.6162;7929.1161;4860.3541;4970.7879;53980357243;90804613601;"2020-03-12T23:59:59.999Z"',
      '"2020-03-13T00:00:00.000Z";"2020-03-13T23:59:59.999Z";"2020-03-13T22:00:00.000Z";"2020-03-13T02:15:00.000Z";"2781";5017.8312;5838.1149;4106.9809;5563.7070;74156772075;101642011600;"2020-03-13T23:59:59.999Z"',
    ),
    roles: 'time ignored ignored ignored ignored open high low close volume ignored ignored',
    rows: [
      ['2020-03-12T00:00Z', 7913.6162, 7929.1161, 4860.3541, 4970.7879],
      ['2020-03-13T00:00Z', 5017.8312, 5838.1149, 4106.9809, 5563.707],
    ],
  },
  {
    source: 'FRED, a dot for a missing day',
    text: lines('observation_date,DCOILWTICO', '2020-04-17,18.31', '2020-04-20,-36.98', '2020-04-21,8.91', '2020-04-22,.', '2020-04-23,15.06'),
    roles: 'time close',
    rows: [
      ['2020-04-17T00:00Z', 18.31],
      ['2020-04-20T00:00Z', -36.98],
      ['2020-04-21T00:00Z', 8.91],
      ['2020-04-23T00:00Z', 15.06],
    ],
  },
  {
    source: 'German bank, semicolons, decimal comma, euro signs',
    text: lines('Datum;Erster;Hoch;Tief;Schlusskurs;Stuecke', '15.03.2024;€1.234,50;1.240,00;1.230,25;1.238;17', '18.03.2024;1.238;1.251,75;1.236;1.250,5;12'),
    roles: 'time open high low close ignored',
    rows: [
      ['2024-03-15T00:00Z', 1234.5, 1240, 1230.25, 1238],
      ['2024-03-18T00:00Z', 1238, 1251.75, 1236, 1250.5],
    ],
  },
  {
    source: 'Spreadsheet serial days, sep= line',
    text: lines('sep=;', 'Date;Close', '43902,4166666666;5900,5', '43902,4583333333;5700,25'),
    roles: 'time close',
    rows: [
      ['2020-03-12T10:00Z', 5900.5],
      ['2020-03-12T11:00Z', 5700.25],
    ],
    questions: ['zone'],
  },
  {
    source: 'pandas, index column, float seconds, exponents',
    text: lines(',timestamp,open,high,low,close', '0,1652400000.0,0.0001,0.00012,4.9e-05,5e-05', '1,1652403600.0,5e-05,6.1e-05,4e-05,0.00006'),
    roles: 'ignored time open high low close',
    rows: [
      ['2022-05-13T00:00Z', 0.0001, 0.00012, 0.000049, 0.00005],
      ['2022-05-13T01:00Z', 0.00005, 0.000061, 0.00004, 0.00006],
    ],
  },
  {
    source: 'nanoseconds and written months',
    text: lines('when|last', '1584007200123456789|5900.5', '1584010800123456789|5700'),
    roles: 'time close',
    rows: [
      ['2020-03-12T10:00:00.123Z', 5900.5],
      ['2020-03-12T11:00:00.123Z', 5700],
    ],
  },
  {
    source: 'month names',
    text: lines('Date,Close', '"Oct 9, 2025","121,663.50"', '"Oct 10, 2025","113,214.37"'),
    roles: 'time close',
    rows: [
      ['2025-10-09T00:00Z', 121663.5],
      ['2025-10-10T00:00Z', 113214.37],
    ],
  },
]
