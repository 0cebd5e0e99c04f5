import { describe, expect, it } from 'vitest'
import { EXCHANGE_FILES } from '../testing/exchangeFiles.ts'
import { PLATFORM_FILES } from '../testing/platformFiles.ts'
import type { CsvMapping } from './CsvMapping.ts'
import { type CsvDetection, detectCsv } from './detectCsv.ts'
import { parseCsv, type ParsedCsv } from './parseCsv.ts'

const EXPORTED_FILES = [...EXCHANGE_FILES, ...PLATFORM_FILES]

function detected(text: string): CsvDetection {
  const detection = detectCsv(text)
  if (!detection.ok) throw new Error(detection.error.message)
  return detection.value
}
async function parsed(text: string, mapping: CsvMapping = detected(text).mapping): Promise<ParsedCsv> {
  const result = await parseCsv(text, mapping)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
function rowsOf({ columns }: ParsedCsv): (readonly [string, ...number[]])[] {
  const { time, open, high, low, close } = columns
  const prices = open === undefined ? [close] : [open, high, low, close]
  return [...time].map((at, i) => [new Date(at).toISOString(), ...prices.map((column) => column?.[i] ?? NaN)])
}

describe('files of known sources', () => {
  it.each(EXPORTED_FILES.map((file) => [file.source, file] as const))('%s', async (_, file) => {
    const detection = detected(file.text)
    expect(detection.mapping.columns.join(' ')).toBe(file.roles)
    expect(detection.questions).toEqual(file.questions ?? [])
    const all = await parsed(file.text)
    expect(rowsOf(all)).toEqual(file.rows.map(([time, ...prices]) => [new Date(time).toISOString(), ...prices]))
    expect(all.report.problems).toEqual([])
  })

  it.each(EXPORTED_FILES.map((file) => [file.source, file] as const))('%s: the same with \\r\\n, with \\r, and with a byte order mark', async (_, file) => {
    const expected = rowsOf(await parsed(file.text))
    const { mapping } = detected(file.text)
    const crlf = file.text.replaceAll(/\r?\n/g, '\r\n')
    expect(detected(crlf).mapping).toEqual(mapping)
    expect(rowsOf(await parsed(crlf))).toEqual(expected)
    expect(rowsOf(await parsed(`\ufeff${file.text}`))).toEqual(expected)
    expect(rowsOf(await parsed(file.text.replaceAll(/\r?\n/g, '\r')))).toEqual(expected)
  })
})

describe('detectCsv', () => {
  const day = (...dates: readonly string[]): string => `Date,Close\n${dates.map((date, i) => `${date},${10 + i}`).join('\n')}\n`

  it('tells day from month by a number over 12, and asks where there is none', () => {
    expect(detected(day('12/03/2020', '13/03/2020')).mapping.time).toEqual({ type: 'calendar', order: 'day-month-year' })
    expect(detected(day('03/12/2020', '03/13/2020')).mapping.time).toEqual({ type: 'calendar', order: 'month-day-year' })
    const unclear = detected(day('03/04/2020', '03/05/2020'))
    expect(unclear.mapping.time).toEqual({ type: 'calendar', order: 'month-day-year', undecided: true })
    expect(unclear.questions).toEqual(['day-or-month'])
    expect(detected(day('03.04.2020', '04.04.2020')).mapping.time).toEqual({ type: 'calendar', order: 'day-month-year', undecided: true })
  })

  it('lets the rest of the file settle what its beginning left open', async () => {
    const text = day('03/04/2020', '04/04/2020', '13/04/2020')
    const mapping: CsvMapping = { ...detected(text).mapping, time: { type: 'calendar', order: 'month-day-year', undecided: true } }
    const { columns, report } = await parsed(text, mapping)
    expect([...columns.time].map((at) => new Date(at).toISOString().slice(0, 10))).toEqual(['2020-04-03', '2020-04-04', '2020-04-13'])
    expect(report.problemCount).toBe(0)
  })

  it('tells open from close by continuity where a file has them the other way round', () => {
    // close, high, low, open: each open is the close before
    const text = '1700000000,105,106,99,100\n1700000060,103,108,101,105\n1700000120,99,104,98,103\n1700000180,101,102,97,99\n'
    expect(detected(text).mapping.columns.join(' ')).toBe('time close high low open')
  })

  it('shows names, first rows, and says that the newest comes first', () => {
    const text = 'time,close\n1700003600,11\n1700000000,10\n'
    const detection = detected(text)
    expect(detection.names).toEqual(['time', 'close'])
    expect(detection.sample).toEqual([['1700003600', '11'], ['1700000000', '10']])
    expect(detection.notes).toEqual(['The newest row comes first; the rows will be sorted.'])
    expect(detected('1700000000,10\n1700003600,11\n').names).toEqual(['Column 1', 'Column 2'])
  })

  it('asks for the columns where it cannot tell', () => {
    const detection = detected('when,alpha,beta\n2020-01-01,1,2\n2020-01-02,2,3\n')
    expect(detection.mapping.columns).toEqual(['time', 'ignored', 'ignored'])
    expect(detection.questions).toContain('columns')
  })

  it('shifts written times by the offset the user gives, but not those with a zone of their own', async () => {
    const text = 'time,close\n2020.03.12 10:00,1\n2020.03.12 11:00Z,2\n'
    const mapping = { ...detected(text).mapping, utcOffsetMinutes: 120 }
    expect([...(await parsed(text, mapping)).columns.time]).toEqual([Date.UTC(2020, 2, 12, 8), Date.UTC(2020, 2, 12, 11)])
  })

  it('warns of several symbols in one file', () => {
    const text = 'time,symbol,close\n1700000000,BTC,10\n1700000000,ETH,1\n'
    expect(detected(text).notes).toEqual(['The file holds 2 symbols. Split it into one file for each, or their prices will be mixed.'])
  })
})
