import { log } from '../random/log.ts'

export interface Moments {
  readonly mean: number
  /** Divided by n. */
  readonly variance: number
  readonly skewness: number
  /** 0 for a normal distribution. */
  readonly excessKurtosis: number
}

export function moments(x: Float64Array): Moments {
  const mean = meanOf(x)
  let second = 0
  let third = 0
  let fourth = 0
  for (const value of x) {
    const d = value - mean
    second += d * d
    third += d * d * d
    fourth += d * d * d * d
  }
  const variance = second / x.length
  return { mean, variance, skewness: third / x.length / (variance * Math.sqrt(variance)), excessKurtosis: fourth / x.length / (variance * variance) - 3 }
}

export function meanOf(x: Float64Array): number {
  let sum = 0
  for (const value of x) sum += value
  return sum / x.length
}

/** Covariance of x[t] with y[t + lag], both less their means, divided by n. */
export function crossCovariance(x: Float64Array, y: Float64Array, lag: number): number {
  const mx = meanOf(x)
  const my = meanOf(y)
  let sum = 0
  for (let t = 0; t + lag < x.length; t++) sum += ((x[t] as number) - mx) * ((y[t + lag] as number) - my)
  return sum / x.length
}

/** Autocorrelation at lags 1 to `most`. */
export function autocorrelations(x: Float64Array, most: number): Float64Array {
  const mean = meanOf(x)
  const centred = x.map((value) => value - mean)
  const productsAt = (lag: number): number => {
    let sum = 0
    for (let t = 0; t + lag < centred.length; t++) sum += (centred[t] as number) * (centred[t + lag] as number)
    return sum
  }
  const whole = productsAt(0)
  return Float64Array.from({ length: most }, (_, lag) => productsAt(lag + 1) / whole)
}

/** Between the two nearest values in proportion (type 7 of Hyndman and Fan 1996). @param sorted  ascending */
export function quantile(sorted: Float64Array, p: number): number {
  const at = (sorted.length - 1) * p
  const below = Math.floor(at)
  const low = sorted[below] as number
  const high = sorted[Math.min(sorted.length - 1, below + 1)] as number
  return low + (high - low) * (at - below)
}

/**
 * Index of the upper tail, P(X > x) ~ x^(−index), from the k largest values above the next: k / Σ ln(X_i/X_(k+1)).
 * Source: B. Hill, "A simple general approach to inference about the tail of a distribution", Annals of Statistics 3 (1975).
 * @param descending  at least k + 1 values, the first k + 1 positive
 */
export function hillIndex(descending: Float64Array, k: number): number {
  const threshold = descending[k] as number
  let sum = 0
  for (let i = 0; i < k; i++) sum += log((descending[i] as number) / threshold)
  return k / sum
}
