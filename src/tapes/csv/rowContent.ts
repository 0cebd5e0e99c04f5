import type { ColumnRole, RowContent } from './CsvMapping.ts'
import type { CsvShape } from './csvShape.ts'
import { detectTimeFormat } from './detectTimeFormat.ts'
import { bidColumn } from './quoteList.ts'
import { isFundingList, isTradeList, rateColumn } from './headerRoles.ts'

/** A rate of one payment beyond this, 0.3 %, is rare; a hundred times the usual 0.01 % is 1. */
const LARGE_RATE = 0.003

/** What the rows of a file are, by its names, or by what a caller knows of it. */
export function rowContent({ header = [], rows }: CsvShape, expected: RowContent | undefined): RowContent {
  if (expected !== undefined && (expected !== 'funding' || rateColumn(header) >= 0 || isBareRates(header, rows))) return expected
  if (isTradeList(header) || bidColumn({ header, rows }) >= 0) return 'trades'
  if (isFundingList(header, rows)) return 'funding'
  // Binance's older dumps of trades have no names; only they have a column of True and False.
  const flag = flagColumn(rows)
  const isDump = header.length === 0 && flag >= 3 && detectTimeFormat(rows.map((row) => row[flag - 1] ?? '')) !== undefined
  return isDump ? 'trades' : 'bars'
}

/** Times and rates without names, and where candles would go on only zeros: the funding of freqtrade. */
function isBareRates(header: readonly string[], rows: CsvShape['rows']): boolean {
  return header.length === 0 && rows.every(([, rate = '', ...others]) => Math.abs(Number(rate)) < 1 && others.every((cell) => Number(cell) === 0))
}

/** Roles of such a dump: id, price, quantity … time, isBuyerMaker(, isBestMatch). */
export function dumpRoles(rows: CsvShape['rows'], width: number): ColumnRole[] {
  const time = flagColumn(rows) - 1
  return Array.from({ length: width }, (_, column) => (column === time ? 'time' : column === 1 ? 'close' : column === 2 ? 'volume' : 'ignored'))
}

function flagColumn(rows: CsvShape['rows']): number {
  return (rows[0] ?? []).findIndex((cell) => /^(true|false)$/i.test(cell))
}

/** Whether rates are written in percent; `sure` is false where they are large for shares and small for percent. */
export function ratesInPercent({ header = [], rows }: CsvShape, decimal: '.' | ','): { readonly isPercent: boolean; readonly sure: boolean } {
  const column = rateColumn(header)
  if (/%|percent|pct/i.test(header[column] ?? '')) return { isPercent: true, sure: true }
  const rates = rows
    .map((row) => row[column] ?? '')
    .filter((cell) => cell !== '' && !cell.endsWith('%'))
    .map((cell) => Math.abs(Number(decimal === ',' ? cell.replace(',', '.') : cell)))
    .toSorted((a, b) => a - b)
  return { isPercent: false, sure: (rates[Math.floor(rates.length / 2)] ?? 0) < LARGE_RATE }
}
