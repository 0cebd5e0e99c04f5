import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLines } from './csvLines.ts'
import { detectCsv } from './detectCsv.ts'
import { parseCsv, type ParsedCsv } from './parseCsv.ts'

/** A candle in units of 10^-places, with low < open, close < high, so that a file without names can be understood. */
interface Candle {
  readonly time: number
  readonly open: number
  readonly high: number
  readonly low: number
  readonly close: number
}

/** Candles as a market makes them: each opens near the close before; some bars are absent. */
const candles = fc
  .record({
    // Days. Before March 1973 a count of seconds has eight digits, and of milliseconds eleven: too few to tell them apart.
    start: fc.integer({ min: 1200, max: 40_000 }),
    bar: fc.constantFrom(60, 300, 3600, 86400),
    first: fc.integer({ min: 50_000, max: 900_000_000 }),
    steps: fc.array(
      fc.record({ skip: fc.constantFrom(1, 1, 1, 1, 1, 2, 7), gap: fc.integer({ min: -3, max: 3 }), body: fc.integer({ min: -900, max: 1000 }), up: fc.integer({ min: 1, max: 500 }), down: fc.integer({ min: 1, max: 500 }) }),
      { minLength: 15, maxLength: 60 },
    ),
  })
  .map(({ start, bar, first, steps }): Candle[] => {
    let time = start * 86400
    let before = first
    return steps.map(({ skip, gap, body, up, down }) => {
      time += skip * bar
      const open = before + gap
      const close = open + body
      before = close
      return { time, open, close, high: Math.max(open, close) + up, low: Math.min(open, close) - down }
    })
  })

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')
const parts = (seconds: number): { y: string; mo: string; d: string; h: number; mi: string; s: string } => {
  const date = new Date(seconds * 1000)
  return { y: pad(date.getUTCFullYear(), 4), mo: pad(date.getUTCMonth() + 1), d: pad(date.getUTCDate()), h: date.getUTCHours(), mi: pad(date.getUTCMinutes()), s: pad(date.getUTCSeconds()) }
}

const TIMES: Readonly<Record<string, (seconds: number, decimal: string) => string>> = {
  s: (t) => String(t),
  ms: (t) => String(t * 1000),
  us: (t) => String(t * 1_000_000),
  ns: (t) => `${t}000000000`,
  iso: (t) => new Date(t * 1000).toISOString(),
  blank: (t) => new Date(t * 1000).toISOString().slice(0, 19).replace('T', ' '),
  digits: (t) => new Date(t * 1000).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', ' '),
  german: (t) => `${parts(t).d}.${parts(t).mo}.${parts(t).y} ${pad(parts(t).h)}:${parts(t).mi}:${parts(t).s}`,
  american: (t) => `${parts(t).mo}/${parts(t).d}/${parts(t).y} ${parts(t).h % 12 || 12}:${parts(t).mi}:${parts(t).s} ${parts(t).h < 12 ? 'AM' : 'PM'}`,
  spreadsheet: (t, decimal) => (t / 86400 + 25569).toFixed(9).replace('.', decimal),
}

const ORDERS = ['open high low close', 'open close high low', 'low high open close', 'close open high low'] as const

const layout = fc.record({
  separator: fc.constantFrom(',', ';', '\t', '|'),
  decimal: fc.constantFrom('.', ','),
  groups: fc.boolean(),
  quoted: fc.boolean(),
  header: fc.boolean(),
  order: fc.constantFrom(...ORDERS),
  time: fc.constantFrom(...Object.keys(TIMES)),
  places: fc.integer({ min: 0, max: 6 }),
  end: fc.constantFrom('\n', '\r\n'),
  finalEnd: fc.boolean(),
  mark: fc.boolean(),
  way: fc.constantFrom('ascending', 'descending', 'shuffled'),
  nulls: fc.boolean(),
  twice: fc.boolean(),
  chunk: fc.integer({ min: 1, max: 5000 }),
})
type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never

function priceText(units: number, { places, decimal, groups }: Layout): string {
  const digits = pad(units, places + 1)
  const whole = digits.slice(0, digits.length - places)
  const mark = decimal === '.' ? ',' : '.'
  const grouped = groups ? whole.replaceAll(/\B(?=(\d{3})+$)/g, mark) : whole
  return places === 0 ? grouped : `${grouped}${decimal}${digits.slice(digits.length - places)}`
}

/** The lines in the order of the layout; `twice`: a row comes again later in the file, with other prices. */
function arranged(all: readonly Candle[], how: Layout, line: (candle: Candle) => string): string[] {
  const rows = all.map(line)
  const [first] = all
  if (how.twice && first !== undefined) rows.unshift(line({ ...first, close: first.open }))
  if (how.way === 'descending') rows.reverse()
  if (how.way === 'shuffled') rows.push(...rows.splice(1, Math.floor(rows.length / 2)))
  if (how.twice && how.way !== 'ascending' && first !== undefined) rows.push(line(first))
  return rows
}

function written(all: readonly Candle[], how: Layout): string {
  const time = TIMES[how.time] ?? String
  const cell = (text: string): string => (how.quoted || text.includes(how.separator) ? `"${text}"` : text)
  const roles = how.order.split(' ') as ('open' | 'high' | 'low' | 'close')[]
  const line = (candle: Candle): string => [time(candle.time, how.decimal), ...roles.map((role) => priceText(candle[role], how)), '7'].map(cell).join(how.separator)
  const rows = arranged(all, how, line)
  if (how.nulls) rows.splice(5, 0, [time((all.at(-1)?.time ?? 0) + 86400 * 9, how.decimal), 'null', 'null', 'null', 'null', '0'].map(cell).join(how.separator))
  if (how.header) rows.unshift(['Time', ...roles, 'Volume'].map(cell).join(how.separator))
  return `${how.mark ? '\ufeff' : ''}${rows.join(how.end)}${how.finalEnd ? how.end : ''}`
}

async function read(text: string, chunk: number): Promise<ParsedCsv | undefined> {
  const detection = detectCsv(text)
  if (!detection.ok) throw new Error(detection.error.message)
  // Bars within the first twelve days of a month do not tell day from month, nor 50,000 fifty from fifty thousand: the person is asked.
  if (detection.value.questions.some((question) => question === 'day-or-month' || question === 'decimal')) return undefined
  const pieces = function* (): Generator<string> {
    for (let i = 0; i < text.length; i += chunk) yield text.slice(i, i + chunk)
  }
  const parsed = await parseCsv(pieces(), detection.value.mapping)
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

describe('a file written in any format', () => {
  it('reads back to the same columns, whatever its layout and however it is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(candles, layout, async (all, how) => {
        // Among commas "50.000" is taken for fifty and "50,000" for a thousand times that, without asking.
        fc.pre(!(how.separator === ',' && how.decimal === ',' && (how.places === 3 || (how.places === 0 && how.groups))))
        const parsed = await read(written(all, how), how.chunk)
        fc.pre(parsed !== undefined)
        const { columns, report } = parsed
        const prices = (role: 'open' | 'high' | 'low' | 'close'): number[] => all.map((candle) => Number(`${candle[role]}e-${how.places}`))
        expect([...columns.time]).toEqual(all.map((candle) => candle.time * 1000))
        for (const role of ['open', 'high', 'low', 'close'] as const) expect([...(columns[role] ?? [])]).toEqual(prices(role))
        expect([report.problemCount, report.missingRows, report.ohlcViolations, report.roundedPrices]).toEqual([0, how.nulls ? 1 : 0, 0, 0])
        expect(report.duplicates).toBe(how.twice ? (how.way === 'ascending' ? 1 : 2) : 0)
      }),
      { numRuns: 600 },
    )
  })
})

describe('csvLines', () => {
  const cellsOf = (text: string): string[][] => {
    const all: string[][] = []
    csvLines(text, ',', 1, (cells, line) => all.push([String(line), ...cells.map((cell) => cell.trim())]))
    return all
  }

  it('[S40] numbers every line, however long the text', () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => (i % 7 === 3 ? '' : `${i},x`))
    const seen: string[] = []
    expect(csvLines(`${lines.join('\n')}\n`, ',', 10, (cells, line) => (seen[line - 10] = cells.join(',')))).toEqual({ line: 60_010 })
    expect(seen).toEqual(lines)
  })

  it('[S40] cuts what RFC 4180 allows, and numbers the lines', () => {
    expect(cellsOf('a, b ,"c,d"\r\n\n"e\nf",,"g""h"\nlast')).toEqual([['1', 'a', 'b', 'c,d'], ['2', ''], ['3', 'e\nf', '', 'g"h'], ['5', 'last']])
    expect(cellsOf('5" disk,1\n')).toEqual([['1', '5" disk', '1']])
    expect(cellsOf('"a" ,b\n')).toEqual([['1', 'a', 'b']])
    expect(cellsOf('"a", "b,c"\n')).toEqual([['1', 'a', 'b,c']])
    expect(cellsOf('a,\n')).toEqual([['1', 'a', '']])
    expect(cellsOf('\n')).toEqual([['1', '']])
    expect(cellsOf('\n\na,b\n')).toEqual([['1', ''], ['2', ''], ['3', 'a', 'b']])
    expect(csvLines('a\n"b\nc', ',', 1, () => undefined)).toEqual({ line: 2, unclosedAt: 2 })
  })
})
