const MOST_SWEEPS = 60

export interface Eigen {
  /** n, in no order. */
  readonly values: Float64Array
  /** n × n, row-major; column k belongs to value k. */
  readonly vectors: Float64Array
}

/**
 * Eigenvalues and vectors of a symmetric matrix by cyclic Jacobi rotations; + − × ÷ √ only.
 * @param matrix  n × n, row-major
 * Source: Golub and Van Loan, "Matrix Computations", 4th ed., section 8.5
 */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
  const a = Float64Array.from(matrix)
  const vectors = new Float64Array(n * n)
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1
  for (let sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a, n) > 1e-22; sweep++) {
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(a, vectors, n, [p, q])
  }
  return { values: Float64Array.from({ length: n }, (_, i) => a[i * n + i] as number), vectors }
}

function offDiagonal(a: Float64Array, n: number): number {
  let sum = 0
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (i !== j) sum += (a[i * n + j] as number) * (a[i * n + j] as number)
  return sum
}

/** Makes the entry at p, q zero. */
function rotate(a: Float64Array, vectors: Float64Array, n: number, [p, q]: readonly [number, number]): void {
  const apq = a[p * n + q] as number
  if (apq === 0) return
  const tau = ((a[q * n + q] as number) - (a[p * n + p] as number)) / (2 * apq)
  const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau))
  const c = 1 / Math.sqrt(1 + t * t)
  const s = t * c
  for (let k = 0; k < n; k++) turn(a, k * n + p, k * n + q, [c, s])
  for (let k = 0; k < n; k++) turn(a, p * n + k, q * n + k, [c, s])
  for (let k = 0; k < n; k++) turn(vectors, k * n + p, k * n + q, [c, s])
}

function turn(x: Float64Array, i: number, j: number, [c, s]: readonly [number, number]): void {
  const [left, right] = [x[i] as number, x[j] as number]
  x[i] = c * left - s * right
  x[j] = s * left + c * right
}
