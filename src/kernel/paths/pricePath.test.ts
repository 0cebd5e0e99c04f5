import { describe, expect, it } from 'vitest'
import { CounterRandom } from '../random/CounterRandom.ts'
import type { PathModel } from './PathModel.ts'
import { pricePath } from './pricePath.ts'

const RHO = 0.6
const correlation = new Float64Array([1, RHO, RHO, 1])
const plain: PathModel = {
  instruments: [
    { start: 60000, drift: 0.1, volatility: 0.6 },
    { start: 150, drift: -0.2, volatility: 0.9 },
  ],
  correlation,
}
const jumping: PathModel = {
  instruments: [
    { start: 60000, drift: 0.1, volatility: 0.6, commonJumpBeta: 0.5 },
    { start: 150, drift: -0.2, volatility: 0.9, jumps: { perYear: 4, mean: -0.1, volatility: 0.15 } },
  ],
  correlation,
  commonJumps: { perYear: 3, mean: -0.08, volatility: 0.1 },
}
const year = { bars: 12, barYears: 1 / 12, stepsPerBar: 1 }

const mean = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0) / x.length
const covariance = (x: readonly number[], y: readonly number[]): number => {
  const mx = mean(x)
  const my = mean(y)
  return x.reduce((sum, value, i) => sum + (value - mx) * ((y[i] ?? NaN) - my), 0) / x.length
}
/** Within four standard errors of the mean of what was sampled. */
const expectMean = (sample: readonly number[], expected: number): void => {
  expect(Math.abs(mean(sample) - expected)).toBeLessThan(4 * Math.sqrt(covariance(sample, sample) / sample.length))
}

function yearEnds(model: PathModel, paths: number): { first: number[]; second: number[] } {
  const first: number[] = []
  const second: number[] = []
  for (let path = 0; path < paths; path++) {
    const { close } = pricePath(model, year, { seed: 11, path })
    first.push((close[11] ?? NaN) / 60000)
    second.push((close[23] ?? NaN) / 150)
  }
  return { first, second }
}

describe('pricePath', () => {
  it('is the textbook recursion, written out with Math.exp', () => {
    const address = { seed: 42, path: 5 }
    const { close, open, jumped } = pricePath(plain, { bars: 250, barYears: 1 / 365, stepsPerBar: 1 }, address)
    const one = new CounterRandom({ ...address, stream: 0 })
    const two = new CounterRandom({ ...address, stream: 2 })
    let first = 60000
    let second = 150
    for (let bar = 0; bar < 250; bar++) {
      expect(Math.abs((open[bar] ?? NaN) / first - 1)).toBeLessThan(1e-12)
      const z1 = one.normal()
      const z2 = RHO * z1 + Math.sqrt(1 - RHO * RHO) * two.normal()
      first *= Math.exp((0.1 - 0.36 / 2) / 365 + 0.6 * Math.sqrt(1 / 365) * z1)
      second *= Math.exp((-0.2 - 0.81 / 2) / 365 + 0.9 * Math.sqrt(1 / 365) * z2)
      expect(Math.abs((close[bar] ?? NaN) / first - 1)).toBeLessThan(1e-12)
      expect(Math.abs((close[250 + bar] ?? NaN) / second - 1)).toBeLessThan(1e-12)
    }
    expect(jumped.every((flag) => flag === 0)).toBe(true)
  })

  it('has the moments of geometric Brownian motion after a year', () => {
    const { first, second } = yearEnds(plain, 20_000)
    const logs = [first, second].map((x) => x.map(Math.log))
    expectMean(first, Math.exp(0.1))
    expectMean(second, Math.exp(-0.2))
    expectMean(logs[0] ?? [], 0.1 - 0.36 / 2)
    // Standard error of a variance of normals: variance·√(2/n); of a covariance: σ₁σ₂·√((1 + ρ²)/n).
    expect(Math.abs(covariance(logs[0] ?? [], logs[0] ?? []) - 0.36)).toBeLessThan(4 * 0.36 * Math.sqrt(2 / 20_000))
    expect(Math.abs(covariance(logs[1] ?? [], logs[1] ?? []) - 0.81)).toBeLessThan(4 * 0.81 * Math.sqrt(2 / 20_000))
    const error = 4 * 0.54 * Math.sqrt((1 + RHO * RHO) / 20_000)
    expect(Math.abs(covariance(logs[0] ?? [], logs[1] ?? []) - RHO * 0.54)).toBeLessThan(error)
  })

  it('keeps the expected price on its drift when jumps are on, and adds their variance', () => {
    const paths = 20_000
    const { first, second } = yearEnds(jumping, paths)
    expectMean(first, Math.exp(0.1))
    expectMean(second, Math.exp(-0.2))
    const logs = [first, second].map((x) => x.map(Math.log))
    // A compound Poisson sum of normals has variance λ(m² + s²); the common jump is halved in the first instrument.
    const common = 3 * (0.08 ** 2 + 0.1 ** 2)
    const own = 4 * (0.1 ** 2 + 0.15 ** 2)
    const expected = [0.36 + 0.25 * common, 0.81 + common + own]
    const [one = [], two = []] = logs.map((x) => {
      const middle = mean(x)
      return x.map((value) => value - middle)
    })
    expectMean(one.map((x) => x * x), expected[0] ?? NaN)
    expectMean(two.map((x) => x * x), expected[1] ?? NaN)
    expectMean(one.map((x, i) => x * (two[i] ?? NaN)), RHO * 0.54 + 0.5 * common)
  })

  it('leaves the Brownian part and the other instruments alone when jumps or instruments are added', () => {
    const address = { seed: 3, path: 0 }
    const without = pricePath(plain, year, address)
    const third: PathModel = {
      instruments: [...plain.instruments, { start: 1, drift: 0, volatility: 0.5 }],
      correlation: new Float64Array([1, RHO, 0, RHO, 1, 0, 0, 0, 1]),
    }
    expect([...pricePath(third, year, address).close.subarray(0, 24)]).toEqual([...without.close])
    const calm: PathModel = { ...plain, commonJumps: { perYear: 0, mean: -0.5, volatility: 0 } }
    expect([...pricePath(calm, year, address).close]).toEqual([...without.close])
  })

  it('gaps at the open where it jumps and only there, and keeps open and close inside high and low', () => {
    const { open, high, low, close, jumped } = pricePath(jumping, { bars: 400, barYears: 1 / 52, stepsPerBar: 8 }, { seed: 1, path: 0 })
    for (let i = 0; i < 2; i++) {
      for (let bar = 0; bar < 400; bar++) {
        const at = i * 400 + bar
        const before = bar === 0 ? (plain.instruments[i]?.start ?? NaN) : (close[at - 1] ?? NaN)
        if (jumped[bar] === 0) expect(open[at]).toBe(before)
        expect(low[at]).toBeLessThanOrEqual(Math.min(open[at] ?? NaN, close[at] ?? NaN))
        expect(high[at]).toBeGreaterThanOrEqual(Math.max(open[at] ?? NaN, close[at] ?? NaN))
      }
    }
    // 7 jumps a year of either kind, 400/52 years; a bar with two counts once.
    const expected = 400 * (1 - Math.exp(-7 / 52))
    const found = jumped.reduce((a, b) => a + b, 0)
    expect(Math.abs(found - expected)).toBeLessThan(4 * Math.sqrt(expected))
  })
})
