import { cholesky } from './cholesky.ts'
import { symmetricEigen } from './symmetricEigen.ts'

const MOST_ROUNDS = 200
const ENOUGH = 1e-9

/**
 * The correlation matrix nearest to a table that contradicts itself (least sum of squared changes): Dykstra's alternating
 * projections onto the matrices without a negative eigenvalue and onto those with ones on the diagonal.
 * @param table  n × n, row-major, symmetric   @returns  n × n, row-major, accepted by `cholesky`
 * Source: Higham (2002), "Computing the nearest correlation matrix: a problem from finance", IMA J. Numer. Anal. 22, algorithm 3.3
 */
export function nearestCorrelation(table: Float64Array, n: number): Float64Array {
  let y = Float64Array.from(table)
  const correction = new Float64Array(n * n)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const r = y.map((value, i) => value - (correction[i] as number))
    const x = withoutNegative(r, n)
    for (let i = 0; i < n * n; i++) correction[i] = (x[i] as number) - (r[i] as number)
    const next = x.map((value, i) => (i % (n + 1) === 0 ? 1 : value))
    const moved = next.reduce((most, value, i) => Math.max(most, Math.abs(value - (y[i] as number))), 0)
    y = next
    if (moved < ENOUGH) break
  }
  return madePossible(y, n)
}

/** P⁺: negative eigenvalues become zero. */
function withoutNegative(matrix: Float64Array, n: number): Float64Array {
  const { values, vectors } = symmetricEigen(matrix, n)
  const made = new Float64Array(n * n)
  for (let k = 0; k < n; k++) {
    const value = values[k] as number
    if (value <= 0) continue
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) made[i * n + j] = (made[i * n + j] as number) + value * (vectors[i * n + k] as number) * (vectors[j * n + k] as number)
  }
  return made
}

/** What rounding left over is taken off by a shrink towards independence, no more than needed. */
function madePossible(matrix: Float64Array, n: number): Float64Array {
  for (let shrink = 0; shrink < 1; shrink = shrink === 0 ? 1e-9 : shrink * 2) {
    const tried = matrix.map((value, i) => (i % (n + 1) === 0 ? 1 : value * (1 - shrink)))
    if (cholesky(tried, n) !== undefined) return tried
  }
  return matrix.map((_, i) => (i % (n + 1) === 0 ? 1 : 0))
}
