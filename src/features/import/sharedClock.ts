import type { ImportedFile } from './ImportedFile.ts'
import { moment } from './reportFacts.ts'
import { words } from './words.ts'

/** What putting several files on one clock leaves out, where one of them stands still, and which funding is of another time and will be refused. */
export function sharedClock(files: readonly ImportedFile[]): readonly string[] {
  const read = joinedReports(files)
  if (read.length === 0) return []
  const from = Math.max(...read.map(({ report }) => report.first))
  const to = Math.min(...read.map(({ report }) => report.last))
  if (to < from) return []
  const unpaid = unpaidFunding(files, from, to).map(words.clock.unpaid)
  if (read.length < 2) return unpaid
  const outside = read.flatMap(({ instrument, report }) => {
    const isBefore = report.first < from
    const isAfter = report.last > to
    if (!isBefore && !isAfter) return []
    return [words.clock.outside(instrument, isBefore && isAfter ? words.clock.both : isBefore ? words.clock.before : words.clock.after)]
  })
  const hasGaps = read.some(({ report }) => report.gaps.missingBars > 0)
  return [words.clock.shared(moment(from), moment(to)), ...outside, ...unpaid, ...(hasGaps ? [words.clock.gaps] : [])]
}

/** Instruments none of whose payments fall between two times; those of several files are one series. */
function unpaidFunding(files: readonly ImportedFile[], from: number, to: number): readonly string[] {
  const payments = files.filter(({ kind }) => kind === 'funding')
  const isPaid = ({ report }: ImportedFile): boolean => report === undefined || (report.first <= to && report.last >= from)
  const paid = new Set(payments.filter(isPaid).map(({ instrument }) => instrument))
  return [...new Set(payments.map(({ instrument }) => instrument))].filter((instrument) => !paid.has(instrument))
}

type Span = Pick<NonNullable<ImportedFile['report']>, 'first' | 'last' | 'gaps'>

/** Of each price its range: files that follow each other are one. Funding has times of its own. */
function joinedReports(files: readonly ImportedFile[]): readonly { readonly instrument: string; readonly report: Span }[] {
  const spans = new Map<string, Span>()
  for (const { instrument, kind, report } of files) {
    if (report === undefined || kind === 'funding') continue
    const name = kind === 'mark' ? instrument : words.clock.kindOf(kind, instrument)
    const known = spans.get(name)
    const gaps = known !== undefined && known.gaps.missingBars > 0 ? known.gaps : report.gaps
    spans.set(name, { first: Math.min(report.first, known?.first ?? report.first), last: Math.max(report.last, known?.last ?? report.last), gaps })
  }
  return [...spans].map(([instrument, report]) => ({ instrument, report }))
}
