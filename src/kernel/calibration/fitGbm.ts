import type { Fitted } from './Fitted.ts'
import { moments } from './statistics.ts'

/**
 * Maximum likelihood of geometric Brownian motion, in closed form: volatility² = variance of the returns a year, drift =
 * mean a year + ½·volatility². Standard errors by the information: volatility/√(2n), and volatility/√years for the drift.
 * @param returns  of the logarithm, one a bar      @param barYears  mean time from one to the next
 */
export function fitGbm(returns: Float64Array, barYears: number): Fitted {
  const { mean, variance } = moments(returns)
  const volatility = Math.sqrt(variance / barYears)
  const drift = mean / barYears + 0.5 * volatility * volatility
  const sd = Math.sqrt(variance)
  return {
    process: { type: 'gbm', drift, volatility },
    parameters: [
      { name: 'drift', value: drift, error: driftError(variance, returns.length, barYears) },
      { name: 'volatility', value: volatility, error: volatility / Math.sqrt(2 * returns.length) },
    ],
    residuals: returns.map((r) => (r - mean) / sd),
    notes: [],
  }
}

/** Standard error of the drift a year: that of the mean return. @param variance  of a return */
export function driftError(variance: number, n: number, barYears: number): number {
  return Math.sqrt(variance / n) / barYears
}
