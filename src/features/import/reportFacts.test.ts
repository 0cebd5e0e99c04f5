import { describe, expect, it } from 'vitest'
import { createFormat } from '../../ui/format/createFormat.ts'
import type { CsvReport, ImportedFile } from './ImportedFile.ts'
import { reportFacts } from './reportFacts.ts'
import { sharedClock } from './sharedClock.ts'

const format = createFormat('1,234.5')
const HOUR = 3_600_000
const report: CsvReport = {
  rows: 1434, first: Date.UTC(2020, 1, 15), last: Date.UTC(2020, 3, 14, 23), barMillis: HOUR, order: 'descending', gaps: { count: 0, missingBars: 0 },
  duplicates: 0, conflictingDuplicates: 0, missingRows: 0, ohlcViolations: 0, ohlcViolationLines: [], roundedPrices: 0, decimals: 4, suspiciousPrints: [],
  hasNonPositive: false, firstRows: [], lastRows: [], problems: [], problemCount: 0, notes: [],
}
const value = (id: string, part: Partial<CsvReport>): string | undefined => reportFacts({ ...report, ...part }, format).find((fact) => fact.id === id)?.value

describe('what was found in a file', () => {
  it('is rows, range, bar and tick size, order and gaps', () => {
    expect(reportFacts(report, format).map((fact) => fact.value)).toEqual(['1,434, newest first in the file', '2020-02-15 to 2020-04-14 23:00', '1 h', '0.0001', 'None'])
  })
  it('names the place of what is odd', () => {
    expect(value('gaps', { gaps: { count: 2, missingBars: 6, longest: { after: Date.UTC(2020, 1, 19, 11), missingBars: 5 } } })).toBe('2, 6 bars missing; the longest, 5 bars of 1 h, after 2020-02-19 11:00')
    expect(value('gaps', { gaps: { count: 1, missingBars: 1, longest: { after: Date.UTC(2020, 1, 19, 11), missingBars: 1 } } })).toBe('One, 1 bar of 1 h missing after 2020-02-19 11:00')
    const at = Date.UTC(2020, 2, 12, 10)
    expect(value('prints', { suspiciousPrints: [{ price: 0.0001, at, line: 630, column: 'low' }] })).toContain('0.0001, low at 2020-03-12 10:00, line 630')
    expect(value('negative', { hasNonPositive: true, firstNonPositive: { price: -36.98, at, line: 7, column: 'close' } })).toContain('first −36.98 at 2020-03-12 10:00, line 7')
    expect(value('duplicates', { duplicates: 3, conflictingDuplicates: 1 })).toBe('3, 1 with other prices; the later row counts')
    expect(value('ohlc', { ohlcViolations: 1, ohlcViolationLines: [52] })).toContain('line 52')
    expect(value('move', { largestMove: { value: -0.1508, at, line: 496, column: 'close', from: 282.7, to: 240.1 } })).toBe('−15.08%: 282.7 to 240.1 at 2020-03-12 10:00, close, line 496')
  })
})

describe('several files on one clock', () => {
  const file = (name: string, part: Partial<CsvReport>): ImportedFile => ({
    name, bytes: 1, status: 'read', progress: 1, rowsRead: 1, instrument: name, kind: 'mark', detection: undefined, mapping: undefined, report: { ...report, ...part }, problems: [],
  })
  it('say which period they share and what is left out', () => {
    expect(sharedClock([file('A', {})])).toEqual([])
    expect(sharedClock([file('A', {}), file('B', { first: Date.UTC(2020, 2, 1), gaps: { count: 1, missingBars: 2 } })])).toEqual([
      'Played together from 2020-03-01 to 2020-04-14 23:00.',
      'A has more before it; that part is left out.',
      'Where one has a gap and another has prices, it stands still.',
    ])
  })
})
