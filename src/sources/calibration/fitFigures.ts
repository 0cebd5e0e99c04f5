import { autocorrelations, hillIndex, moments, quantile } from '../../kernel/index.ts'
import type { FitName } from './CalibrationReport.ts'

/** Lags of the autocorrelation of squares. */
export const LAGS = 20
/** Share of the returns that counts as a tail. */
const TAIL = 0.05

/** The order in which `figuresOf` gives them. */
export const FIGURES = ['mean', 'volatility', 'skewness', 'excess-kurtosis', 'quantile-1', 'quantile-5', 'quantile-95', 'quantile-99', 'hill-lower', 'hill-upper'] as const satisfies readonly FitName[]

/** What is compared between data and model: `FIGURES`, then the autocorrelation of squares at lags 1 to 20. */
export function figuresOf(returns: Float64Array, barYears: number): Float64Array {
  const { mean, variance, skewness, excessKurtosis } = moments(returns)
  const sorted = returns.toSorted()
  const squares = returns.map((r) => (r - mean) * (r - mean))
  const up = sorted.toReversed().map((r) => r - mean)
  const down = sorted.map((r) => mean - r)
  const most = Math.max(2, Math.floor(TAIL * returns.length))
  return Float64Array.from([
    mean / barYears,
    Math.sqrt(variance / barYears),
    skewness,
    excessKurtosis,
    ...[0.01, 0.05, 0.95, 0.99].map((p) => quantile(sorted, p)),
    tailIndex(down, most),
    tailIndex(up, most),
    ...autocorrelations(squares, LAGS),
  ])
}

/** Hill's index, of fewer values where not so many are on that side. */
function tailIndex(descending: Float64Array, most: number): number {
  const positive = descending.findIndex((value) => !(value > 0))
  const k = Math.min(most, (positive < 0 ? descending.length : positive) - 1)
  return k < 2 ? NaN : hillIndex(descending, k)
}
