import { describe, expect, it } from 'vitest'
import type { CsvMapping } from './CsvMapping.ts'
import { importCsv } from './importCsv.ts'
import { parseCsv } from './parseCsv.ts'

/** What a person reads after choosing this file: the refusal of the file, of its reading, or its first broken row. */
async function said(content: string | Uint8Array<ArrayBuffer>, change?: Partial<CsvMapping>): Promise<string> {
  const file = new Blob([content])
  const first = await importCsv(file)
  if (!first.ok) return first.error.message
  const imported = change === undefined ? first : await importCsv(file, { mapping: { ...first.value.mapping, ...change } })
  if (!imported.ok) return imported.error.message
  const { parsed } = imported.value
  if (!parsed.ok) return parsed.error.message
  const { problems, rows } = parsed.value.report
  return `${rows} rows; ${problems.map((problem) => problem.message).join(' ')}`
}
const bytes = (...all: readonly number[]): Uint8Array<ArrayBuffer> => Uint8Array.from([...all, 1, 2, 3])
const GOOD = ['time,open,high,low,close', '1583971200000,10,12,9,11', '1583974800000,11,13,10,12', '1583978400000,12,14,11,13', '1583982000000,13,15,12,14']
const withLine = (line: string, at = 3): string => `${GOOD.toSpliced(at, 0, line).join('\n')}\n`

describe('files that are not price files', () => {
  it.each([
    ['empty', '', 'The file is empty. Choose a CSV file of candles or closing prices.'],
    ['blank lines only', '\n \n\r\n', 'The file is empty. Choose a CSV file of candles or closing prices.'],
    ['a header only', 'time,open,high,low,close\n', 'The file has a header but no rows below it. Export it again with data.'],
    ['JSON without prices', '{"code":0,"data":[]}', 'This JSON file holds no rows of prices. Choose one with candles, closes, trades or funding.'],
    ['an error of an exchange', '{"code":-1121,"msg":"Invalid symbol."}', 'The exchange answered “Invalid symbol.” in place of prices. Ask it again and save the reply.'],
    ['an error inside a good reply', '{"retCode":10001,"retMsg":"params error: Symbol Is Invalid","result":{},"time":1}', 'The exchange answered “params error: Symbol Is Invalid” in place of prices. Ask it again and save the reply.'],
    ['cut JSON', '[[1583971200000,"10","12"],[158397', 'This looks like JSON and is none: it was cut off or changed. Download it again.'],
    ['a scenario', '{"schema":1,"tape":{"type":"scripted","id":"x"}}', 'This is a document of Bulkhead, not a price file. Open it as a scenario.'],
    ['an order book', '{"bids":[["27450.5","1.5"],["27450","2"]],"asks":[["27451","1.2"]]}', 'This JSON file holds no rows of prices. Choose one with candles, closes, trades or funding.'],
    [
      'a login page',
      '<!DOCTYPE html><html><body>Please log in</body></html>',
      'This is a web page, not a price file; the download may have failed or needs a login. Download the CSV again.',
    ],
    ['a zip or xlsx', bytes(0x50, 0x4b, 3, 4), 'This is a zip archive or an Excel workbook. Unpack it, or in Excel save the sheet as CSV, and choose the CSV file.'],
    ['gzip', bytes(0x1f, 0x8b, 8, 0), 'This file is compressed (gzip). Unpack it and choose the CSV file inside.'],
    ['xls', bytes(0xd0, 0xcf, 0x11, 0xe0), 'This is an old Excel workbook. Save the sheet as CSV and choose that file.'],
    ['Parquet', bytes(0x50, 0x41, 0x52, 0x31), 'This is a Parquet file. Export it as CSV and choose that file.'],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0), 'This is not a text file. Choose a CSV file of candles or closing prices.'],
    ['one column', '10\n11\n12\n', 'The file has a single column. Prices need at least a time and a price, separated by commas, semicolons or tabs.'],
    [
      'a chain of options',
      'exchange,symbol,timestamp,local_timestamp,type,strike_price,expiration,open_interest,mark_price,mark_iv,underlying_price\nderibit,BTC-27DEC24-60000-P,1583971200000000,1583971200000001,put,60000,1735286400000000,10,0.01,0.6,61000\n',
      'This file lists options: many contracts with strikes and expiries, none of them a price path. Load the candles or trades of their underlying instead.',
    ],
    ['funding without times', 'interval,last_funding_rate\n8,0.0001\n', 'No column holds the time of a bar. Choose which one does.'],
    ['names without dates', 'name,score\nAlice,10\nBob,12\n', 'No column holds the time of a bar. Choose which one does.'],
    ['several unnamed prices', 'when,alpha,beta\n2020-01-01,1,2\n2020-01-02,2,3\n', 'No column holds the closing price. Choose which one does.'],
    [
      'a candle without its low',
      'time,open,high,close\n1583971200,1,2,1\n1583974800,1,2,1\n',
      'A candle needs open, high and low; low is missing. Assign it, or mark the others as ignored to use closing prices alone.',
    ],
    ['nothing but nulls', 'Date,Close\n2020-01-01,null\n2020-01-02,null\n', 'None of the 2 rows has a price. Check which column is the close.'],
  ])('%s', async (_, content, message) => expect(await said(content)).toBe(message))
})

describe('files with broken rows', () => {
  it.each([
    [
      'a price that is none',
      withLine('1583976600000,11,abc,10,12'),
      '4 rows; Line 4, column 3 (high): “abc” is not a price. Correct it, remove the line, or give the column another meaning.',
    ],
    [
      'two decimal points',
      withLine('1583976600000,11,13,10,1.2.3'),
      '4 rows; Line 4, column 5 (close): “1.2.3” is not a price. Correct it, remove the line, or give the column another meaning.',
    ],
    [
      'a decimal comma among points',
      'time;close\n1583971200;10.5\n1583974800;11.25\n1583978400;12,5\n1583982000;13.5\n',
      '3 rows; Line 4, column 2 (close): “12,5” is not a price. Decimals are set to “.”; if the file writes them with “,”, change that.',
    ],
    [
      'a word for a time',
      withLine('yesterday,11,13,10,12'),
      '4 rows; Line 4, column 1 (time): “yesterday” is not a time in seconds or milliseconds like 1584007200. Correct it, remove the line, or choose another time format.',
    ],
    ['no time', withLine(',11,13,10,12'), '4 rows; Line 4, column 1 (time): the time is missing. Fill it in or remove the line.'],
    [
      'a time that went through a spreadsheet',
      withLine('1.58398E+12,11,13,10,12'),
      '4 rows; Line 4, column 1 (time): “1.58398E+12” has lost its last digits in a spreadsheet. Export the file again without opening it there.',
    ],
    [
      'a time after 2100',
      withLine('9583976600000,11,13,10,12'),
      '4 rows; Line 4, column 1 (time): “9583976600000” would be outside of the years 1970 to 2100. Check the unit of the times (seconds, milliseconds, microseconds or nanoseconds).',
    ],
    [
      'a line that ends early',
      withLine('1583976600000,11,13', 5).trimEnd(),
      '4 rows; Line 6 has 3 columns, 5 are needed. Complete the line or remove it; if it is the last one, the file may have been cut off.',
    ],
    [
      'a line of totals at the end',
      withLine('Total,46,54,42,50', 5),
      '4 rows; Line 6, column 1 (time): “Total” is not a time in seconds or milliseconds like 1584007200. Correct it, remove the line, or choose another time format.',
    ],
    [
      'the header again, two files put together',
      withLine('time,open,high,low,close'),
      '4 rows; Line 4, column 1 (time): “time” is not a time in seconds or milliseconds like 1584007200. Correct it, remove the line, or choose another time format.',
    ],
    [
      'the 30th of February',
      'Date,Close\n2020-02-28,1\n2020-02-29,2\n2020-02-30,3\n2020-03-01,4\n2020-03-02,4\n',
      '4 rows; Line 4, column 1 (time): “2020-02-30” is not a date written as year, month, day. Correct it, remove the line, or choose another order of day and month.',
    ],
    [
      'an hour that does not exist',
      'Date,Close\n2020-02-28 22:00,1\n2020-02-28 23:00,2\n2020-02-28 24:30,3\n2020-02-29 01:00,4\n2020-02-29 02:00,4\n',
      '4 rows; Line 4, column 1 (time): “2020-02-28 24:30” is not a date written as year, month, day. Correct it, remove the line, or choose another order of day and month.',
    ],
    [
      'a year of two digits',
      'Date,Close\n13/02/2020,1\n14/02/2020,2\n15/02/20,3\n16/02/2020,4\n17/02/2020,4\n',
      '4 rows; Line 4, column 1 (time): “15/02/20” is not a date written as day, month, year. Correct it, remove the line, or choose another order of day and month.',
    ],
    [
      'an open quotation mark',
      withLine('1583976600000,"11,13,10,12'),
      'Line 4: a quotation mark is opened and never closed. Remove it and load the file again.',
    ],
  ])('%s', async (_, content, message) => expect(await said(content)).toBe(message))

  it('a price with an infinite value is missing, not a price', async () => {
    expect(await said(withLine('1583976600000,11,Infinity,10,12'))).toBe('4 rows; ')
  })
})

describe('mappings that cannot be', () => {
  const text = `${GOOD.join('\n')}\n`
  it.each([
    [{ columns: ['time', 'close', 'high', 'low', 'close'] }, 'Two columns are marked as close. Mark one of them as ignored.'],
    [{ columns: ['ignored', 'open', 'high', 'low', 'close'] }, 'No column holds the time of a bar. Choose which one does.'],
    [{ columns: ['time', 'ignored', 'ignored', 'ignored', 'ignored'] }, 'No column holds the closing price. Choose which one does.'],
    [
      { columns: ['time', 'open', 'ignored', 'ignored', 'close'] },
      'A candle needs open, high and low; high and low are missing. Assign them, or mark the others as ignored to use closing prices alone.',
    ],
    [
      { time: { type: 'epoch', unit: 's' } },
      'No row could be read. Line 2, column 1 (time): “1583971200000” would be outside of the years 1970 to 2100. Check the unit of the times (seconds, milliseconds, microseconds or nanoseconds).',
    ],
    [
      { time: { type: 'spreadsheet-days' } },
      'No row could be read. Line 2, column 1 (time): “1583971200000” is not a spreadsheet date like 43902.4167. Correct it, remove the line, or choose another time format.',
    ],
    [{ skipLines: 9 }, 'The file has no rows of prices. Choose another file or check which lines are skipped.'],
    [
      { separator: ';' },
      'No row could be read. Line 2 has 1 column, 5 are needed. Complete the line or remove it; if it is the last one, the file may have been cut off.',
    ],
  ] as const)('%j', async (change, message) => expect(await said(text, change)).toBe(message))

  it('are suspected where most rows are broken', async () => {
    const rows = Array.from({ length: 9 }, (_, i) => `${1583971200 + i * 60},${i < 3 ? '10' : 'x'}`)
    expect(await said(`1583970000,10\n${rows.join('\n')}\n`, { columns: ['time', 'close'] })).toBe(
      '6 rows could not be read and only 4 could; the columns may be assigned wrongly. Line 5, column 2 (close): “x” is not a price. Correct it, remove the line, or give the column another meaning.',
    )
  })
})

describe('reading', () => {
  const mapping: CsvMapping = { separator: ',', skipLines: 0, hasHeader: false, decimal: '.', time: { type: 'epoch', unit: 'by-digits' }, utcOffsetMinutes: 0, columns: ['time', 'close'] }

  it('lists the first hundred problems and counts them all', async () => {
    const text = Array.from({ length: 1000 }, (_, i) => `${1583971200 + i * 60},${i % 4 === 0 ? 'x' : i}\n`).join('')
    const parsed = await parseCsv(text, mapping)
    if (!parsed.ok) throw new Error(parsed.error.message)
    expect([parsed.value.report.rows, parsed.value.report.problems.length, parsed.value.report.problemCount]).toEqual([750, 100, 250])
    expect(parsed.value.report.problems[1]).toMatchObject({ line: 5, column: 2 })
  })

  it('stops when it is told to, and reports how far it is', async () => {
    const control = new AbortController()
    const shares: number[] = []
    const file = new Blob([Array.from({ length: 200_000 }, (_, i) => `${1583971200 + i * 60},10.5\n`).join('')])
    const onProgress = (share: number): void => {
      shares.push(share)
      if (shares.length === 2) control.abort()
    }
    const parsed = await parseCsv(file, mapping, { onProgress, signal: control.signal })
    expect(parsed.ok ? '' : [parsed.error.code, parsed.error.message]).toEqual(['cancelled', 'Loading was stopped. Nothing was changed.'])
    expect(shares).toEqual([2 ** 20 / file.size, 2 ** 21 / file.size])
  })

  it('says so when the file went away', async () => {
    const gone = new Blob(['1583971200,1\n'])
    Object.defineProperty(gone, 'slice', { value: () => ({ arrayBuffer: () => Promise.reject(new Error('A requested file could not be found')) }) })
    const message = 'The file could not be read (A requested file could not be found). It may have been moved or changed; choose it again.'
    const parsed = await parseCsv(gone, mapping)
    expect(parsed.ok ? '' : parsed.error.message).toBe(message)
    const imported = await importCsv(gone)
    expect(imported.ok ? '' : imported.error.message).toBe(message)
  })
})
