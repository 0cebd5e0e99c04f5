import { describe, expect, it } from 'vitest'
import { detectCsv } from './detectCsv.ts'
import { parseCsv, type ParsedCsv } from './parseCsv.ts'

async function parsed(...lines: readonly string[]): Promise<ParsedCsv> {
  const text = lines.join('\n')
  const detection = detectCsv(text)
  if (!detection.ok) throw new Error(detection.error.message)
  const result = await parseCsv(text, detection.value.mapping)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
const at = (iso: string): number => Date.parse(`${iso}Z`)

describe('the report', () => {
  it('counts gaps in missing bars and names the longest', async () => {
    const { report } = await parsed('time,close', '2020-01-01T00:00Z,1', '2020-01-01T01:00Z,1', '2020-01-01T03:00Z,1', '2020-01-01T04:00Z,1', '2020-01-01T08:00Z,1')
    expect(report.barMillis).toBe(3600000)
    expect(report.gaps).toEqual({ count: 2, missingBars: 4, longest: { after: at('2020-01-01T04:00'), missingBars: 3 } })
    expect([report.first, report.last, report.rows]).toEqual([at('2020-01-01T00:00'), at('2020-01-01T08:00'), 5])
  })

  it('does not count weekends where a daily file never has one, but counts a closed Wednesday', async () => {
    // 2020-03-02 is a Monday.
    const days = [2, 3, 5, 6, 9, 10, 11, 12, 13, 16, 17].map((day) => `2020-03-${String(day).padStart(2, '0')},1`)
    const { report } = await parsed('Date,Close', ...days)
    expect(report.gaps).toEqual({ count: 1, missingBars: 1, longest: { after: at('2020-03-03T00:00'), missingBars: 1 } })
    expect(report.notes).toEqual(['Daily bars without weekends; weekends are not counted as gaps.'])
  })

  it('keeps the last of duplicates and says how many differ, whichever way the file runs', async () => {
    const up = await parsed('time,close', '1700000000,1', '1700000060,2', '1700000060,2', '1700000060,3', '1700000120,4')
    expect([...up.columns.close]).toEqual([1, 3, 4])
    expect([up.report.duplicates, up.report.conflictingDuplicates, up.report.order]).toEqual([2, 1, 'ascending'])
    const down = await parsed('time,close', '1700000120,4', '1700000060,2', '1700000060,3', '1700000000,1')
    expect([...down.columns.close]).toEqual([1, 3, 4])
    expect([down.report.duplicates, down.report.conflictingDuplicates, down.report.order]).toEqual([1, 1, 'descending'])
    expect(down.report.firstRows.map((row) => row.line)).toEqual([5, 4, 2])
  })

  it('widens candles that contradict themselves, and names their lines', async () => {
    const { columns, report } = await parsed('time,open,high,low,close', '1700000000,10,12,9,11', '1700000060,11,11.5,10,13', '1700000120,13,12,14,13', '1700000180,13,14,12,13')
    expect([...(columns.high ?? [])]).toEqual([12, 13, 14, 14])
    expect([...(columns.low ?? [])]).toEqual([9, 10, 12, 12])
    expect([report.ohlcViolations, report.ohlcViolationLines]).toEqual([2, [3, 4]])
  })

  it('finds the largest move, close to close and of any price', async () => {
    const { report } = await parsed('time,open,high,low,close', '1700000000,100,101,99,100', '1700000060,100,101,80,90', '1700000120,90,91,89,90')
    expect(report.largestMove).toEqual({ value: -0.2, at: 1700000060000, line: 3, column: 'low', from: 100, to: 80 })
    expect(report.largestCloseMove).toEqual({ value: -0.1, at: 1700000060000, line: 3, column: 'close', from: 100, to: 90 })
    expect(report.suspiciousPrints).toEqual([])
  })

  it('suspects a price that stands alone: a close unlike both neighbours, a wick beyond twice its bar', async () => {
    const closes = await parsed('time,close', '1700000000,100', '1700000060,1000', '1700000120,101')
    expect(closes.report.suspiciousPrints).toEqual([{ price: 1000, at: 1700000060000, line: 3, column: 'close' }])
    const crash = await parsed('time,close', '1700000000,100', '1700000060,40', '1700000120,39')
    expect(crash.report.suspiciousPrints).toEqual([])
    const wick = await parsed('time,open,high,low,close', '1700000000,100,201,100,100', '1700000060,100,200,50,100')
    expect(wick.report.suspiciousPrints).toEqual([{ price: 201, at: 1700000000000, line: 2, column: 'high' }])
  })

  it('names prices of zero or less', async () => {
    const { report } = await parsed('Date,Close', '2020-04-17,18.31', '2020-04-20,-36.98', '2020-04-21,0')
    expect([report.hasNonPositive, report.firstNonPositive]).toEqual([true, { price: -36.98, at: at('2020-04-20T00:00'), line: 3, column: 'close' }])
    expect((await parsed('Date,Close', '2020-04-17,18.31')).report.hasNonPositive).toBe(false)
  })

  it('counts rows without a price and prices with too many digits', async () => {
    const { columns, report } = await parsed('Date,Close', '2020-04-17,1455.2199707031251234', '2020-04-20,null', '2020-04-21,1.5')
    expect([report.missingRows, report.roundedPrices, report.problemCount]).toEqual([1, 1, 0])
    expect(String(columns.close[0])).toBe('1455.21997070313')
  })

  it('notes a volume of zero throughout, and steps shorter than a bar', async () => {
    const rows = ['1700000000,1,0', '1700000060,1,0.00', '1700000120,1,0', '1700000150,1,0']
    expect((await parsed('time,close,volume', ...rows)).report.notes).toEqual([
      'One bar follows the one before in less than 1 minute, the usual step. The file may mix bar sizes.',
      'The volume is zero throughout: these look like mark or index prices, not trades.',
    ])
  })

  it('shows five rows from either end with their lines', async () => {
    const { report } = await parsed('time,close', ...Array.from({ length: 9 }, (_, i) => `${1700000000 + i * 60},${i}.5`))
    expect(report.firstRows.map((row) => [row.line, row.close])).toEqual([[2, 0.5], [3, 1.5], [4, 2.5], [5, 3.5], [6, 4.5]])
    expect(report.lastRows.map((row) => [row.line, row.close])).toEqual([[6, 4.5], [7, 5.5], [8, 6.5], [9, 7.5], [10, 8.5]])
  })
})
