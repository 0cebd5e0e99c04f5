import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Series, Tape } from '../../engine/index.ts'
import { tapeHash } from '../tapeHash.ts'
import { tapeFromColumns } from '../tapeFromColumns.ts'
import { drawnAlone } from './drawnAlone.ts'
import { drawnOver } from './drawnOver.ts'
import type { DrawnPath, Drawing } from './Drawing.ts'
import { straightLine } from './straightLine.ts'

const HOUR = 3_600_000
const clock = { start: 0, barMillis: HOUR }

function over(base: Tape, drawing: Drawing): Tape {
  const made = drawnOver(base, drawing)
  if (!made.ok) throw new Error(`${made.error.at}: ${made.error.message}`)
  return made.value
}

function alone(drawing: Drawing, bars?: number): Tape {
  const made = drawnAlone(drawing, { ...clock, bars })
  if (!made.ok) throw new Error(made.error.message)
  return made.value
}

function candles(closes: readonly number[], wick = 1): Tape {
  const open = closes.map((close, i) => (i === 0 ? close : (closes[i - 1] ?? close) + 1))
  return tapeFromColumns(
    { id: 'candles', title: 'Candles', source: 'a test', instrument: 'BTC', barMillis: HOUR },
    {
      time: Float64Array.from(closes, (_, i) => i * HOUR),
      open: Float64Array.from(open),
      high: Float64Array.from(closes, (close, i) => Math.max(close, open[i] ?? close) + wick),
      low: Float64Array.from(closes, (close, i) => Math.min(close, open[i] ?? close) - wick),
      close: Float64Array.from(closes),
    },
  )
}

function closeTape(closes: readonly number[], jumps: readonly number[]): Tape {
  return { ...alone({ lines: [{ instrument: 'BTC', points: closes.map((close, i) => [i, close]) }] }), jump: Uint8Array.from(closes, (_, i) => (jumps.includes(i) ? 1 : 0)) }
}

/** Every column of the first series before and after some ticks. */
function outside({ series: [one] }: Tape, first: number, last: number): unknown {
  return [one?.open, one?.high, one?.low, one?.close].map((column) => [column?.slice(0, first), column?.slice(last + 1)])
}

function closesOf(tape: Tape, instrument: string, kind?: Series['kind']): readonly number[] {
  return [...(tape.series.find((each) => each.instrument === instrument && each.kind === kind)?.close ?? [])]
}

describe('straightLine', () => {
  it('[S30] is the whole number nearest to a + (b - a)k/n, ties upwards, whatever the size', () => {
    // By definition q is it when 2n·a + 2(b − a)k lies in [2nq − n, 2nq + n).
    const size = fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 })
    const steps = fc.integer({ min: 1, max: 200_000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
    fc.assert(
      fc.property(size, size, steps, (a, b, [k, n]) => {
        const q = BigInt(straightLine(a, b, k, n))
        const exact = 2n * BigInt(n) * BigInt(a) + 2n * (BigInt(b) - BigInt(a)) * BigInt(k)
        expect(exact >= 2n * BigInt(n) * q - BigInt(n) && exact < 2n * BigInt(n) * q + BigInt(n)).toBe(true)
      }),
    )
    expect([straightLine(0, 1, 1, 2), straightLine(0, -1, 1, 2), straightLine(10, 13, 2, 4)]).toEqual([1, 0, 12])
  })
})

describe('a tape of drawn lines alone', () => {
  it('[S30] runs straight from point to point, half up to the decimals, and stands still before and after', () => {
    // 100 → 101 in 8 bars: 100.125 a bar, half up 100.13, 100.25, 100.375 → 100.38.
    const tape = alone({ lines: [{ instrument: 'BTC', points: [[1, 100], [9, 101]] }] }, 12)
    expect(closesOf(tape, 'BTC')).toEqual([100, 100, 100.13, 100.25, 100.38, 100.5, 100.63, 100.75, 100.88, 101, 101, 101])
    expect(tape).toMatchObject({ title: 'Drawn by hand', barMillis: HOUR, between: 'path', candlePath: 'close-only' })
    expect(tape.jump).toBeUndefined()
  })

  it('[S30] has the decimals of its points, two at least', () => {
    const tape = alone({ lines: [{ instrument: 'A', points: [[0, 1], [2, 1.0001]] }, { instrument: 'B', decimals: 0, points: [[0, 1], [2, 4]] }] })
    // 1.00005 is half way: up.
    expect([closesOf(tape, 'A'), closesOf(tape, 'B')]).toEqual([[1, 1.0001, 1.0001], [1, 3, 4]])
  })

  it('[S34] jumps where it was drawn to', () => {
    const tape = alone({ lines: [{ instrument: 'BTC', points: [[0, 100], [1, 100], [2, 60], [3, 61]] }], jumps: [2] })
    expect([...(tape.jump ?? [])]).toEqual([0, 0, 1, 0])
  })

  it('refuses fewer bars than its points need, decimals it does not have, and a price with no room for its digits', () => {
    const refusal = (line: DrawnPath, bars?: number): unknown => {
      const made = drawnAlone({ lines: [line] }, { ...clock, bars })
      return made.ok ? 'made' : `${made.error.at}: ${made.error.message}`
    }
    expect(refusal({ instrument: 'A', points: [[0, 1], [9, 2]] }, 9)).toBe('bars: 10 bars were expected, for the last point is at tick 9; 9 were given')
    expect(refusal({ instrument: 'A', decimals: 1, points: [[0, 1], [9, 2.25]] })).toBe('lines[0].points[1]: 2.25 has more than 1 decimal places; say so in "decimals", or round it')
    expect(refusal({ instrument: 'A', decimals: 8, points: [[0, 12_345_678]] })).toBe('lines[0].points[0]: 12345678 with 8 decimal places has more than 15 digits; say fewer in "decimals"')
  })
})

describe('lines drawn over a tape', () => {
  it('[S31] makes candles without wicks that open where the one before closed', () => {
    const base = candles([100, 102, 104, 103, 105])
    const { open, high, low, close } = over(base, { lines: [{ instrument: 'BTC', points: [[2, 90], [3, 95]] }] }).series[0] as Required<Series>
    expect([open[2], high[2], low[2], close[2]]).toEqual([102, 102, 90, 90])
    expect([open[3], high[3], low[3], close[3]]).toEqual([90, 95, 90, 95])
    // The bar after stays what it was: it opens at 104 and closes at 105.
    expect([open[4], high[4], low[4], close[4]]).toEqual([104, 106, 103, 105])
  })

  it('[S31] a candle that is jumped into has no way from the one before', () => {
    const { open, high, low, close } = over(candles([100, 102, 104]), { lines: [{ instrument: 'BTC', points: [[1, 90], [2, 80]] }], jumps: [2] }).series[0] as Required<Series>
    expect([open[2], high[2], low[2], close[2]]).toEqual([80, 80, 80, 80])
  })

  it('[S32] index and last price keep their distance to the mark, exactly', () => {
    const plain = (instrument: string, kind: Series['kind'], close: readonly number[]): Series => ({ instrument, ...(kind === undefined ? {} : { kind }), close: Float64Array.from(close) })
    const base: Tape = { ...alone({ lines: [{ instrument: 'X', points: [[0, 1], [3, 1]] }] }), series: [plain('BTC', undefined, [100, 101, 102, 103]), plain('BTC', 'index', [99.7, 100.9, 102.3, 103.001]), plain('ETH', undefined, [5, 6, 7, 8])] }
    const drawn = over(base, { lines: [{ instrument: 'BTC', points: [[1, 90.1], [2, 80.2]] }] })
    // 100.9 + (90.1 − 101) = 90.0; 102.3 + (80.2 − 102) = 80.5.
    expect([closesOf(drawn, 'BTC'), closesOf(drawn, 'BTC', 'index')]).toEqual([[100, 90.1, 80.2, 103], [99.7, 90, 80.5, 103.001]])
    expect(drawn.series[2]).toBe(base.series[2])
  })

  it('[S33] the last drawn line lies on top', () => {
    const base = alone({ lines: [{ instrument: 'BTC', points: [[0, 100], [9, 100]] }] })
    const drawn = over(base, { lines: [{ instrument: 'BTC', points: [[2, 90], [6, 90]] }, { instrument: 'BTC', points: [[5, 80], [7, 80]] }] })
    expect(closesOf(drawn, 'BTC')).toEqual([100, 100, 90, 90, 90, 80, 80, 80, 100, 100])
  })

  it('[S33] outside of what is drawn, and in every other market, it is the base byte for byte', () => {
    const price = fc.integer({ min: 1, max: 10 ** 7 }).map((units) => units / 100)
    const market = fc.tuple(fc.array(price, { minLength: 12, maxLength: 12 }), fc.boolean())
    const points = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 11 }), price), { minLength: 1, maxLength: 5, selector: ([tick]) => tick }).map((all) => all.toSorted(([a], [b]) => a - b))
    fc.assert(
      fc.property(market, points, fc.subarray([3, 7]), ([closes, isCandles], line, jumps) => {
        const one = isCandles ? candles(closes) : closeTape(closes, jumps)
        const base: Tape = { ...one, series: [...one.series, { instrument: 'ETH', close: Float64Array.from(closes) }] }
        const before = tapeHash(base)
        const drawn = over(base, { lines: [{ instrument: 'BTC', points: line }] })
        const first = line[0]?.[0] ?? 0
        const last = line.at(-1)?.[0] ?? 0
        expect(tapeHash(base)).toBe(before)
        expect(drawn.series[1]).toBe(base.series[1])
        expect([drawn.time, drawn.jump ?? 'none']).toEqual([base.time, base.jump ?? 'none'])
        expect(outside(drawn, first, last)).toEqual(outside(base, first, last))
        for (const [tick, at] of line) expect(drawn.series[0]?.close[tick]).toBe(at)
      }),
    )
  })

  it('[S34] a jump of the base stays for what is not drawn, and where the clock has a gap', () => {
    const base: Tape = { ...alone({ lines: [{ instrument: 'A', points: [[0, 5], [3, 5]] }, { instrument: 'B', points: [[0, 5], [3, 5]] }] }), time: Float64Array.of(0, HOUR, 2 * HOUR, 9 * HOUR), jump: Uint8Array.of(0, 1, 1, 1) }
    const line = (instrument: string): DrawnPath => ({ instrument, points: [[1, 6], [3, 8]] })
    expect([...(over(base, { lines: [line('A')] }).jump ?? [])]).toEqual([0, 1, 1, 1])
    expect([...(over(base, { lines: [line('A'), line('B')] }).jump ?? [])]).toEqual([0, 0, 0, 1])
  })

  it('carries what else the tape has', () => {
    const funding = [{ instrument: 'BTC', time: Float64Array.of(1), rate: Float64Array.of(0.0001) }]
    expect(over({ ...candles([1, 2]), funding }, { lines: [{ instrument: 'BTC', points: [[1, 5]] }] }).funding).toBe(funding)
  })

  it('refuses what the base does not have', () => {
    const refusal = (drawing: Drawing): unknown => {
      const made = drawnOver(candles([1, 2]), drawing)
      return made.ok ? 'made' : `${made.error.at}: ${made.error.message}`
    }
    expect(refusal({ lines: [{ instrument: 'ETH', points: [[0, 1]] }] })).toBe('lines[0].symbol: the prices drawn over have no ETH; they have BTC')
    expect(refusal({ lines: [{ instrument: 'BTC', points: [[1, 1], [2, 1]] }] })).toBe('lines[0].points[1]: the prices drawn over end with tick 1; there is no 2')
    expect(refusal({ lines: [{ instrument: 'BTC', points: [[1, 1]] }], jumps: [0] })).toBe('jumps[0]: nothing is drawn at tick 0; only what is drawn jumps here')
  })
})
