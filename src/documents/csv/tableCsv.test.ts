import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { tableCsv, type CsvStyle } from './tableCsv.ts'

const POINT: CsvStyle = { decimal: '.', separator: ',' }
const COMMA: CsvStyle = { decimal: ',', separator: ';' }

function line(value: string | number | undefined, style: CsvStyle): string {
  return tableCsv({ columns: ['a'], rows: [[value]] }, style).split('\r\n')[1] ?? ''
}

describe('a table as CSV', () => {
  it('has a byte order mark, a header, and lines that end as RFC 4180 says', () => {
    expect(tableCsv({ columns: ['bar', 'price'], rows: [[1, '2.5'], [2, undefined]] }, POINT)).toBe('\uFEFFbar,price\r\n1,2.5\r\n2,\r\n')
    expect(tableCsv({ columns: ['bar', 'price'], rows: [[1, '2.5']] }, COMMA)).toBe('\uFEFFbar;price\r\n1;2,5\r\n')
  })

  it.each([
    ['-1234.000000000001', '-1234.000000000001', '-1234,000000000001'],
    ['\u22125', '-5', '-5'],
    [-7, '-7', '-7'],
    ['1,5', '"1,5"', '1,5'],
    ['2026-01-05T00:00:00.000Z', '2026-01-05T00:00:00.000Z', '2026-01-05T00:00:00.000Z'],
    ['1.2.3', '1.2.3', '1.2.3'],
  ])('writes %j', (value, point, comma) => {
    expect([line(value, POINT), line(value, COMMA)]).toEqual([point, comma])
  })

  // What OWASP lists, and what people have sent: a spreadsheet shows them and runs nothing.
  it.each(['=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '-', '--1', '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0", '-2+3+cmd|x'])('%j is no formula any more', (value) => {
    for (const style of [POINT, COMMA]) expect(line(value, style).replace(/^"/, '').startsWith("'")).toBe(true)
  })

  it('is read back by a CSV reader as what was written, however odd the cells are', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((each) => !/^[=+@\t\r\n＝＋－＠-]/.test(each) && !each.includes('\u2212') && !each.includes('\uFEFF'))
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 }), fc.constantFrom(',', ';'), (rows, separator) => {
        const csv = tableCsv({ columns: ['a', 'b'], rows }, { decimal: '.', separator })
        const { data } = Papa.parse<string[]>(csv.slice(1), { delimiter: separator, newline: '\r\n' })
        expect(data.slice(1, -1)).toEqual(rows)
      }),
    )
  })
})
