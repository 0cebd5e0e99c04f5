import { exp } from '../random/exp.ts'
import { log } from '../random/log.ts'
import type { Fitted } from './Fitted.ts'
import { meanOf } from './statistics.ts'

/**
 * Ornstein–Uhlenbeck of the logarithm of the price, by its exact regression x' = a + b·x + e: reversion = −ln b / bar,
 * level = e^(a/(1 − b)), volatility² = var(e)·2·reversion/(1 − b²). For normal e that is maximum likelihood given the first
 * price. Standard errors of the regression, carried over by derivatives.
 * @param logs  logarithms of the prices, one more than there are bars
 */
export function fitOu(logs: Float64Array, barYears: number): Fitted | string {
  const n = logs.length - 1
  const before = logs.subarray(0, n)
  const after = logs.subarray(1)
  const mx = meanOf(before)
  const my = meanOf(after)
  let sxx = 0
  let sxy = 0
  for (let t = 0; t < n; t++) {
    sxx += ((before[t] as number) - mx) * ((before[t] as number) - mx)
    sxy += ((before[t] as number) - mx) * ((after[t] as number) - my)
  }
  const b = sxy / sxx
  if (!(b < 1)) return 'these prices do not return to a level (each bar carries on what the one before did). Choose another model, or a period in which they do'
  if (!(b > 0)) return 'these prices turn round from bar to bar: no half-life is that short. Choose another model'
  const errors = Float64Array.from({ length: n }, (_, t) => (after[t] as number) - my - b * ((before[t] as number) - mx))
  const variance = errors.reduce((sum, e) => sum + e * e, 0) / (n - 2)
  const reversion = -log(b) / barYears
  const mean = (my - b * mx) / (1 - b)
  const volatility = Math.sqrt((variance * 2 * reversion) / (1 - b * b))
  const errorOfB = Math.sqrt(variance / sxx)
  const halfLife = (Math.LN2 / reversion) * YEAR_MILLIS
  const level = exp(mean)
  // d(half-life)/db = half-life/(−b·ln b); the level's: the mean of a stationary stretch, to first order √(var/n)/(1 − b).
  return {
    process: { type: 'ou', level, reversion, volatility },
    parameters: [
      { name: 'level', value: level, error: (level * Math.sqrt(variance / n)) / (1 - b) },
      { name: 'halfLife', value: halfLife, error: (halfLife * errorOfB) / (-b * log(b)) },
      { name: 'volatility', value: volatility, error: volatility / Math.sqrt(2 * n) },
    ],
    residuals: errors.map((e) => e / Math.sqrt(variance)),
    notes: (1 - b) / errorOfB < 2.9 ? ['The pull back to the level is weak: a random walk would often look like this (the Dickey-Fuller statistic is above −2.9).'] : [],
  }
}

const YEAR_MILLIS = 31_536_000_000
