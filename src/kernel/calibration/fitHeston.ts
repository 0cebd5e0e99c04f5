import { exp } from '../random/exp.ts'
import { log } from '../random/log.ts'
import { batchError } from './fitGarch.ts'
import type { Fitted } from './Fitted.ts'
import { driftError } from './fitGbm.ts'
import { crossCovariance, moments } from './statistics.ts'

/** Blocks in which the variance is measured; lags from which its return is. */
const LEAST_BLOCKS = 60
const LAGS = 6

/**
 * Heston by moments of the realised variance of blocks of bars (as in Bollerslev and Zhou 2002, here in closed form). With
 * block length D, E = e^(−reversion·D), g = (1 − E)/reversion and V = volOfVol²·longVolatility²/(2·reversion), the variance
 * integrated over blocks has mean longVolatility²·D and covariance V·g²·E^(k−1) at lag k ≥ 1; measuring it by squared
 * returns adds noise to lag 0 only. So the mean gives longVolatility, the decay of the covariances over lags E, their
 * height V; and cov(return, next block's variance) = leverage·volOfVol·longVolatility²·g² − ½·(the covariance at lag 1).
 * No standard errors of a formula; those of the volatilities from the means of batches.
 * @returns  or why the moments fit no such process
 */
export function fitHeston(returns: Float64Array, barYears: number): Fitted | string {
  const n = returns.length
  const { mean, variance } = moments(returns)
  const size = Math.max(1, Math.min(Math.floor(n / LEAST_BLOCKS), 24, Math.floor(Math.sqrt(n / 20))))
  const count = Math.floor(n / size)
  const span = size * barYears
  const realised = new Float64Array(count)
  const moved = new Float64Array(count)
  for (let b = 0; b < count; b++) {
    for (let t = b * size; t < (b + 1) * size; t++) {
      const e = (returns[t] as number) - mean
      realised[b] = (realised[b] as number) + e * e
      moved[b] = (moved[b] as number) + e
    }
  }
  const covariances = Float64Array.from({ length: LAGS + 1 }, (_, lag) => crossCovariance(realised, realised, lag + 1))
  const decay = decayOf(covariances)
  if (decay === undefined) return 'the volatility of these prices does not come and go (blocks of bars that follow each other are as alike as any): Heston has nothing to fit. Choose geometric Brownian motion, or take more prices'
  const mean2 = variance / barYears
  const reversion = -log(decay) / span
  const g = (1 - decay) / reversion
  // All lags speak of the height, each divided by its E^(k−1).
  const weights = Array.from({ length: LAGS }, (_, k) => powered(decay, k))
  const first = weights.reduce((sum, w, k) => sum + w * (covariances[k] as number), 0) / weights.reduce((sum, w) => sum + w * w, 0)
  const spread = first / (g * g)
  const volOfVol = Math.sqrt((2 * reversion * spread) / mean2)
  const raw = (crossCovariance(moved, realised, 1) + 0.5 * first) / (volOfVol * mean2 * g * g)
  const leverage = Math.max(-0.99, Math.min(0.99, raw))
  const longVolatility = Math.sqrt(mean2)
  const error = (0.5 * longVolatility * batchError(returns.map((r) => r - mean))) / variance
  const volatility = Math.sqrt(Math.max(realised.subarray(0, Math.min(count, 3)).reduce((sum, value) => sum + value, 0) / (Math.min(count, 3) * span), 0.01 * mean2))
  const drift = mean / barYears + 0.5 * mean2
  return {
    process: { type: 'heston', drift, volatility, longVolatility, reversion, volOfVol, leverage },
    parameters: [
      { name: 'drift', value: drift, error: driftError(variance, n, barYears) },
      { name: 'volatility', value: volatility, error: undefined },
      { name: 'longVolatility', value: longVolatility, error },
      { name: 'reversion', value: reversion, error: undefined },
      { name: 'volOfVol', value: volOfVol, error: undefined },
      { name: 'leverage', value: leverage, error: undefined },
    ],
    residuals: returns.map((r, t) => (r - mean) / Math.sqrt(Math.max(1e-3 * variance, (realised[Math.min(count - 1, Math.floor(t / size))] as number) / size))),
    notes: [
      ...(volOfVol * volOfVol > 2 * reversion * mean2 ? ['The variance touches zero now and then (Feller\u2019s condition does not hold): usual for prices with sudden storms.'] : []),
      ...(Math.abs(raw) > 0.99 ? ['The correlation of price and volatility came out beyond what is possible and was set to its bound.'] : []),
    ],
  }
}

/** The E for which the covariances at lags 1, 2 … decay as E^k: the ratio of their sums, one lag apart. */
function decayOf(covariances: Float64Array): number | undefined {
  let before = 0
  let after = 0
  for (let k = 0; k < LAGS; k++) {
    before += covariances[k] as number
    after += covariances[k + 1] as number
  }
  const decay = after / before
  return (covariances[0] as number) > 0 && decay > exp(-3) && decay < 1 ? decay : undefined
}

function powered(x: number, k: number): number {
  let result = 1
  for (let i = 0; i < k; i++) result *= x
  return result
}
