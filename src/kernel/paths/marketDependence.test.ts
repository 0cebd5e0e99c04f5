import { describe, expect, it } from 'vitest'
import { alone, averageOf, expectMean, overPaths, returnsIn, zOf } from '../testing/samples.ts'
import type { GarchModel } from './MarketModel.ts'
import { transitionMatrix } from './transitionMatrix.ts'

const hour = 1 / 8760

describe('GARCH', () => {
  const VARIANCE = 0.36 * hour
  const grid = { bars: 700, barYears: hour, stepsPerBar: 3 }
  /** After the first 200 bars the beginning is forgotten: 0.9^200 < 1e-9. */
  const settled = (process: GarchModel): Float64Array[] => {
    const all: Float64Array[] = []
    overPaths(alone({ process }), grid, 1500, (path) => all.push(returnsIn(path).subarray(200)))
    return all
  }

  it('[S4] has the unconditional variance, kurtosis and autocorrelation of squares of Bollerslev (1986)', () => {
    // With a = alpha, b = beta: kurtosis 3(1 − (a + b)²)/(1 − (a + b)² − 2a²); of the squares ρ₁ = a(1 − ab − b²)/(1 − 2ab − b²),
    // ρ_k = ρ₁(a + b)^(k−1) (Bollerslev 1986, section 4; 1988). E[r_t²·r_{t+k}²] = V²(1 + (kurtosis − 1)ρ_k).
    const a = 0.12
    const b = 0.78
    const paths = settled({ type: 'garch', drift: 0, volatility: 0.6, alpha: a, beta: b, gamma: 0 })
    const kurtosis = (3 * (1 - (a + b) ** 2)) / (1 - (a + b) ** 2 - 2 * a * a)
    const first = (a * (1 - a * b - b * b)) / (1 - 2 * a * b - b * b)
    expectMean(paths.map((r) => averageOf(r, (x) => x * x)), VARIANCE)
    expectMean(paths.map((r) => averageOf(r, (x) => x ** 4)), kurtosis * VARIANCE ** 2)
    for (const lag of [1, 2, 5, 10]) {
      const products = paths.map((r) => averageOf(r.subarray(lag), (x, at) => x * x * (r[at] ?? NaN) ** 2))
      expectMean(products, VARIANCE ** 2 * (1 + (kurtosis - 1) * first * (a + b) ** (lag - 1)))
      if (lag === 1) expect(Math.abs(zOf(products, VARIANCE ** 2 * (1 + (kurtosis - 1) * 0.7 * first)))).toBeGreaterThan(4)
    }
    expect(Math.abs(zOf(paths.map((r) => averageOf(r, (x) => x ** 4)), 3 * VARIANCE ** 2))).toBeGreaterThan(4)
  })

  it('[S4] of Glosten, Jagannathan and Runkle has them too, and a fall makes the next bar wilder', () => {
    // h' = ω + (a + g[z < 0])hz² + bh: E[(a + g[z < 0])z²] = a + g/2, E[(…)²z⁴] = 3a² + 3ag + 3g²/2, so
    // E h² = (ω² + 2ω(a + g/2 + b)V)/(1 − b² − 2b(a + g/2) − 3a² − 3ag − 3g²/2), E r⁴ = 3E h².
    const a = 0.03
    const b = 0.85
    const g = 0.12
    const paths = settled({ type: 'garch', drift: 0, volatility: 0.6, alpha: a, beta: b, gamma: g })
    const omega = VARIANCE * (1 - a - b - g / 2)
    const square = (omega ** 2 + 2 * omega * (a + g / 2 + b) * VARIANCE) / (1 - b * b - 2 * b * (a + g / 2) - 3 * a * a - 3 * a * g - 1.5 * g * g)
    expectMean(paths.map((r) => averageOf(r, (x) => x * x)), VARIANCE)
    expectMean(paths.map((r) => averageOf(r, (x) => x ** 4)), 3 * square)
    // E[r·h'] = E[h^(3/2)]·g·E[z³; z < 0] < 0; without gamma it is 0.
    const leverage = paths.map((r) => averageOf(r.subarray(1), (x, at) => x * x * (r[at] ?? NaN)))
    expect(zOf(leverage, 0)).toBeLessThan(-4)
  })
})

describe('Ornstein–Uhlenbeck', () => {
  it('[S5] has the stationary variance and the autocorrelation of its half-life, however long the bars are', () => {
    // x = ln(price/level): variance σ²/2κ, correlation e^(−κt): a half after one half-life. Uhlenbeck and Ornstein (1930).
    const κ = 26
    const halfLife = Math.LN2 / κ
    const level = Math.log(120 / 100)
    const paths: number[][] = []
    overPaths(alone({ process: { type: 'ou', level: 120, reversion: κ, volatility: 0.4 } }), { bars: 42, barYears: halfLife, stepsPerBar: 2 }, 12_000, ({ close }) =>
      paths.push([40, 41].map((bar) => Math.log((close[bar] ?? NaN) / 100) - level)),
    )
    const variance = 0.16 / (2 * κ)
    expectMean(paths.map(([x = NaN]) => x), 0)
    expectMean(paths.map(([x = NaN]) => x * x), variance)
    expectMean(paths.map(([x = NaN, y = NaN]) => x * y), variance / 2)
    expect(Math.abs(zOf(paths.map(([x = NaN]) => x * x), 1.1 * variance))).toBeGreaterThan(4)
    expect(Math.abs(zOf(paths.map(([x = NaN, y = NaN]) => x * y), 0.6 * variance))).toBeGreaterThan(4)
  })
})

describe('the Brownian bridge', () => {
  const process = { type: 'bridge', end: 150, volatility: 0.5 } as const
  const grid = { bars: 8, barYears: 1 / 8, stepsPerBar: 4 }

  it('[S6] ends where it is told to, jumps or not', () => {
    const jumps = { type: 'merton', perYear: 20, mean: -0.2, volatility: 0.3 } as const
    for (const model of [alone({ process }), alone({ process, jumps }), alone({ process }, { commonJumps: jumps })]) {
      for (const end of overPaths(model, grid, 50, ({ close }) => close[7] ?? NaN)) expect(Math.abs(end / 150 - 1)).toBeLessThan(1e-14)
    }
  })

  it('[S6] is halfway between in the middle, with a quarter of the variance, and least free near its ends', () => {
    // x(t) = a + (b − a)t/T + σ(W(t) − t/T·W(T)): cov(x(s), x(t)) = σ²s(T − t)/T.
    const total = Math.log(1.5)
    const paths: number[][] = []
    overPaths(alone({ process }), grid, 12_000, ({ close }) => paths.push([1, 3, 6].map((bar) => Math.log((close[bar] ?? NaN) / 100))))
    const about = paths.map((x) => x.map((value, k) => value - total * ([0.25, 0.5, 0.875][k] ?? NaN)))
    expectMean(about.map(([, x = NaN]) => x), 0)
    expectMean(about.map(([, x = NaN]) => x * x), 0.25 * 0.25)
    expectMean(about.map(([x = NaN]) => x * x), 0.25 * 0.25 * 0.75)
    expectMean(about.map(([, , x = NaN]) => x * x), 0.25 * 0.875 * 0.125)
    expectMean(about.map(([x = NaN, , y = NaN]) => x * y), 0.25 * 0.25 * 0.125)
    // A walk that is not pinned has twice the variance in the middle.
    expect(zOf(about.map(([, x = NaN]) => x * x), 0.25 * 0.5)).toBeLessThan(-4)
  })
})

describe('regimes', () => {
  // 40 switches a year from calm to storm, 160 back: a fifth of the time is storm.
  const switching = Float64Array.of(0, 40, 160, 0)
  const states = [
    { volatilityTimes: 1, drift: 0, jumpsTimes: 0 },
    { volatilityTimes: 3, drift: 0, jumpsTimes: 1 },
  ]
  const model = alone({ process: { type: 'gbm', drift: 0, volatility: 0.5 } }, { regimes: { states, switching } })

  it('[S7] switch with the probabilities of a chain in continuous time', () => {
    // Two states, rates a and b: P(0 → 1) in t is a/(a + b)·(1 − e^(−(a + b)t)).
    // Each of the ten squarings of the longest doubles the rounding.
    for (const years of [hour, 1 / 365, 0.1, 3]) {
      const [, there = NaN, back = NaN] = transitionMatrix(switching, 2, years)
      expect(Math.abs(there - 0.2 * -Math.expm1(-200 * years))).toBeLessThan(1e-13)
      expect(Math.abs(back - 0.8 * -Math.expm1(-200 * years))).toBeLessThan(1e-13)
    }
    // Three states: the matrix of the sum of two times is the product.
    const three = Float64Array.of(0, 3, 1, 2, 0, 5, 7, 4, 0)
    const once = transitionMatrix(three, 3, 0.3)
    const twice = transitionMatrix(three, 3, 0.6)
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        const product = [0, 1, 2].reduce((sum, k) => sum + (once[3 * i + k] ?? NaN) * (once[3 * k + j] ?? NaN), 0)
        expect(Math.abs((twice[3 * i + j] ?? NaN) - product)).toBeLessThan(1e-14)
      }
    }
  })

  it('[S7] of three states are there as often as their rates say', () => {
    // Out of the first at 100 + 50 a year, of the second at 200 + 0, of the third at 0 + 300: π₁·100 = π₂·200 (into and out of
    // the second) and π₁·50 = π₃·300, so π = (12, 6, 2)/20.
    const three = { states: [1, 2, 3].map((volatilityTimes) => ({ volatilityTimes, drift: 0, jumpsTimes: 1 })), switching: Float64Array.of(0, 100, 50, 200, 0, 0, 300, 0, 0) }
    const shares: Float64Array[] = []
    overPaths(alone({ process: { type: 'gbm', drift: 0, volatility: 0.5 } }, { regimes: three }), { bars: 1200, barYears: hour, stepsPerBar: 1 }, 400, ({ regime }) =>
      shares.push(Float64Array.from([0, 1, 2], (state) => averageOf(Float64Array.from(regime.subarray(400)), (value) => (value === state ? 1 : 0)))),
    )
    ;[0.6, 0.3, 0.1].forEach((share, state) => expectMean(shares.map((each) => each[state] ?? NaN), share))
  })

  it('[S7] take their share of time, last as long as they should, and rule volatility and jumps', () => {
    const grid = { bars: 2400, barYears: hour, stepsPerBar: 1 }
    const jumpy = alone({ process: { type: 'gbm', drift: 0, volatility: 0.5 }, jumps: { type: 'merton', perYear: 400, mean: 0, volatility: 0.1 } }, { regimes: { states, switching } })
    const figures: { readonly share: number; readonly stays: number; readonly calm: number; readonly storm: number }[] = []
    overPaths(model, grid, 500, (path) => {
      const { regime } = path
      const late = regime.subarray(400)
      const share = averageOf(Float64Array.from(late), (state) => state)
      const entered = late.reduce((sum, state, bar) => sum + (bar > 0 && state === 1 && late[bar - 1] === 0 ? 1 : 0), 0)
      const left = late.reduce((sum, state, bar) => sum + (bar > 0 && state === 0 && late[bar - 1] === 1 ? 1 : 0), 0)
      const returns = returnsIn(path)
      const squares = (state: number): number => returns.reduce((sum, r, bar) => sum + (regime[bar] === state ? r * r : 0), 0)
      figures.push({ share, stays: (entered + left) / 2, calm: squares(0) - 0.25 * hour * regime.filter((state) => state === 0).length, storm: squares(1) - 9 * 0.25 * hour * regime.filter((state) => state === 1).length })
      return 0
    })
    expectMean(figures.map(({ share }) => share), 0.2)
    // Expected entries into the storm: bars × 0.8 × P(calm → storm).
    expectMean(figures.map(({ stays }) => stays), 1999 * 0.8 * 0.2 * -Math.expm1(-200 * hour))
    expectMean(figures.map(({ calm }) => calm), 0)
    expectMean(figures.map(({ storm }) => storm), 0)
    expect(Math.abs(zOf(figures.map(({ share }) => share), 0.23))).toBeGreaterThan(4)
    let inStorm = 0
    overPaths(jumpy, grid, 20, ({ regime, jumped }) => {
      for (const [bar, state] of regime.entries()) {
        if (jumped[bar] === 1) {
          expect(state).toBe(1)
          inStorm += 1
        }
      }
      return 0
    })
    // 20 paths × 2,400 hours, a fifth of them storm, 400 jumps a year: 438 are expected.
    expect(inStorm).toBeGreaterThan(200)
  })
})
