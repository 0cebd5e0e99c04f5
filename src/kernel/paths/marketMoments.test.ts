import { describe, expect, it } from 'vitest'
import { CounterRandom } from '../random/CounterRandom.ts'
import { alone, expectMean, overPaths, returnsIn, zOf } from '../testing/samples.ts'
import { hestonStep, nextVariance } from './hestonVariance.ts'
import { meanJump } from './jumpLaw.ts'
import type { HestonModel, JumpLaw, PriceProcess } from './MarketModel.ts'

const MERTON: JumpLaw = { type: 'merton', perYear: 5, mean: -0.1, volatility: 0.15 }
const KOU: JumpLaw = { type: 'kou', perYear: 5, upShare: 0.4, upMean: 0.08, downMean: 0.12 }
const HESTON: HestonModel = { type: 'heston', drift: 0.2, volatility: 0.6, longVolatility: 0.5, reversion: 4, volOfVol: 1.5, leverage: -0.6 }
const PROCESSES: readonly PriceProcess[] = [
  { type: 'gbm', drift: 0.2, volatility: 0.5 },
  HESTON,
  { ...HESTON, leverage: 0.7, reversion: 12 },
  { type: 'garch', drift: 0.2, volatility: 0.5, alpha: 0.15, beta: 0.6, gamma: 0.2 },
]
const year = { bars: 12, barYears: 1 / 12, stepsPerBar: 2 }

describe('the drift of a model', () => {
  // E[S(1)] = S(0)·e^drift: the drift is that of the expected price, whatever the volatility does and however it jumps.
  it.each(PROCESSES.flatMap((process) => [undefined, MERTON, KOU].map((jumps) => ({ name: `${process.type} with ${jumps?.type ?? 'no'} jumps`, process, jumps }))))('[S1] is the growth of the expected price: $name', ({ process, jumps }) => {
    const shared = { commonJumps: MERTON }
    const model = alone({ process, ...(jumps === undefined ? {} : { jumps }), commonJumpBeta: 0.5 }, jumps === undefined ? {} : shared)
    const ends = overPaths(model, year, 3000, ({ close }) => (close[11] ?? NaN) / 100)
    expectMean(ends, Math.exp(0.2))
    // Without the jumps taken out of the drift, or with 10 % a year more, this test fails.
    if (jumps !== undefined) expect(Math.abs(zOf(ends, Math.exp(0.2 + 5 * meanJump(jumps, 1))))).toBeGreaterThan(4)
    expect(Math.abs(zOf(ends, Math.exp(0.3)))).toBeGreaterThan(4)
  })

  it('[S1] is it to a percent where the volatility is wild, and where regimes multiply the jumps', () => {
    const wild: PriceProcess = { ...HESTON, drift: 0, volatility: 1, longVolatility: 1, reversion: 1, volOfVol: 1 }
    const ends = overPaths(alone({ process: wild }), { ...year, stepsPerBar: 1 }, 25_000, ({ close }) => (close[11] ?? NaN) / 100)
    expectMean(ends, 1)
    expect(Math.abs(zOf(ends, 1.05))).toBeGreaterThan(4)
    const thrice = { volatilityTimes: 0.5, drift: 0.1, jumpsTimes: 3 }
    const regimes = { states: [thrice, thrice], switching: Float64Array.of(0, 9, 9, 0) }
    for (const jumps of [MERTON, KOU]) {
      const jumping = overPaths(alone({ process: { type: 'gbm', drift: 0.2, volatility: 0.4 }, jumps }, { regimes }), year, 6000, ({ close }) => (close[11] ?? NaN) / 100)
      expectMean(jumping, Math.exp(0.3))
      expect(Math.abs(zOf(jumping, Math.exp(0.3 + 10 * meanJump(jumps, 1))))).toBeGreaterThan(4)
    }
  })
})

describe('jumps', () => {
  // Cumulants of a Lévy process: c₁ = drift of the logarithm + λE[J], c₂ = σ² + λE[J²], c₃ = λE[J³], c₄ = λE[J⁴], a year.
  // Normal J: E[J³] = m³ + 3ms², E[J⁴] = m⁴ + 6m²s² + 3s⁴. Exponential, mean u up and d down: E[J^k] = k!(p·u^k + (−1)^k·q·d^k).
  const m = -0.1
  const s = 0.15
  const kou = (k: number, factorial: number): number => factorial * (0.4 * 0.08 ** k + (-1) ** k * 0.6 * 0.12 ** k)
  it.each([
    { name: 'Merton', law: MERTON, raw: [m, m * m + s * s, m ** 3 + 3 * m * s * s, m ** 4 + 6 * m * m * s * s + 3 * s ** 4] },
    { name: 'Kou', law: KOU, raw: [kou(1, 1), kou(2, 2), kou(3, 6), kou(4, 24)] },
  ])('[S2] of $name give mean, variance, skewness and kurtosis their closed forms', ({ law, raw }) => {
    const [j1 = 0, j2 = 0, j3 = 0, j4 = 0] = raw.map((moment) => 5 * moment)
    const ends = overPaths(alone({ process: { type: 'gbm', drift: 0.2, volatility: 0.3 }, jumps: law }), { bars: 1, barYears: 1, stepsPerBar: 1 }, 60_000, (path) => returnsIn(path)[0] ?? NaN)
    const c1 = 0.2 - 0.045 - 5 * meanJump(law, 1) + j1
    const c2 = 0.09 + j2
    const about = ends.map((x) => x - c1)
    expectMean(ends, c1)
    expectMean(about.map((x) => x * x), c2)
    expectMean(about.map((x) => x ** 3), j3)
    expectMean(about.map((x) => x ** 4), j4 + 3 * c2 * c2)
    // 10 % more jumps would be noticed.
    expect(Math.abs(zOf(about.map((x) => x * x), 0.09 + 1.1 * j2))).toBeGreaterThan(4)
  })
})

describe('Heston', () => {
  const θ = 0.25
  const κ = 4
  const ε = 1.5
  const wild = 3
  const step = hestonStep({ ...HESTON, volOfVol: wild }, 0.25)
  const variances = (paths: number, steps: number, v0: number): number[][] =>
    Array.from({ length: paths }, (_, path) => {
      const random = new CounterRandom({ seed: 5, path, stream: 0 })
      const all: number[] = []
      for (let v = v0, n = 0; n < steps; n++) all.push((v = nextVariance(v, step, random.normal())))
      return all
    })

  it('[S3] draws the variance with exact mean, variance and autocovariance at any step, also where it touches zero', () => {
    // ε² = 9 > 2κθ = 2: Feller's condition does not hold. Cox, Ingersoll and Ross (1985), (19): with v(0) = v,
    // E v(t) = θ + (v − θ)e^(−κt), var v(t) = v·ε²/κ·(e^(−κt) − e^(−2κt)) + θε²/2κ·(1 − e^(−κt))².
    const paths = variances(150_000, 3, 0.6)
    const decay = (t: number): number => Math.exp(-κ * t)
    const varianceAt = (t: number): number => ((0.6 * wild * wild) / κ) * (decay(t) - decay(2 * t)) + ((θ * wild * wild) / (2 * κ)) * (1 - decay(t)) ** 2
    const meanAt = (t: number): number => θ + (0.6 - θ) * decay(t)
    for (const [k, t] of [0.25, 0.5, 0.75].entries()) {
      expectMean(paths.map((v) => v[k] ?? NaN), meanAt(t))
      expectMean(paths.map((v) => ((v[k] ?? NaN) - meanAt(t)) ** 2), varianceAt(t))
    }
    expectMean(paths.map(([a = 0, b = 0]) => (a - meanAt(0.25)) * (b - meanAt(0.5))), decay(0.25) * varianceAt(0.25))
    expect(paths.flat().includes(0)).toBe(true)
    expect(paths.flat().every((v) => v >= 0)).toBe(true)
    expect(Math.abs(zOf(paths.map(([a = 0]) => (a - meanAt(0.25)) ** 2), 1.06 * varianceAt(0.25)))).toBeGreaterThan(4)
  })

  it('[S3] has realised variance with the mean and variance of the integrated one, and falls make it wilder', () => {
    // From v(0) = θ: E∫v = θT. cov(v_s, v_t) = e^(−κ(t−s))·A(1 − e^(−2κs)), A = θε²/2κ, twice integrated over s < t < T:
    // var ∫v = (2A/κ)[T − (1 − e)/κ − (1 − e²)/2κ + e(1 − e)/κ], e = e^(−κT). The squares of n returns measure it with an
    // error of variance 2E Σ(∫v over a bar)² ≈ 2·(T²/n)·E v², E v² over time = θ² + A(1 − (1 − e²)/(2κT)).
    const n = 500
    const e = Math.exp(-κ)
    const A = (θ * ε * ε) / (2 * κ)
    const spread = ((2 * A) / κ) * (1 - (1 - e) / κ - (1 - e * e) / (2 * κ) + (e * (1 - e)) / κ)
    const noise = (2 / n) * (θ * θ + A * (1 - (1 - e * e) / (2 * κ)))
    const model = alone({ process: { ...HESTON, drift: 0, volatility: 0.5 } })
    const paths: { readonly realised: number; readonly early: number; readonly late: number }[] = []
    overPaths(model, { bars: n, barYears: 1 / n, stepsPerBar: 1 }, 3000, (path) => {
      const returns = returnsIn(path)
      const sum = (from: number, to: number, power: number): number => returns.subarray(from, to).reduce((total, r) => total + r ** power, 0)
      paths.push({ realised: sum(0, n, 2), early: sum(0, n / 2, 1), late: sum(n / 2, n, 2) })
      return 0
    })
    // E r² = E∫v + ¼E(∫v)² over a bar; the second is 2·10⁻⁴ of the first here.
    expectMean(paths.map(({ realised }) => realised), θ * (1 + 0.25 * θ / n))
    expectMean(paths.map(({ realised }) => (realised - θ) ** 2), spread + noise)
    // cov(∫√v dB over the first half, ∫v over the second) = ρεθ∫₀^½ e^(−κ(½−s))ds·g = ρεθg², g = (1 − e^(−κ/2))/κ; the
    // return has −½∫v besides: −½·cov(∫v, ∫v) = −½·g·∫₀^½ A(1 − e^(−2κs))e^(−κ(½−s)) ds… over both halves.
    const g = (1 - Math.exp(-κ / 2)) / κ
    const h = Math.exp(-κ / 2)
    // cov(∫₀^½ v, v(½)) = A∫(1 − e^(−2κs))e^(−κ(½−s))ds = A[(1 − h)/κ − h(1 − h)/κ] = A(1 − h)²/κ.
    const halves = ((A * (1 - h) ** 2) / κ) * g
    const expected = -0.6 * ε * θ * g * g - 0.5 * halves
    const late = paths.reduce((sum, path) => sum + path.late, 0) / paths.length
    const products = paths.map((path) => path.early * (path.late - late))
    expectMean(products, expected)
    expect(Math.abs(zOf(products, 0.5 * expected))).toBeGreaterThan(4)
  })
})
