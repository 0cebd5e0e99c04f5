import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cholesky } from './cholesky.ts'
import { nearestCorrelation } from './nearestCorrelation.ts'
import { symmetricEigen } from './symmetricEigen.ts'

const matrix = (rows: readonly (readonly number[])[]): Float64Array => Float64Array.from(rows.flat())

/** A symmetric table with ones on its diagonal, that may contradict itself. */
const tableArb = fc.integer({ min: 2, max: 6 }).chain((n) =>
  fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: (n * (n - 1)) / 2, maxLength: (n * (n - 1)) / 2 }).map((pairs) => {
    const table = new Float64Array(n * n)
    let at = 0
    for (let i = 0; i < n; i++) {
      table[i * n + i] = 1
      for (let j = i + 1; j < n; j++) {
        table[i * n + j] = pairs[at] ?? 0
        table[j * n + i] = pairs[at] ?? 0
        at += 1
      }
    }
    return { table, n }
  }))

describe('the nearest correlation matrix', () => {
  it('is that of Higham (2002), section 4: a tridiagonal table of ones', () => {
    // Printed there to four digits.
    const nearest = nearestCorrelation(matrix([[1, 1, 0], [1, 1, 1], [0, 1, 1]]), 3)
    expect([...nearest].map((value) => value.toFixed(4))).toEqual(['1.0000', '0.7607', '0.1573', '0.7607', '1.0000', '0.7607', '0.1573', '0.7607', '1.0000'])
  })
  it('leaves a possible one as it is, and makes every other possible', () => {
    fc.assert(
      fc.property(tableArb, ({ table, n }) => {
        const nearest = nearestCorrelation(table, n)
        expect(cholesky(nearest, n)).toBeDefined()
        const moved = Math.max(...nearest.map((value, i) => Math.abs(value - (table[i] ?? 0))))
        if (cholesky(table, n) !== undefined) expect(moved).toBeLessThan(1e-6)
        for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) expect(Math.abs((nearest[i * n + j] ?? 0) - (nearest[j * n + i] ?? 0))).toBeLessThan(1e-9)
      }),
      { numRuns: 60 },
    )
  })
  it('eigenvectors give the matrix back', () => {
    fc.assert(
      fc.property(tableArb, ({ table, n }) => {
        const { values, vectors } = symmetricEigen(table, n)
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) {
            let sum = 0
            for (let k = 0; k < n; k++) sum += (values[k] ?? 0) * (vectors[i * n + k] ?? 0) * (vectors[j * n + k] ?? 0)
            expect(Math.abs(sum - (table[i * n + j] ?? 0))).toBeLessThan(1e-9)
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})
