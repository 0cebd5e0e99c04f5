import { describe, expect, it } from 'vitest'
import { SeriesRows } from './SeriesRows.ts'
import { seriesTape } from './seriesTape.ts'

const names = { id: 'x', title: 'X', source: 'test', instrument: 'X', kind: 'mark' } as const

describe('rows of a series', () => {
  it('[S52] of two rows of one time the later stands; those that differ are counted, 1 and 1.0 do not', () => {
    const rows = new SeriesRows({ from: 0, to: 300 }, 60)
    rows.add([[120, '3', '3', '3', '3'], [60, '2', '2', '2', '2']], 1000)
    rows.add([[60, '2.0', '2', '2', '2.00'], [120, '3', '4', '3', '3'], [0, '1', '1', '1', '1']], 1000)
    expect(rows.ascending()).toEqual([[0, '1', '1', '1', '1'], [60, '2.0', '2', '2', '2.00'], [120, '3', '4', '3', '3']])
    expect([rows.duplicates, rows.conflicting, rows.pages]).toEqual([2, 1, 2])
  })

  it('[S52] what lies outside, or has not ended, is left out and counted', () => {
    const rows = new SeriesRows({ from: 60, to: 300 }, 60)
    // At 200 the bar from 120 to 180 has ended, that from 180 to 240 has not.
    rows.add([[0, '1'], [60, '1'], [120, '1'], [180, '1'], [300, '1']], 200)
    expect([rows.size, rows.outside, rows.unfinished]).toEqual([2, 2, 1])
  })

  it('[S50] decimal text is read as in files: fifteen digits survive, more are rounded and counted, no price is left out, exponents are read', () => {
    const rows = new SeriesRows({ from: 0, to: 600 }, 60)
    rows.add([
      [0, '91126.5834675817', '91126.5834675817', '91126.5834675817', '91126.5834675817'],
      [60, '1e-7', '1e-7', '1e-7', '1e-7'],
      // 0.1234567890123456 has sixteen digits; the fifteenth is rounded up.
      [120, '0.1234567890123456', '0.1234567890123456', '0.1234567890123456', '0.1234567890123456'],
      [180, '', '', '', ''],
      // High below the open: it was at the open, so the high is 5.
      [240, '5', '4', '3', '4'],
      [420, '-36.98', '-36', '-37', '-36.5'],
    ], 1000)
    const made = seriesTape(rows, 60, names) ?? expect.fail('no tape')
    expect([...(made.tape.series[0]?.open ?? [])].map(String)).toEqual(['91126.5834675817', '1e-7', '0.123456789012346', '5', '-36.98'])
    expect(made.tape.series[0]?.high?.[3]).toBe(5)
    // 180 has no price; between 240 and 420 the bars of 300 and 360 are missing.
    expect(made.report).toMatchObject({ rows: 5, missing: 1, rounded: 4, widened: 1, gaps: 2, missingBars: 3 })
  })

  it('[S52] without a price there is no tape', () => {
    const rows = new SeriesRows({ from: 0, to: 600 }, 60)
    rows.add([[0, '', '', '', '']], 1000)
    expect(seriesTape(rows, 60, names)).toBeUndefined()
  })
})
