import { describe, expect, it } from 'vitest'
import { cholesky } from './cholesky.ts'

describe('cholesky', () => {
  it('of a 3 × 3 with whole roots, by hand', () => {
    // L = [1, 0, 0; 0.6, 0.8, 0; 0.6, 0, 0.8]; L·Lᵀ has ones on the diagonal, ρ01 = ρ02 = 0.6, ρ12 = 0.36.
    const lower = cholesky(new Float64Array([1, 0.6, 0.6, 0.6, 1, 0.36, 0.6, 0.36, 1]), 3)
    const expected = [1, 0, 0, 0.6, 0.8, 0, 0.6, 0, 0.8]
    expect(lower).toBeDefined()
    lower?.forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, 15))
  })

  it('lets two instruments be one: correlation 1 and −1', () => {
    expect([...(cholesky(new Float64Array([1, 1, 1, 1]), 2) ?? [])]).toEqual([1, 0, 1, 0])
    expect([...(cholesky(new Float64Array([1, -1, -1, 1]), 2) ?? [])]).toEqual([1, 0, -1, 0])
  })

  it('refuses a matrix that contradicts itself', () => {
    // B and C both follow A, and yet B and C oppose each other.
    expect(cholesky(new Float64Array([1, 0.9, 0.9, 0.9, 1, -0.9, 0.9, -0.9, 1]), 3)).toBeUndefined()
    expect(cholesky(new Float64Array([1, 1, 1, 1, 1, 0, 1, 0, 1]), 3)).toBeUndefined()
  })
})
