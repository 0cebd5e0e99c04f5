import { describe, expect, it } from 'vitest'
import { importCsv } from './importCsv.ts'

/** 40 days of a file whose first rows could be either; the 13th day tells. */
function file(write: (day: number, month: number) => string): Blob {
  const rows = Array.from({ length: 40 }, (_, i) => `${write((i % 28) + 1, 3 + Math.floor(i / 28))},${100 + i}`)
  return new Blob([`Date,Close\n${rows.join('\n')}\n`])
}
const two = (n: number): string => String(n).padStart(2, '0')

describe('day and month', () => {
  it('are told by the rows, and the mapping says which it was', async () => {
    // Detection sees all 40 rows here, so the doubt is planted: as in a file whose first thousand rows tell nothing.
    for (const [order, write] of [
      ['day-month-year', (day: number, month: number) => `${two(day)}/${two(month)}/2020`],
      ['month-day-year', (day: number, month: number) => `${two(month)}/${two(day)}/2020`],
    ] as const) {
      const blob = file(write)
      const first = await importCsv(blob)
      if (!first.ok) throw new Error(first.error.message)
      const mapping = { ...first.value.mapping, time: { type: 'calendar', order: 'month-day-year', undecided: true } } as const
      const read = await importCsv(blob, { mapping })
      expect(read.ok && read.value.parsed.ok && read.value.parsed.value.report.rows).toBe(40)
      expect(read.ok && read.value.mapping.time).toEqual({ type: 'calendar', order })
    }
  })
})
