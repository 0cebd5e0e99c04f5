import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Tape } from '../../engine/index.ts'
import { tapeHash } from '../tapeHash.ts'
import { brownianMarket, jumpMarket } from './builtInMarkets.ts'
import type { SyntheticMarket } from './SyntheticMarket.ts'
import { syntheticTape } from './syntheticTape.ts'

function tapeOf(market: SyntheticMarket): Tape {
  const made = syntheticTape(market)
  if (!made.ok) throw new Error(made.error.message)
  return made.value
}

/* An independent, simple re-implementation of the generator, written from the papers: Philox in bigints, Φ⁻¹ by bisection. */
const MASK = 0xffffffffn
function philox(counter: readonly bigint[], key: readonly bigint[]): bigint[] {
  let [a = 0n, b = 0n, c = 0n, d = 0n] = counter
  let [k0 = 0n, k1 = 0n] = key
  for (let round = 0; round < 10; round++) {
    const p0 = 0xd2511f53n * a
    const p1 = 0xcd9e8d57n * c
    ;[a, b, c, d] = [(p1 >> 32n) ^ b ^ k0, p1 & MASK, (p0 >> 32n) ^ d ^ k1, p0 & MASK]
    k0 = (k0 + 0x9e3779b9n) & MASK
    k1 = (k1 + 0xbb67ae85n) & MASK
  }
  return [a, b, c, d]
}
function uniforms(seed: number, stream: number, count: number): number[] {
  const out: number[] = []
  for (let block = 0; out.length < count; block++) {
    const [w0 = 0n, w1 = 0n, w2 = 0n, w3 = 0n] = philox([BigInt(block), BigInt(stream), 0n, 0n], [BigInt(seed) & MASK, BigInt(seed) >> 32n])
    for (const [high, low] of [[w0, w1], [w2, w3]] as const) out.push((Number((high << 20n) | (low >> 12n)) + 0.5) / 2 ** 52)
  }
  return out.slice(0, count)
}
function distribution(z: number): number {
  let term = z
  let sum = z
  for (let n = 3; Math.abs(term) > 1e-18; n += 2) {
    term *= (z * z) / n
    sum += term
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)
}
function quantile(p: number): number {
  let low = -6
  let high = 6
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (distribution(middle) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

const closes: SyntheticMarket = {
  id: 'two',
  title: 'Two',
  seed: 2 ** 40 + 77,
  start: 0,
  barMillis: 86400000,
  bars: 200,
  instruments: [
    { instrument: 'A', start: 100, decimals: 2, drift: 0.05, volatility: 0.5 },
    { instrument: 'B', start: 7, decimals: 3, drift: -0.1, volatility: 0.8 },
  ],
  correlation: [[1, -0.28], [-0.28, 1]],
}

describe('syntheticTape', () => {
  it('gives the prices of an independent implementation, to the last digit', () => {
    const tape = tapeOf(closes)
    const z1 = uniforms(closes.seed, 0, 200).map(quantile)
    const z2 = uniforms(closes.seed, 2, 200).map(quantile)
    let a = 100
    let b = 7
    for (let bar = 0; bar < 200; bar++) {
      // ρ = −0.28, √(1 − ρ²) = 0.96
      a *= Math.exp((0.05 - 0.125) / 365 + 0.5 * Math.sqrt(1 / 365) * (z1[bar] ?? NaN))
      b *= Math.exp((-0.1 - 0.32) / 365 + 0.8 * Math.sqrt(1 / 365) * (-0.28 * (z1[bar] ?? NaN) + 0.96 * (z2[bar] ?? NaN)))
      expect(String(tape.series[0]?.close[bar + 1])).toBe(String(Math.round(a * 100) / 100))
      expect(String(tape.series[1]?.close[bar + 1])).toBe(String(Math.round(b * 1000) / 1000))
    }
    expect(tape.series.map((one) => one.close[0])).toEqual([100, 7])
    expect([tape.time[0], tape.time[200], tape.candlePath, tape.jump]).toEqual([0, 200 * 86400000, 'close-only', undefined])
  })

  it('is the same for the same seed and another for another [L2]', () => {
    expect(tapeHash(tapeOf(jumpMarket(7)))).toBe(tapeHash(tapeOf(jumpMarket(7))))
    expect(tapeHash(tapeOf(jumpMarket(7)))).not.toBe(tapeHash(tapeOf(jumpMarket(8))))
    expect(tapeHash(tapeOf(brownianMarket(7)))).not.toBe(tapeHash(tapeOf(jumpMarket(7))))
  })

  it('makes candles whose prices are exact decimals of the tick size, low ≤ open, close ≤ high [N1]', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.boolean(), (seed, jumps) => {
        const market = { ...(jumps ? jumpMarket(seed) : brownianMarket(seed)), bars: 40 }
        const tape = tapeOf(market)
        expect(tape.time).toHaveLength(40)
        tape.series.forEach((series, i) => {
          const decimals = market.instruments[i]?.decimals ?? NaN
          for (let bar = 0; bar < 40; bar++) {
            const [open, high, low, close] = [series.open, series.high, series.low, series.close].map((one) => one?.[bar] ?? NaN)
            for (const price of [open, high, low, close]) expect(new Decimal(String(price)).decimalPlaces()).toBeLessThanOrEqual(decimals)
            expect(low).toBeLessThanOrEqual(Math.min(open ?? NaN, close ?? NaN))
            expect(high).toBeGreaterThanOrEqual(Math.max(open ?? NaN, close ?? NaN))
          }
        })
      }),
      { numRuns: 50 },
    )
  })

  it('opens where it closed, but for jumps', () => {
    const calm = tapeOf(brownianMarket(1))
    const [btc] = calm.series
    for (let bar = 1; bar < calm.time.length; bar++) expect(btc?.open?.[bar]).toBe(btc?.close[bar - 1])
    // 26 jumps a year in 720 hours: none has probability e^(−2.1); seed 1 has some.
    const jumping = tapeOf(jumpMarket(1))
    const [one] = jumping.series
    const gaps = [...jumping.time.keys()].filter((bar) => bar > 0 && one?.open?.[bar] !== one?.close[bar - 1])
    expect(gaps.length).toBeGreaterThan(0)
  })

  it('marks the bars that jump on a tape of closes', () => {
    const tape = tapeOf({ ...closes, commonJumps: { perYear: 50, mean: -0.3, volatility: 0 }, bars: 365 })
    const [a] = tape.series
    // A jump of −0.3 against a daily deviation of 0.5/√365 = 0.026: nine deviations, so the moves tell the jumps apart.
    const big = [...tape.time.keys()].filter((tick) => tick > 0 && Math.log((a?.close[tick] ?? NaN) / (a?.close[tick - 1] ?? NaN)) < -0.15)
    const marked = [...(tape.jump ?? [])].flatMap((flag, tick) => (flag === 1 ? [tick] : []))
    expect(marked).toEqual(big)
    expect(Math.abs(marked.length - 50)).toBeLessThan(4 * Math.sqrt(50))
  })

  it.each([
    [{ seed: 1.5 }, 'The seed 1.5 is not a whole number from 0 to 9,007,199,254,740,991. Enter one.'],
    [{ bars: 0 }, '0 bars cannot be simulated. Enter a whole number from 1 to 5,000,000.'],
    [{ instruments: [] }, 'The market has no instruments. Add at least one.'],
    [{ correlation: [[1]] }, 'The correlation table is not 2 × 2. Give one row and one column for each instrument.'],
    [{ correlation: [[1, 0.2], [0.3, 1]] }, 'The correlation of A and B is 0.2 one way and 0.3 the other. Enter the same number.'],
    [{ correlation: [[1, 1.2], [1.2, 1]] }, 'The correlation of A and B is 1.2. Enter a number from −1 to 1.'],
    [{ commonJumps: { perYear: 1e6, mean: 0, volatility: 0 } }, 'Common jumps: 1000000 a year cannot be simulated with these bars. Enter a number from 0 to 18250.'],
    [
      { instruments: [{ instrument: 'A', start: 0.001, decimals: 2, drift: 0, volatility: 1 }], correlation: [[1]] },
      'The start price of A, 0.001, does not fit its tick size. Enter a price of at least one tick.',
    ],
    [
      { instruments: [{ instrument: 'A', start: 10, decimals: 2, drift: 0, volatility: 80 }], correlation: [[1]] },
      'The volatility of A is 80 a year. Enter a number from 0 to 10; 0.8 is 80 %.',
    ],
  ])('refuses %j', (change, message) => {
    const made = syntheticTape({ ...closes, ...change })
    expect(made.ok ? 'accepted' : made.error.message).toBe(message)
  })

  it('refuses correlations that contradict each other', () => {
    const third = { instrument: 'C', start: 1, decimals: 4, drift: 0, volatility: 1 }
    const correlation = [[1, 0.9, 0.9], [0.9, 1, -0.9], [0.9, -0.9, 1]]
    const made = syntheticTape({ ...closes, instruments: [...closes.instruments, third], correlation })
    expect(made.ok ? 'accepted' : made.error.message).toBe(
      'The correlations contradict each other: no prices could move like that together. Bring them closer to zero.',
    )
  })
})
