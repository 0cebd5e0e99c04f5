import { decimalsSeen } from '../columns/decimalsSeen.ts'
import { spanText } from '../spanText.ts'
import { utcText } from '../utcText.ts'
import { type BarSpacing, barSpacing } from './barSpacing.ts'
import type { CsvMapping } from './CsvMapping.ts'
import { flatRun } from './flatRun.ts'
import type { CsvBar, CsvReport } from './CsvReport.ts'
import type { ReadColumns } from './BarColumns.ts'
import { type CsvRows, DEFAULT_TRADE_BAR } from './CsvRows.ts'
import { priceFindings } from './priceFindings.ts'
import { rateFindings } from './rateFindings.ts'
import type { SortedColumns } from './sortedColumns.ts'
import { widenedCandles } from './widenedCandles.ts'

/** Of blocks of symbols, one below the other, the first thousand lines show only one. */
const TWICE = 'Many times stand in the file more than once, with different prices; the later row was taken. It may hold several instruments, or bid and ask.'
const SHOWN_ROWS = 5

/** The report on a file that was read and sorted. Widens the candles of `sorted` in place where they contradict themselves. */
export function importReport(rows: CsvRows, sorted: SortedColumns, mapping: CsvMapping): CsvReport {
  const { columns, order, duplicates, conflictingDuplicates } = sorted
  const n = columns.time.length
  const content = mapping.content ?? 'bars'
  const spacing = barSpacing(columns.time, content === 'trades' ? (mapping.barMillis ?? DEFAULT_TRADE_BAR) : undefined)
  const violations = widenedCandles(columns)
  const bars = (from: number, to: number): CsvBar[] => Array.from({ length: to - from }, (_, i) => barAt(columns, from + i))
  return {
    rows: n,
    first: columns.time[0] as number,
    last: columns.time[n - 1] as number,
    barMillis: spacing.barMillis,
    order,
    gaps: spacing.gaps,
    duplicates,
    conflictingDuplicates,
    missingRows: rows.missingRows,
    ohlcViolations: violations.count,
    ohlcViolationLines: violations.lines,
    roundedPrices: rows.roundedPrices,
    decimals: decimalsSeen([columns.open, columns.high, columns.low, columns.close]),
    ...(content === 'funding' ? rateFindings(columns) : priceFindings(columns)),
    ...(content === 'bars' ? {} : { content }),
    ...(rows.trades === undefined ? {} : { trades: rows.trades }),
    firstRows: bars(0, Math.min(n, SHOWN_ROWS)),
    lastRows: bars(Math.max(0, n - SHOWN_ROWS), n),
    problems: rows.problems,
    problemCount: rows.problemCount,
    notes: [...notesOf(rows, mapping, spacing), ...(content === 'bars' ? stillNotes(columns) : []), ...(content === 'bars' && conflictingDuplicates * 10 > n ? [TWICE] : [])],
  }
}

function notesOf(rows: CsvRows, mapping: CsvMapping, spacing: BarSpacing): string[] {
  const notes: string[] = []
  if (mapping.content === 'funding') return fundingNotes(rows, spacing)
  if (spacing.weekdaysOnly) notes.push('Daily bars without weekends; weekends are not counted as gaps.')
  if (spacing.shortSteps > 0) {
    const times = spacing.shortSteps === 1 ? 'One bar follows' : `${spacing.shortSteps} bars follow`
    notes.push(`${times} the one before in less than ${spanText(spacing.barMillis)}, the usual step. The file may mix bar sizes.`)
  }
  if (rows.volumeRows > 0 && rows.tradedRows === 0) notes.push('The volume is zero throughout: these look like mark or index prices, not trades.')
  if (mapping.time.type !== 'epoch' && mapping.utcOffsetMinutes !== 0) {
    notes.push(`Times were shifted by ${-mapping.utcOffsetMinutes} minutes to UTC${mapping.summerTime === undefined ? '' : ', by an hour more in summer'}.`)
  }
  return notes
}

function stillNotes(columns: ReadColumns): string[] {
  const run = flatRun(columns)
  return run === undefined ? [] : [`${run.bars} bars in a row stand still, from ${utcText(run.from)}: filled in where nothing was traded, as on a weekend.`]
}

function fundingNotes(rows: CsvRows, spacing: BarSpacing): string[] {
  const notes: string[] = []
  if (rows.movedTimes > 0) notes.push(`${rows.movedTimes === 1 ? 'One payment is noted within ten seconds of the full hour and counts' : `${rows.movedTimes} payments are noted within ten seconds of the full hour and count`} as at it.`)
  if (spacing.shortSteps > 0) notes.push(`${spacing.shortSteps === 1 ? 'One payment follows' : `${spacing.shortSteps} payments follow`} the one before in less than ${spanText(spacing.barMillis)}: the interval changes. Each is paid at its own time.`)
  return notes
}

function barAt(columns: ReadColumns, i: number): CsvBar {
  const { open, high, low, close } = columns
  const candle = open === undefined || high === undefined || low === undefined ? {} : { open: open[i] as number, high: high[i] as number, low: low[i] as number }
  return { line: columns.line[i] as number, time: columns.time[i] as number, ...candle, close: close[i] as number }
}
