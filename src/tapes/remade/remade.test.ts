import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Series, Tape } from '../../engine/index.ts'
import { autocorrelations, crossCovariance } from '../../kernel/index.ts'
import { modelTape } from '../synthetic/modelTape.ts'
import type { ModelMarket } from '../synthetic/ModelMarket.ts'
import { tapeHash } from '../tapeHash.ts'
import { amplifiedTape } from './amplifiedTape.ts'
import { bootstrapTape } from './bootstrapTape.ts'

const START = Date.UTC(2026, 0, 5)
const HOUR = 3_600_000

/** Two instruments whose volatility clusters, moving together. */
function clustered(bars: number, stepsPerBar?: number): Tape {
  const process = { type: 'garch', drift: 0, volatility: 0.8, alpha: 0.15, beta: 0.83, gamma: 0 } as const
  const market: ModelMarket = {
    id: 'm', title: 'M', seed: 12, start: START, barMillis: HOUR, bars, ...(stepsPerBar === undefined ? {} : { stepsPerBar }),
    instruments: [{ instrument: 'A', start: 30000, decimals: 4, process }, { instrument: 'B', start: 2000, decimals: 5, process }],
    correlation: [[1, 0.8], [0.8, 1]],
  }
  return made(modelTape(market))
}

function made<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly message: string } }): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

function said(result: { readonly ok: boolean; readonly error?: { readonly message: string } }): string | undefined {
  return result.error?.message
}

function returnsOf(tape: Tape, i = 0): Float64Array {
  const { close } = tape.series[i] ?? { close: new Float64Array() }
  return close.subarray(1).map((price, at) => Math.log(price / (close[at] ?? NaN)))
}

const correlation = (x: Float64Array, y: Float64Array): number => crossCovariance(x, y, 0) / Math.sqrt(crossCovariance(x, x, 0) * crossCovariance(y, y, 0))
const squaresAt = (x: Float64Array, lag: number): number => autocorrelations(x.map((r) => r * r), lag)[lag - 1] ?? NaN

/** A price of a candle over the close before it. */
function relative(series: Series | undefined, column: 'open' | 'high' | 'low' | 'close', tick: number): number {
  return (series?.[column]?.[tick] ?? NaN) / (series?.close[tick - 1] ?? NaN)
}

describe('the stationary bootstrap', () => {
  const tape = clustered(6000)

  it('[S9] keeps how instruments move together, whatever the length of the stretches', () => {
    const truth = correlation(returnsOf(tape, 0), returnsOf(tape, 1))
    for (const meanBlock of [1, 10, 200]) {
      const remade = made(bootstrapTape(tape, { seed: 3, bars: 6000, meanBlock }))
      // Standard error of a correlation of 6,000 heavy-tailed pairs is below 0.02.
      expect(Math.abs(correlation(returnsOf(remade, 0), returnsOf(remade, 1)) - truth)).toBeLessThan(0.06)
    }
    // Drawn apart, they would not move together.
    const a = returnsOf(made(bootstrapTape(tape, { seed: 3, bars: 6000, meanBlock: 10 })), 0)
    const b = returnsOf(made(bootstrapTape(tape, { seed: 4, bars: 6000, meanBlock: 10 })), 1)
    expect(Math.abs(correlation(a, b))).toBeLessThan(0.06)
  })

  it('[S9] keeps the clustering of volatility within a stretch: (1 − 1/length)^lag of it', () => {
    // Two points k apart come from one stretch with probability (1 − p)^k, p = 1/length (Politis and Romano 1994, section 2);
    // if not, they are independent. Mean over 12 seeds; a single autocorrelation has a standard error of about 0.03.
    const lag = 5
    const truth = squaresAt(returnsOf(tape), lag)
    expect(truth).toBeGreaterThan(0.15)
    for (const meanBlock of [1, 5, 20, 400]) {
      const found = Array.from({ length: 12 }, (_, seed) => squaresAt(returnsOf(made(bootstrapTape(tape, { seed, bars: 6000, meanBlock }))), lag))
      const average = found.reduce((sum, x) => sum + x, 0) / found.length
      expect(Math.abs(average - truth * (1 - 1 / meanBlock) ** lag)).toBeLessThan(0.04)
    }
  })

  it('[S9] begins stretches anywhere alike and makes them as long as was said', () => {
    // A tape on which each point is known by its return.
    const ticks = 101
    const marked: Tape = { id: 't', title: 'T', source: 's', time: Float64Array.from({ length: ticks }, (_, t) => START + t * HOUR), barMillis: HOUR, between: 'path', candlePath: 'close-only', series: [{ instrument: 'A', close: Float64Array.from({ length: ticks }, (_, t) => (t === 0 ? 1e6 : 1e6 + t)) }] }
    const steps = marked.time.map((time, t) => (t === 0 ? time : time + t * t))
    const remade = made(bootstrapTape({ ...marked, time: steps }, { seed: 8, bars: 40_001, meanBlock: 8 }))
    // The space before a point tells which it was: HOUR + t² − (t − 1)² = HOUR + 2t − 1.
    const drawn = remade.time.subarray(1).map((time, at) => (time - (remade.time[at] ?? NaN) - HOUR + 1) / 2)
    const counts = new Float64Array(ticks)
    for (const tick of drawn) counts[tick] = (counts[tick] ?? NaN) + 1
    expect(counts[0]).toBe(0)
    // Neighbours come together, about eight in a row: four standard deviations are 4·√(400·15).
    for (const count of counts.subarray(1)) expect(Math.abs(count - 400)).toBeLessThan(320)
    const breaks = drawn.reduce((sum, tick, at) => sum + (at > 0 && tick !== ((drawn[at - 1] ?? NaN) % 100) + 1 ? 1 : 0), 0)
    // A new stretch begins with probability 1/8, and is told from going on unless it begins there by chance: 1 in 100.
    const expected = 39_999 * 0.125 * 0.99
    expect(Math.abs(breaks - expected)).toBeLessThan(4 * Math.sqrt(expected * 0.875))
    expect(Math.abs(breaks - 1.1 * expected)).toBeGreaterThan(4 * Math.sqrt(expected * 0.875))
  })

  it('[S9] takes candles, jumps, other kinds of prices and funding along with the point they belong to', () => {
    const base = clustered(200, 6)
    const [mark] = base.series
    if (mark === undefined) throw new Error('there is a series')
    const index = { ...mark, kind: 'index' as const }
    const funded: Tape = {
      ...base,
      jump: Uint8Array.from(base.time, (_, t) => (t % 7 === 0 ? 1 : 0)),
      series: [...base.series, index],
      // One payment in the middle of each hour, its rate the number of the hour it ends in.
      funding: [{ instrument: 'A', time: base.time.subarray(1).map((time) => time - HOUR / 2), rate: Float64Array.from({ length: 199 }, (_, t) => (t + 1) / 1000) }],
    }
    const remade = made(bootstrapTape(funded, { seed: 1, bars: 500, meanBlock: 12 }))
    const [a, , kind] = remade.series
    expect(remade.time.length).toBe(500)
    expect([...(kind?.close ?? [])]).toEqual([...(a?.close ?? [])])
    const payments = remade.funding?.[0] ?? { time: new Float64Array(), rate: new Float64Array() }
    const ticks = Array.from(payments.rate, (rate) => Math.round(rate * 1000))
    expect([...payments.time]).toEqual(Array.from(remade.time.subarray(1), (time) => time - HOUR / 2))
    expect([...(remade.jump ?? [])]).toEqual([0, ...ticks.map((tick) => (tick % 7 === 0 ? 1 : 0))])
    for (let at = 1; at < 500; at++) {
      const tick = ticks[at - 1] ?? NaN
      // The candle relative to the close before is that of the drawn point, up to the tick.
      for (const column of ['open', 'high', 'low', 'close'] as const) {
        expect(Math.abs(relative(a, column, at) / relative(mark, column, tick) - 1)).toBeLessThan(1e-6)
      }
    }
  })

  it('[S9] is the same for the same seed, begins the same when it is longer, and ends no bar outside its candle', () => {
    const base = clustered(300, 4)
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 2, max: 200 }), (seed, meanBlock, bars) => {
        const long = made(bootstrapTape(base, { seed, bars: 250, meanBlock }))
        const short = made(bootstrapTape(base, { seed, bars, meanBlock }))
        const least = Math.min(bars, 250)
        expect([...short.time.subarray(0, least)]).toEqual([...long.time.subarray(0, least)])
        long.series.forEach(({ open, high, low, close }, i) => {
          expect([...close.subarray(0, least)]).toEqual([...(short.series[i]?.close.subarray(0, least) ?? [])])
          close.forEach((price, at) => {
            expect(low?.[at]).toBeLessThanOrEqual(Math.min(price, open?.[at] ?? NaN))
            expect(high?.[at]).toBeGreaterThanOrEqual(Math.max(price, open?.[at] ?? NaN))
          })
        })
      }),
      { numRuns: 20 },
    )
    expect(tapeHash(made(bootstrapTape(base, { seed: 5, bars: 90, meanBlock: 9 })))).toBe(tapeHash(made(bootstrapTape(base, { seed: 5, bars: 90, meanBlock: 9 }))))
    expect(tapeHash(made(bootstrapTape(base, { seed: 5, bars: 90, meanBlock: 9 })))).not.toBe(tapeHash(made(bootstrapTape(base, { seed: 6, bars: 90, meanBlock: 9 }))))
  })

  it('[S9] says why it cannot be made', () => {
    const [series] = tape.series
    if (series === undefined) throw new Error('there is a series')
    const below: Tape = { ...tape, series: [{ instrument: 'OIL', kind: 'last', close: Float64Array.from(tape.time, (_, t) => (t === 7 ? -36.98 : 10)) }] }
    expect(said(bootstrapTape(below, { seed: 1, bars: 10, meanBlock: 5 }))).toMatch(/^OIL \(last\) has the price -36.98 at tick 7\. Relative changes exist above zero only/)
    expect(said(amplifiedTape(below, 2))).toMatch(/^OIL \(last\) has the price -36.98 at tick 7/)
    expect(said(bootstrapTape(tape, { seed: -1, bars: 10, meanBlock: 5 }))).toMatch(/^The seed -1 is not/)
    expect(said(bootstrapTape(tape, { seed: 1, bars: 0, meanBlock: 5 }))).toMatch(/^0 bars cannot be made/)
    expect(said(bootstrapTape(tape, { seed: 1, bars: 10, meanBlock: 0.5 }))).toMatch(/^Stretches of 0.5 bars/)
    expect(said(amplifiedTape(tape, 0))).toMatch(/^A tape cannot be made 0 times as violent/)
    expect(said(amplifiedTape({ ...below, series: [{ instrument: 'A', close: tape.time.map((_, t) => 100 + t) }] }, 20))).toMatch(/grows beyond/)
  })
})

describe('a tape k times as violent', () => {
  it('[S10] has every logarithmic return times k, candles and gaps too, and starts where the other does', () => {
    const base = clustered(200, 5)
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 3, noNaN: true }), (factor) => {
        const remade = made(amplifiedTape(base, factor))
        base.series.forEach((one, i) => {
          const other = remade.series[i]
          expect(other?.open?.[0]).toBe(one.open?.[0])
          for (const column of ['open', 'high', 'low', 'close'] as const) {
            one[column]?.forEach((price, at) => {
              const move = Math.log(price / (one.open?.[0] ?? NaN))
              // Rounded to the tick: 5·10⁻⁵ of 30,000, 5·10⁻⁶ of 2,000, and prices do not halve here more than thrice.
              expect(Math.abs(Math.log((other?.[column]?.[at] ?? NaN) / (one.open?.[0] ?? NaN)) - factor * move)).toBeLessThan(1e-7)
            })
          }
          other?.close.forEach((price, at) => {
            expect(other.low?.[at]).toBeLessThanOrEqual(Math.min(price, other.open?.[at] ?? NaN))
            expect(other.high?.[at]).toBeGreaterThanOrEqual(Math.max(price, other.open?.[at] ?? NaN))
          })
        })
        expect(remade.time).toBe(base.time)
      }),
      { numRuns: 20 },
    )
    expect(tapeHash(made(amplifiedTape(base, 1)))).toBe(tapeHash(base))
    expect(tapeHash(made(amplifiedTape(base, 2)))).not.toBe(tapeHash(base))
  })

  it('[S10] stops one tick above zero', () => {
    const fall: Tape = { id: 't', title: 'T', source: 's', time: Float64Array.of(START, START + HOUR), barMillis: HOUR, between: 'path', candlePath: 'close-only', series: [{ instrument: 'A', close: Float64Array.of(100, 0.25) }] }
    // (0.25/100)^3·100 = 1.6e-6, less than the tick of 0.01.
    expect([...(made(amplifiedTape(fall, 3)).series[0]?.close ?? [])]).toEqual([100, 0.01])
  })
})
