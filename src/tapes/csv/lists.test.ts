import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvTape } from './csvTape.ts'
import type { CsvMapping } from './CsvMapping.ts'
import { detectCsv } from './detectCsv.ts'
import { fundingMoment } from './fundingMoment.ts'
import { importCsv, type ImportedCsv } from './importCsv.ts'
import type { ParsedCsv } from './parseCsv.ts'
import { isSummer } from './summerTime.ts'

async function imported(text: string | Uint8Array<ArrayBuffer>, change?: Partial<CsvMapping>): Promise<ImportedCsv> {
  const read = await importCsv(new Blob([text]), change === undefined ? {} : { change })
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}
function parsedOf({ parsed }: ImportedCsv): ParsedCsv {
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

interface Trade {
  readonly at: number
  readonly cents: number
}
/** Trades in the order of time, several in one millisecond among them. */
const trades = fc
  .array(fc.record({ wait: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 200_000 })), cents: fc.integer({ min: 1, max: 10_000_000 }) }), { minLength: 2, maxLength: 200 })
  .map((steps): Trade[] => {
    let at = 1_583_971_200_000
    return steps.map(({ wait, cents }) => ({ at: (at += wait), cents }))
  })

describe('trades', () => {
  it('[S43] become the bars that a plain loop over them makes, forwards and backwards, at any length; an empty span is none', async () => {
    await fc.assert(
      fc.asyncProperty(trades, fc.constantFrom(1000, 60_000, 300_000, 3_600_000), fc.boolean(), async (all, barMillis, isDescending) => {
        const expected = new Map<number, number[]>()
        for (const { at, cents } of all) {
          const start = Math.floor(at / barMillis) * barMillis
          expected.set(start, [...(expected.get(start) ?? []), cents / 100])
        }
        const lines = all.map(({ at, cents }) => `${at},BTC,Buy,1,${(cents / 100).toFixed(2)}`)
        fc.pre(!isDescending || (all[0]?.at ?? 0) < (all.at(-1)?.at ?? 0))
        const text = `timestamp,symbol,side,size,price\n${(isDescending ? lines.toReversed() : lines).join('\n')}\n`
        const { columns, report } = parsedOf(await imported(text, { barMillis }))
        expect([...columns.time]).toEqual([...expected.keys()])
        const prices = [...expected.values()]
        expect([...(columns.open ?? [])]).toEqual(prices.map((bar) => bar[0]))
        expect([...columns.close]).toEqual(prices.map((bar) => bar.at(-1)))
        expect([...(columns.high ?? [])]).toEqual(prices.map((bar) => Math.max(...bar)))
        expect([...(columns.low ?? [])]).toEqual(prices.map((bar) => Math.min(...bar)))
        expect([report.trades, report.rows, report.barMillis]).toEqual([all.length, prices.length, barMillis])
      }),
      { numRuns: 200 },
    )
  })
})

describe('funding', () => {
  it('[S44] is a tape without prices whose rates are the decimals written, as shares or percent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: -75_000, max: 75_000 }), { minLength: 3, maxLength: 50 }), fc.constantFrom('share', 'sign', 'percent'), async (all, how) => {
        // Millionths: 0.000123 is 0.0123 %.
        const text = (units: number): string => (how === 'share' ? (units / 1e6).toFixed(6) : `${(units / 1e4).toFixed(4)}${how === 'sign' ? '%' : ''}`)
        const lines = all.map((units, i) => `${1704067200000 + i * 28_800_000},${text(units)}`)
        const read = await imported(`calc_time,last_funding_rate\n${lines.join('\n')}\n`, how === 'percent' ? { isPercent: true } : {})
        const tape = csvTape(parsedOf(read), { fileName: 'f.csv', instrument: 'BTC' })
        expect([tape.series, tape.time.length, tape.barMillis]).toEqual([[], 0, 28_800_000])
        expect([...(tape.funding?.[0]?.rate ?? [])].map((rate) => rate + 0)).toEqual(all.map((units) => Number(`${units}e-6`) + 0))
      }),
      { numRuns: 100 },
    )
  })

  it('[S44] is due at the full hour where it is noted within ten seconds of one', () => {
    const hour = Date.UTC(2024, 0, 1, 8)
    expect([6, 219, 10_000, -9_999].map((late) => fundingMoment(hour + late) - hour)).toEqual([0, 0, 0, 0])
    expect([10_001, 1_800_000, -10_001].map((late) => fundingMoment(hour + late) - hour)).toEqual([10_001, 1_800_000, -10_001])
  })
})

describe('zones', () => {
  it('[S42] with summer time change on the days of the law', () => {
    const changes = (place: 'EU' | 'US', ...at: readonly string[]): boolean[] => at.map((iso) => isSummer(Date.parse(iso), place))
    // Directive 2000/84/EC: 29 March and 25 October 2020, 01:00 UTC.
    expect(changes('EU', '2020-03-29T00:59:59Z', '2020-03-29T01:00Z', '2020-10-25T00:59:59Z', '2020-10-25T01:00Z')).toEqual([false, true, true, false])
    // New York: 8 March and 1 November 2020, 2 a.m. local; in 2006 still 2 April and 29 October.
    expect(changes('US', '2020-03-08T06:59:59Z', '2020-03-08T07:00Z', '2020-11-01T05:59:59Z', '2020-11-01T06:00Z')).toEqual([false, true, true, false])
    expect(changes('US', '2006-04-02T06:59:59Z', '2006-04-02T07:00Z', '2006-10-29T05:59:59Z', '2006-10-29T06:00Z')).toEqual([false, true, true, false])
  })

  it('[S42] are offered where a source is known to have one, and make an hour less in summer', async () => {
    const text = '2020.03.06,23:00,1.1271,1.129,1.125,1.12645,5123\n2020.03.09,23:00,1.12645,1.127,1.119,1.1201,6012\n2020.03.30,23:00,1.1201,1.1205,1.115,1.118,5870\n'
    const detection = detectCsv(text)
    expect(detection.ok && detection.value.zone).toMatchObject({ utcOffsetMinutes: 120, summerTime: 'US' })
    const times = async (change: Partial<CsvMapping>): Promise<string[]> => [...parsedOf(await imported(text, change)).columns.time].map((at) => new Date(at).toISOString().slice(5, 16))
    // New York changed on 8 March, the EU on the 29th.
    expect(await times({ utcOffsetMinutes: 120, summerTime: 'US' })).toEqual(['03-06T21:00', '03-09T20:00', '03-30T20:00'])
    expect(await times({ utcOffsetMinutes: 120, summerTime: 'EU' })).toEqual(['03-06T21:00', '03-09T21:00', '03-30T20:00'])
    const histData = detectCsv('20120201 000000;1.306600;1.306600;1.306560;1.306560;0\n20120201 000100;1.306570;1.306570;1.306470;1.306560;0\n')
    expect(histData.ok && histData.value.zone?.utcOffsetMinutes).toBe(-300)
  })
})

describe('the same prices', () => {
  it('[S42, S45] as CSV in any zone and as JSON in any envelope give the same tape', async () => {
    const bars = fc.array(fc.record({ cents: fc.integer({ min: 10_000, max: 9_000_000 }), body: fc.integer({ min: -900, max: 900 }), up: fc.integer({ min: 1, max: 500 }), down: fc.integer({ min: 1, max: 500 }) }), { minLength: 3, maxLength: 40 })
    const zone = fc.constantFrom(-600, -300, 0, 60, 120, 330, 345, 840)
    await fc.assert(
      fc.asyncProperty(bars, zone, fc.constantFrom('list', 'records', 'columns', 'bybit'), fc.boolean(), async (all, minutes, how, isDescending) => {
        const T = Date.UTC(2023, 6, 30, 20)
        const rows = all.map(({ cents, body, up, down }, i) => ({ time: T + i * 900_000, open: cents / 100, high: (Math.max(cents, cents + body) + up) / 100, low: (Math.min(cents, cents + body) - down) / 100, close: (cents + body) / 100 }))
        const ordered = isDescending ? rows.toReversed() : rows
        const local = (time: number): string => new Date(time + minutes * 60_000).toISOString().slice(0, 19).replace('T', ' ')
        const csv = `Date;Open;High;Low;Close\n${ordered.map((row) => [local(row.time), row.open, row.high, row.low, row.close].join(';')).join('\n')}\n`
        const list = ordered.map(({ time, open, high, low, close }) => [String(time), String(open), String(high), String(low), String(close), '1'])
        const json = { list, records: { data: { candles: ordered } }, columns: { result: { status: 'ok', ticks: ordered.map(({ time }) => time), ...Object.fromEntries((['open', 'high', 'low', 'close'] as const).map((name) => [name, ordered.map((row) => row[name])])) } }, bybit: { retCode: 0, result: { symbol: 'X', list } } }[how]
        const one = parsedOf(await imported(csv, { utcOffsetMinutes: minutes })).columns
        const other = parsedOf(await imported(JSON.stringify(json))).columns
        expect([...one.time]).toEqual(rows.map(({ time }) => time))
        expect([...one.close]).toEqual(rows.map(({ close }) => close))
        for (const column of ['time', 'open', 'high', 'low', 'close'] as const) expect([...(other[column] ?? [])]).toEqual([...(one[column] ?? [])])
      }),
      { numRuns: 150 },
    )
  })
})

describe('anything else', () => {
  it('[S41] never makes the reading fail: bytes, JSON and near misses are read or refused in words', async () => {
    const bytes = fc.uint8Array({ maxLength: 300 })
    const nearly = fc.array(fc.constantFrom('time', 'open', 'price', 'rate', 'side', '1583971200', '2020-01-01', '1.5', '-', ',', ';', '\t', '\n', '\r\n', '"', '[', ']', '{', '}', ':', 'null', 'true'), { maxLength: 60 }).map((parts) => new TextEncoder().encode(parts.join('')))
    const packed = bytes.map((tail) => Uint8Array.of(0x1f, 0x8b, 8, 0, ...tail))
    const json = fc.json({ maxDepth: 4 }).map((text) => new TextEncoder().encode(text))
    await fc.assert(
      fc.asyncProperty(fc.oneof(bytes, nearly, packed, json), async (all) => {
        const read = await importCsv(new Blob([Uint8Array.from(all)]))
        const refusal = !read.ok ? read.error : read.value.parsed.ok ? undefined : read.value.parsed.error
        if (refusal !== undefined) expect(refusal.message).toMatch(/^\p{Lu}.*[.]$/su)
        else if (read.ok && read.value.parsed.ok) {
          const { time, close } = read.value.parsed.value.columns
          expect([...time].every((at) => at >= 0 && at < Date.UTC(2100, 0, 1))).toBe(true)
          expect([...close].every(Number.isFinite)).toBe(true)
        }
      }),
      { numRuns: 600 },
    )
  })
})
