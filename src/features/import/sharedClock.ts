import type { ImportedFile } from './ImportedFile.ts'
import { moment } from './reportFacts.ts'
import { words } from './words.ts'

/** What putting several files on one clock leaves out and where one of them stands still; empty for a single file. */
export function sharedClock(files: readonly ImportedFile[]): readonly string[] {
  const read = files.flatMap(({ instrument, kind, report }) => (report === undefined ? [] : [{ instrument: kind === 'mark' ? instrument : words.clock.kindOf(kind, instrument), report }]))
  if (read.length < 2) return []
  const from = Math.max(...read.map(({ report }) => report.first))
  const to = Math.min(...read.map(({ report }) => report.last))
  if (to < from) return []
  const outside = read.flatMap(({ instrument, report }) => {
    const isBefore = report.first < from
    const isAfter = report.last > to
    if (!isBefore && !isAfter) return []
    return [words.clock.outside(instrument, isBefore && isAfter ? words.clock.both : isBefore ? words.clock.before : words.clock.after)]
  })
  const hasGaps = read.some(({ report }) => report.gaps.missingBars > 0)
  return [words.clock.shared(moment(from), moment(to)), ...outside, ...(hasGaps ? [words.clock.gaps] : [])]
}
