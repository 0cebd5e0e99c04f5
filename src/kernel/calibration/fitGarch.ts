import { log } from '../random/log.ts'
import { hessian, inverse, rootsOfDiagonal } from './curvature.ts'
import type { Fitting } from './Fitted.ts'
import { driftError } from './fitGbm.ts'
import { nelderMead } from './nelderMead.ts'
import { moments } from './statistics.ts'

const MOST_EVALUATIONS = 250
const STEP = 1e-4

/**
 * GARCH(1,1), or GJR, by Gaussian quasi-maximum likelihood with variance targeting: the long-run variance is that of the
 * returns, the likelihood is searched over alpha, beta (and gamma). Standard errors by the sandwich of Bollerslev and
 * Wooldridge (1992), which holds for surprises that are not normal; that of the volatility from the means of √n batches.
 * Sources: Bollerslev (1986); Glosten, Jagannathan and Runkle (1993); Francq, Horváth and Zakoïan (2011) for the targeting.
 */
export function* fitGarch(returns: Float64Array, barYears: number, hasLeverage: boolean): Fitting {
  const n = returns.length
  const { mean, variance } = moments(returns)
  const errors = returns.map((r) => r - mean)
  const variances = new Float64Array(n)
  const terms = new Float64Array(n)
  const f = (at: Float64Array): number => likelihood(errors, { at, variance, variances, terms })
  const starts = [[0.05, 0.9], [0.1, 0.8], [0.2, 0.6]].map(([alpha = 0, beta = 0]) => (hasLeverage ? Float64Array.of(0.6 * alpha, beta, 0.8 * alpha) : Float64Array.of(alpha, beta)))
  const start = starts.map((at) => ({ at, value: f(at) })).reduce((a, b) => (b.value < a.value ? b : a)).at
  const { at } = yield* nelderMead(f, start, start.map((value) => 0.3 * value + 0.01), MOST_EVALUATIONS)
  yield
  const [alphaError, betaError, gammaError] = robustErrors(f, at, terms)
  yield
  f(at)
  const [alpha = 0, beta = 0, gamma = 0] = at
  const volatility = Math.sqrt(variance / barYears)
  const persistence = alpha + beta + 0.5 * gamma
  return {
    process: { type: 'garch', drift: mean / barYears + 0.5 * volatility * volatility, volatility, alpha, beta, gamma },
    parameters: [
      { name: 'drift', value: mean / barYears + 0.5 * volatility * volatility, error: driftError(variance, n, barYears) },
      { name: 'volatility', value: volatility, error: (0.5 * volatility * batchError(errors)) / variance },
      { name: 'alpha', value: alpha, error: alphaError },
      { name: 'beta', value: beta, error: betaError },
      ...(hasLeverage ? [{ name: 'gamma', value: gamma, error: gammaError }] : []),
    ],
    residuals: errors.map((e, t) => e / Math.sqrt(variances[t] as number)),
    notes: [
      ...(persistence > 0.998 ? ['Shocks to the volatility hardly fade (alpha + beta + gamma/2 is above 0.998): the level of volatility changes within these prices.'] : []),
      ...(alpha + 0.5 * gamma < 1e-4 ? ['There is no clustering of volatility to speak of in these prices: nothing of a surprise is left a bar later.'] : []),
    ],
  }
}

/** Of the coordinates that are not at their bound 0: one that is has no error, and is taken as known. */
function robustErrors(f: (at: Float64Array) => number, at: Float64Array, terms: Float64Array): readonly (number | undefined)[] {
  const free = [...at.keys()].filter((i) => i === 2 || (at[i] as number) > 2 * STEP)
  const k = free.length
  const whole = (part: Float64Array): Float64Array => at.map((value, i) => (free.includes(i) ? (part[free.indexOf(i)] as number) : value))
  const g = (part: Float64Array): number => f(whole(part))
  const here = Float64Array.from(free, (i) => at[i] as number)
  const bread = inverse(hessian(g, here, here.map(() => STEP)), k)
  const errors = bread === undefined ? [] : rootsOfDiagonal(product(product(bread, scores(g, here, terms), k), bread, k), k)
  return [0, 1, 2].map((i) => (free.includes(i) ? errors[free.indexOf(i)] : undefined))
}

interface Search {
  /** alpha, beta and perhaps gamma. */
  readonly at: Float64Array
  readonly variance: number
  /** Filled: variance of each bar, and its share of the value. */
  readonly variances: Float64Array
  readonly terms: Float64Array
}

/** ½·Σ(ln h + e²/h), less what is constant; Infinity where the variance may become negative or does not return. */
function likelihood(errors: Float64Array, { at, variance, variances, terms }: Search): number {
  const [alpha = 0, beta = 0, gamma = 0] = at
  const omega = variance * (1 - alpha - beta - 0.5 * gamma)
  if (!(alpha >= 0 && beta >= 0 && alpha + gamma >= 0 && omega > 1e-6 * variance)) return Infinity
  let h = variance
  let sum = 0
  for (let t = 0; t < errors.length; t++) {
    const e = errors[t] as number
    variances[t] = h
    const term = 0.5 * (log(h) + (e * e) / h)
    terms[t] = term
    sum += term
    h = omega + (e < 0 ? alpha + gamma : alpha) * e * e + beta * h
  }
  return sum
}

/** Sum of the outer products of each bar's derivatives. @param terms  filled by f */
function scores(f: (at: Float64Array) => number, at: Float64Array, terms: Float64Array): Float64Array {
  const k = at.length
  const derivatives = Array.from(at, (_, i) => {
    const moved = (by: number): Float64Array => {
      f(at.map((value, j) => (i === j ? value + by : value)))
      return terms.slice()
    }
    const up = moved(STEP)
    const down = moved(-STEP)
    return up.map((value, t) => (value - (down[t] as number)) / (2 * STEP))
  })
  const sum = new Float64Array(k * k)
  derivatives.forEach((a, i) => derivatives.forEach((b, j) => (sum[i * k + j] = a.reduce((total, value, t) => total + value * (b[t] as number), 0))))
  return sum
}

function product(a: Float64Array, b: Float64Array, k: number): Float64Array {
  return Float64Array.from({ length: k * k }, (_, at) => {
    let sum = 0
    for (let m = 0; m < k; m++) sum += (a[Math.floor(at / k) * k + m] as number) * (b[m * k + (at % k)] as number)
    return sum
  })
}

/** Standard error of the mean square of a series that depends on itself. */
export function batchError(errors: Float64Array): number {
  const size = Math.max(1, Math.floor(Math.sqrt(errors.length)))
  const count = Math.floor(errors.length / size)
  const means = Float64Array.from({ length: count }, (_, b) => errors.subarray(b * size, (b + 1) * size).reduce((sum, e) => sum + e * e, 0) / size)
  return Math.sqrt(moments(means).variance / Math.max(1, count - 1))
}
