import { type ExportedFile, fileOf } from './ExportedFile.ts'

/** Layouts of trading platforms, banks, spreadsheets and programs, data-sources.md section 3. */
export const PLATFORM_FILES: readonly ExportedFile[] = [
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
    text: fileOf('2020.03.12,10:00,1.12710,1.12900,1.12500,1.12645,5123', '2020.03.12,11:00,1.12645,1.12700,1.11900,1.12010,6012', '2020.03.12,12:00,1.12010,1.12050,1.11500,1.11800,5870'),
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
    text: fileOf('Gmt time,Open,High,Low,Close,Volume', '12.03.2020 10:00:00.000,1.1271,1.129,1.125,1.12645,5123.4', '12.03.2020 11:00:00.000,1.12645,1.127,1.119,1.1201,6012.9', '13.03.2020 00:00:00.000,1.1201,1.1205,1.115,1.118,10'),
    roles: 'time open high low close volume',
    rows: [
      ['2020-03-12T10:00Z', 1.1271, 1.129, 1.125, 1.12645],
      ['2020-03-12T11:00Z', 1.12645, 1.127, 1.119, 1.1201],
      ['2020-03-13T00:00Z', 1.1201, 1.1205, 1.115, 1.118],
    ],
  },
  {
    source: 'HistData, semicolons, no header',
    text: fileOf('20120201 000000;1.306600;1.306600;1.306560;1.306560;0', '20120201 000100;1.306570;1.306570;1.306470;1.306560;0', '20120201 000200;1.306520;1.306560;1.306520;1.306560;0'),
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
    text: fileOf('snapped_at,price,market_cap,total_volume', '2013-04-28 00:00:00 UTC,135.3,1500517590,0', '2013-04-29 00:00:00 UTC,141.96,1575032004,0'),
    roles: 'time close ignored volume',
    rows: [
      ['2013-04-28T00:00Z', 135.3],
      ['2013-04-29T00:00Z', 141.96],
    ],
  },
  {
    source: 'CoinMarketCap, semicolons, ISO, quoted',
    text: fileOf(
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
    text: fileOf('observation_date,DCOILWTICO', '2020-04-17,18.31', '2020-04-20,-36.98', '2020-04-21,8.91', '2020-04-22,.', '2020-04-23,15.06'),
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
    text: fileOf('Datum;Erster;Hoch;Tief;Schlusskurs;Stuecke', '15.03.2024;€1.234,50;1.240,00;1.230,25;1.238;17', '18.03.2024;1.238;1.251,75;1.236;1.250,5;12'),
    roles: 'time open high low close ignored',
    rows: [
      ['2024-03-15T00:00Z', 1234.5, 1240, 1230.25, 1238],
      ['2024-03-18T00:00Z', 1238, 1251.75, 1236, 1250.5],
    ],
  },
  {
    source: 'Spreadsheet serial days, sep= line',
    text: fileOf('sep=;', 'Date;Close', '43902,4166666666;5900,5', '43902,4583333333;5700,25'),
    roles: 'time close',
    rows: [
      ['2020-03-12T10:00Z', 5900.5],
      ['2020-03-12T11:00Z', 5700.25],
    ],
    questions: ['zone'],
  },
  {
    source: 'pandas, index column, float seconds, exponents',
    text: fileOf(',timestamp,open,high,low,close', '0,1652400000.0,0.0001,0.00012,4.9e-05,5e-05', '1,1652403600.0,5e-05,6.1e-05,4e-05,0.00006'),
    roles: 'ignored time open high low close',
    rows: [
      ['2022-05-13T00:00Z', 0.0001, 0.00012, 0.000049, 0.00005],
      ['2022-05-13T01:00Z', 0.00005, 0.000061, 0.00004, 0.00006],
    ],
  },
  {
    source: 'nanoseconds and written months',
    text: fileOf('when|last', '1584007200123456789|5900.5', '1584010800123456789|5700'),
    roles: 'time close',
    rows: [
      ['2020-03-12T10:00:00.123Z', 5900.5],
      ['2020-03-12T11:00:00.123Z', 5700],
    ],
  },
  {
    source: 'month names',
    text: fileOf('Date,Close', '"Oct 9, 2025","121,663.50"', '"Oct 10, 2025","113,214.37"'),
    roles: 'time close',
    rows: [
      ['2025-10-09T00:00Z', 121663.5],
      ['2025-10-10T00:00Z', 113214.37],
    ],
  },
]
