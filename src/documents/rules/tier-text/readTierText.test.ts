import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TierDocument } from '../RulesDocument.ts'
import { readTierText } from './readTierText.ts'
import type { TierTextOptions } from './TierTextReading.ts'

const read = (text: string, options?: TierTextOptions): readonly TierDocument[] => {
  const { rows, questions, problems } = readTierText(text, options)
  expect({ questions, problems }).toEqual({ questions: [], problems: [] })
  return rows
}
const problemsOf = (text: string): readonly string[] => readTierText(text).problems.map(({ line, column, message }) => `${line}:${column ?? ''} ${message}`)

describe('readTierText', () => {
  it('reads a table as the page of a venue gives it to the clipboard', () => {
    const text = 'Tier\tPosition Bracket (USDT)\tMax Leverage\tMaintenance Margin Rate\tMaintenance Amount (USDT)\n'
      + '1\t0 - 50,000\t101 - 125x\t0.40%\t0\n2\t50,000 - 600,000\t51-100x\t0.50%\t50 USDT\n3\t> 600,000\t75×\t0.65%\t950\n'
    expect(read(text)).toEqual([
      { floor: '0', cap: '50000', maxLeverage: '125', maintenanceRate: '0.004', maintenanceAmount: '0' },
      { floor: '50000', cap: '600000', maxLeverage: '100', maintenanceRate: '0.005', maintenanceAmount: '50' },
      { floor: '600000', maxLeverage: '75', maintenanceRate: '0.0065', maintenanceAmount: '950' },
    ])
  })

  it.each(['0 ~ 50.000', '0 < x ≤ 50.000', '(0, 50.000]', '0 bis 50.000'.replace('bis', 'to')])('reads the range %s', (range) => {
    expect(read(`Bracket;MMR;Max. Hebel\n"${range}";0,4 %;125x\n>50.000;0,5%;100x`)).toEqual([
      { floor: '0', cap: '50000', maintenanceRate: '0.004', maxLeverage: '125' },
      { floor: '50000', maintenanceRate: '0.005', maxLeverage: '100' },
    ])
  })

  it('reads columns without a header in the order of the grid', () => {
    expect(read("0\t50'000\t0.4%\t0\t125x\n50'000\t\t0.5%\t50\t100x")).toEqual([
      { floor: '0', cap: '50000', maintenanceRate: '0.004', maintenanceAmount: '0', maxLeverage: '125' },
      { floor: '50000', maintenanceRate: '0.005', maintenanceAmount: '50', maxLeverage: '100' },
    ])
  })

  it('asks what the columns are where nothing says it', () => {
    const text = '1\t50000\t0.4%\n2\t600000\t0.5%'
    expect(readTierText(text).questions).toEqual(['columns'])
    expect(read(text, { columns: ['ignore', 'cap', 'maintenanceRate'] })).toEqual([{ cap: '50000', maintenanceRate: '0.004' }, { cap: '600000', maintenanceRate: '0.005' }])
  })

  it('asks whether a mark groups or divides where both can be meant', () => {
    const text = 'Cap\tMMR\n50.000\t1%\n600.000\t2%'
    expect(readTierText(text).questions).toEqual(['decimal-mark'])
    expect(read(text, { decimalMark: ',' }).map(({ cap }) => cap)).toEqual(['50000', '600000'])
    expect(read(text, { decimalMark: '.' }).map(({ cap }) => cap)).toEqual(['50', '600'])
  })

  it('asks whether bare rates below 1 are fractions or percent, and takes larger ones for percent', () => {
    const text = 'Cap\tMMR\n50000\t0.4\n600000\t0.5'
    expect(readTierText(text).questions).toEqual(['rates'])
    expect(read(text, { rates: 'percent' }).map(({ maintenanceRate }) => maintenanceRate)).toEqual(['0.004', '0.005'])
    expect(read(text, { rates: 'fraction' }).map(({ maintenanceRate }) => maintenanceRate)).toEqual(['0.4', '0.5'])
    expect(read('Cap\tMMR\n50000\t0.4\n600000\t1').map(({ maintenanceRate }) => maintenanceRate)).toEqual(['0.004', '0.01'])
    expect(read('Cap\tMMR (%)\n50000\t0.4').map(({ maintenanceRate }) => maintenanceRate)).toEqual(['0.004'])
  })

  it.each([
    ['Cap\tMMR\n5K\t1%', '2:1 “5K” is not a number'],
    ['Cap\tMMR\n1.2E+08\t1%', '2:1 “1.2E+08” may have lost digits in the spreadsheet; show the column as plain numbers and copy it again'],
    ['Cap\tMMR\n-5\t1%', '2:1 “-5” is negative; a tier has no negative numbers'],
    ['Cap\tMMR\n5%\t1%', '2:1 “5%” is a percentage, and this column holds none'],
    ['Cap\tMMR\n5\t1%\n6\t2', '3:2 “2” has no percent sign, others have'],
    ['Cap\tMMR\n5\t', '2:2 “” is not a number'],
    ['Cap,MMR\n50,000,1%', '2: 3 cells where the header has 2; a comma inside a number needs quotes or another separator'],
    ['just words', '1: No columns were found: cells are separated by tabs, semicolons or commas.'],
    ['', '1: No columns were found: cells are separated by tabs, semicolons or commas.'],
    ['Cap\tMMR', '1: There is a header but no row under it.'],
  ])('refuses %j by line and column', (text, problem) => expect(problemsOf(text)).toEqual([problem]))

  /** A whole number with its marks of thousands, or none. */
  const grouped = (whole: string, group: string): string => whole.replace(/\B(?=(\d{3})+$)/g, group)
  const printed = (value: string, { mark, group }: Style): string => {
    const [whole = '', fraction] = value.split('.')
    return `${grouped(whole, group)}${fraction === undefined ? '' : `${mark}${fraction}`}`
  }
  interface Style {
    readonly mark: '.' | ','
    readonly group: string
    readonly delimiter: string
    readonly rates: 'sign' | 'percent' | 'fraction'
    readonly hasHeader: boolean
    readonly isQuoted: boolean
  }
  const style: fc.Arbitrary<Style> = fc
    .record({
      mark: fc.constantFrom<'.' | ','>('.', ','),
      group: fc.constantFrom('', 'other', ' ', "'", '\u00a0', '\u202f'),
      delimiter: fc.constantFrom('\t', ';', ',', '|'),
      rates: fc.constantFrom<Style['rates']>('sign', 'percent', 'fraction'),
      hasHeader: fc.boolean(),
      isQuoted: fc.boolean(),
    })
    .map((one) => ({ ...one, group: one.group === 'other' ? (one.mark === '.' ? ',' : '.') : one.group }))
  const amount = fc.tuple(fc.nat(10 ** 9), fc.nat(9999)).map(([whole, part]) => (part === 0 ? String(whole) : `${whole}.${String(part).padStart(4, '0').replace(/0+$/, '')}`))
  /** In basis points of a percent: 0.0001 to 0.9999. */
  const rate = fc.integer({ min: 1, max: 9999 })
  const fractionOf = (points: number): string => `0.${String(points).padStart(4, '0').replace(/0+$/, '')}`
  const percentOf = (points: number): string => String(points / 100)
  const table = fc.array(fc.record({ floor: amount, cap: amount, rate, amount, leverage: fc.integer({ min: 1, max: 200 }) }), { minLength: 1, maxLength: 6 })

  it('reads back any printed table or asks, and never misreads one', () => {
    const counts = { read: 0, asked: 0 }
    fc.assert(
      fc.property(table, style, (rows, how) => {
        const cells = rows.map((row) => [
          printed(row.floor, how),
          printed(row.cap, how),
          how.rates === 'fraction' ? printed(fractionOf(row.rate), how) : `${printed(percentOf(row.rate), how)}${how.rates === 'sign' ? '%' : ''}`,
          printed(row.amount, how),
          `${row.leverage}x`,
        ])
        const lines = [...(how.hasHeader ? [['Floor', 'Cap', 'Maintenance rate', 'Maintenance amount', 'Max leverage']] : []), ...cells]
        const text = lines.map((line) => line.map((cell) => (how.isQuoted || cell.includes(how.delimiter) ? `"${cell}"` : cell)).join(how.delimiter)).join('\n')
        const truth = rows.map((row) => ({ floor: row.floor, cap: row.cap, maintenanceRate: fractionOf(row.rate), maintenanceAmount: row.amount, maxLeverage: String(row.leverage) }))
        const reading = readTierText(text)
        if (reading.rows.length > 0) {
          counts.read += 1
          expect(reading.rows).toEqual(truth)
          return
        }
        counts.asked += 1
        expect(reading.problems).toEqual([])
        // With the truth about what was asked, it is read.
        const told = readTierText(text, { decimalMark: how.mark, rates: how.rates === 'fraction' ? 'fraction' : 'percent' })
        expect(told.rows).toEqual(truth)
      }),
      { numRuns: 1500 },
    )
    expect(counts.read).toBeGreaterThan(counts.asked)
  })

  it('never misreads a table whose numbers the separator has cut up', () => {
    fc.assert(
      fc.property(table, fc.boolean(), (rows, hasHeader) => {
        const lines = rows.map((row) => [grouped(row.floor.split('.')[0] ?? '', ','), grouped(row.cap.split('.')[0] ?? '', ','), `${percentOf(row.rate)}%`, grouped(row.amount.split('.')[0] ?? '', ','), `${row.leverage}x`].join(','))
        const text = [...(hasHeader ? ['Floor,Cap,MMR,Amount,Leverage'] : []), ...lines].join('\n')
        const reading = readTierText(text)
        if (reading.rows.length === 0) return
        expect(reading.rows.map(({ floor, cap, maintenanceAmount }) => [floor, cap, maintenanceAmount])).toEqual(
          rows.map((row) => [row.floor, row.cap, row.amount].map((value) => value.split('.')[0])),
        )
      }),
      { numRuns: 1500 },
    )
  })
})
