/** A pivot this small counts as zero: perfectly correlated instruments are allowed, and 1 − 1 is rarely exact. */
const ZERO_PIVOT = 1e-12

/**
 * Lower triangle L with L·Lᵀ = the correlation matrix, or absent where no such L exists (the matrix contradicts itself).
 * Row i uses instruments 0 … i only, so adding an instrument leaves the paths of those before it as they are.
 * @param correlation  n × n, row-major, symmetric, ones on the diagonal
 * @returns            n × n, row-major, zeros above the diagonal
 */
export function cholesky(correlation: Float64Array, n: number): Float64Array | undefined {
  const lower = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = correlation[i * n + j] as number
      for (let k = 0; k < j; k++) rest -= (lower[i * n + k] as number) * (lower[j * n + k] as number)
      if (i === j) {
        if (rest < -ZERO_PIVOT) return undefined
        lower[i * n + i] = rest <= ZERO_PIVOT ? 0 : Math.sqrt(rest)
      } else {
        const pivot = lower[j * n + j] as number
        if (pivot === 0 && Math.abs(rest) > 1e-6) return undefined
        lower[i * n + j] = pivot === 0 ? 0 : rest / pivot
      }
    }
  }
  return lower
}
