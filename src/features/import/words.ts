import type { ColumnRole } from './ImportedFile.ts'

export const words = {
  title: 'Import prices',
  choose: 'Choose CSV files…',
  add: 'Add files…',
  empty: {
    title: 'No files yet',
    drop: 'Drop CSV files anywhere on the page, or choose them.',
    known:
      'Read without asking: dumps and exports of Binance, Bybit, Bitfinex, Coinbase, Kraken, Bitstamp, TradingView, CryptoDataDownload, Yahoo, Stooq, Investing.com, Nasdaq, MetaTrader, Dukascopy, HistData, CoinGecko, FRED; candles or closes, any order, any common way to write a time.',
    local: 'The file is read on this computer and sent nowhere.',
  },
  files: {
    label: 'Files',
    reading: (name: string) => `Reading ${name}`,
    rows: (rows: string, share: string) => `${rows} rows, ${share}`,
    instrument: (name: string) => `Instrument name of ${name}`,
    remove: (name: string) => `Remove ${name}`,
    show: (name: string) => `Show ${name}`,
    refused: 'Not read',
    emptyName: 'Enter a name.',
    takenName: 'Another file has this name.',
  },
  found: 'What was found',
  read: 'How it is read',
  rowsTitle: 'First and last rows, as they will be played',
  problemsTitle: (count: string) => `Left out: ${count}`,
  problemsMore: (shown: string, count: string) => `The first ${shown} of ${count}.`,
  problemHead: { line: 'Line', column: 'Column', message: 'What is wrong' },
  refusedRows: 'The first rows that could not be read',
  rowHead: { line: 'Line', time: 'Time, UTC', open: 'Open', high: 'High', low: 'Low', close: 'Close' },
  omitted: (count: string) => `${count} rows between`,
  mapping: {
    separator: 'Separator',
    separators: { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Bar' },
    header: 'First line',
    headers: { header: 'Column names', row: 'A row of prices' },
    skip: 'Lines to skip',
    skipError: 'Enter a whole number.',
    decimal: 'Decimal mark',
    decimals: { '.': 'Point', ',': 'Comma' },
    time: 'Times are',
    zone: 'Time zone of the file',
    zoneFixed: 'Counted from 1970, always UTC.',
    columns: 'Columns',
    role: (name: string) => `Column ${name} holds`,
  },
  questions: {
    'day-or-month': 'Every day in the first rows could be a month. Check the order of day and month below “Times are”.',
    zone: 'The times carry no zone; UTC is assumed. Choose the zone of the file if it is another one.',
    columns: 'The columns are guessed or incomplete. Check what each one holds.',
    decimal: 'A number like 50,000 or 50.000 could be fifty thousand or fifty. Check the decimal mark against the rows below.',
  },
  between: {
    label: 'Between two bars',
    path: 'Path',
    jump: 'Jump',
    pathHint: 'Inside a bar the price passes every level; from a close to the next open it jumps.',
    pathHintCloses: 'The price moves in a straight line from close to close; over missing bars it jumps.',
    jumpHint: 'Only the closes exist: what is passed between two of them is executed at the later one.',
    suggest: 'Daily closes tell nothing of the way between them; a straight line would invent fills nobody got.',
    suggestFix: 'Set Jump',
  },
  trades: {
    label: 'Trades',
    none: 'None',
    examples: (count: number) => (count === 1 ? 'One example long' : `${['No', 'One', 'Two', 'Three'][count] ?? count} example longs`),
    noPrice: 'The first price is not above zero',
  },
  clock: {
    shared: (from: string, to: string) => `Played together from ${from} to ${to}.`,
    outside: (name: string, parts: string) => `${name} has more ${parts}; that part is left out.`,
    before: 'before it',
    after: 'after it',
    both: 'before and after it',
    gaps: 'Where one has a gap and another has prices, it stands still.',
  },
  howPlayed: 'How it is played',
  play: 'Play this',
  playReasons: { together: 'The files do not fit together: see the reason above.', none: 'Choose a file first.', reading: 'Still reading.', opening: 'It is being opened.', refused: 'A file could not be read: correct how it is read, or remove it.', name: 'Give every instrument a name of its own.' },
  cancel: 'Cancel',
  keeps: (title: string) => `“${title}” stays one Undo away.`,
} as const

export const ROLE_WORDS: Readonly<Record<ColumnRole, string>> = {
  time: 'Time',
  clock: 'Time of day',
  open: 'Open',
  high: 'High',
  low: 'Low',
  close: 'Close',
  volume: 'Volume',
  ignored: 'Not used',
}

export function bars(count: number, text: string): string {
  return `${text} ${count === 1 ? 'bar' : 'bars'}`
}
