import { describe, expect, it } from 'vitest'
import type { CsvMapping, ImportedFile } from './ImportedFile.ts'
import { openQuestions } from './openQuestions.ts'

const mapping: CsvMapping = {
  separator: ',',
  skipLines: 0,
  hasHeader: true,
  decimal: '.',
  time: { type: 'calendar', order: 'month-day-year', undecided: true },
  utcOffsetMinutes: 0,
  columns: ['time', 'close'],
}
const file = (changed: Partial<CsvMapping>): ImportedFile => ({
  name: 'a.csv',
  bytes: 1,
  status: 'read',
  progress: 1,
  rowsRead: 1,
  instrument: 'A',
  kind: 'mark',
  detection: { mapping, names: ['d', 'p'], sample: [], questions: ['day-or-month', 'zone'], notes: [] },
  mapping: { ...mapping, ...changed },
  report: undefined,
  problems: [],
})

describe('what a file leaves open', () => {
  it('stays open while nothing answers it', () => {
    expect(openQuestions(file({}))).toEqual(['day-or-month', 'zone'])
  })
  it('is settled by a choice, or by a later row of the file', () => {
    expect(openQuestions(file({ utcOffsetMinutes: 60 }))).toEqual(['day-or-month'])
    expect(openQuestions(file({ time: { type: 'calendar', order: 'month-day-year' } }))).toEqual(['zone'])
  })
})
