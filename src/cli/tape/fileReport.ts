import { tapeHash } from '../../tapes/tapeHash.ts'
import type { CsvQuestion } from '../../tapes/csv/detectCsv.ts'
import type { ReadFile } from './ReadFile.ts'

const QUESTIONS: Readonly<Record<CsvQuestion, string>> = {
  'day-or-month': 'every day could be a month; the order was guessed',
  zone: 'the times carry no zone and are taken for UTC; say it with --zone',
  columns: 'the columns are guessed or incomplete',
  decimal: 'a number like 50,000 could be fifty thousand or fifty',
  percent: 'the rates may be percent; they are taken for shares',
}

const PREMIUM = 'The premium is a share of the price, not a price: 0.0001 is 0.01 %. To play the instrument, give the file of its mark or its index.'

/** What was found in a file and how it was read, as JSON values; times are ISO, spans milliseconds. */
export function fileReport({ path, entry, imported, report, instrument, kind, tape }: ReadFile): Record<string, unknown> {
  const { detection, mapping, look } = imported
  const { separator, time, columns } = mapping
  const isPrices = report.content !== 'funding'
  return {
    file: path,
    ...(entry === undefined ? {} : { entry }),
    instrument,
    kind,
    looksLike: look === undefined ? { none: 'unknown' } : { kind: look.kind, why: look.why },
    readAs: {
      format: mapping.container ?? 'csv',
      row: mapping.content ?? 'bars',
      ...(mapping.container === 'json' ? {} : { separator, decimal: mapping.decimal }),
      time: time.type === 'epoch' ? `epoch ${time.unit}` : time.type === 'calendar' ? time.order : time.type,
      utcOffsetMinutes: mapping.utcOffsetMinutes,
      ...(mapping.summerTime === undefined ? {} : { summerTime: mapping.summerTime }),
      columns: columns.map((role, i) => ({ name: detection.names[i] ?? '', role })),
    },
    rows: report.rows,
    ...(report.trades === undefined ? {} : { trades: report.trades }),
    first: iso(report.first),
    last: iso(report.last),
    barMillis: report.barMillis,
    decimals: report.decimals,
    order: report.order,
    gaps: { ...report.gaps, ...(report.gaps.longest === undefined ? {} : { longest: { ...report.gaps.longest, after: iso(report.gaps.longest.after) } }) },
    duplicates: report.duplicates,
    conflictingDuplicates: report.conflictingDuplicates,
    missingRows: report.missingRows,
    ...(isPrices ? { ohlcViolations: report.ohlcViolations, ohlcViolationLines: report.ohlcViolationLines, suspiciousPrints: report.suspiciousPrints.map(placed), hasNonPositive: report.hasNonPositive } : {}),
    ...(report.largestMove === undefined ? {} : { largestMove: placed(report.largestMove) }),
    ...(report.largestRate === undefined ? {} : { largestRate: { rate: report.largestRate.price, at: iso(report.largestRate.at), line: report.largestRate.line } }),
    roundedPrices: report.roundedPrices,
    problemCount: report.problemCount,
    problems: report.problems.map(({ message }) => message),
    questions: detection.questions.map((question) => QUESTIONS[question]),
    notes: allNotes(imported, report.notes),
    checksum: tapeHash(tape),
  }
}

function allNotes({ detection: { zone, notes }, look }: ReadFile['imported'], found: readonly string[]): readonly string[] {
  return [...(look?.kind === 'premium' ? [PREMIUM] : []), ...(zone === undefined ? [] : [zone.why]), ...notes, ...found]
}

function placed<T extends { readonly at: number }>(found: T): Omit<T, 'at'> & { readonly at: string } {
  return { ...found, at: iso(found.at) }
}

export function iso(millis: number): string {
  return new Date(millis).toISOString()
}
