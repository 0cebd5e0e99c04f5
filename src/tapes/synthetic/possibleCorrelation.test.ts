import { describe, expect, it } from 'vitest'
import { isPossibleCorrelation, possibleCorrelation } from './possibleCorrelation.ts'

// If A moves with B and B with C, then A cannot move against C: the determinant is 1 + 2·0.9·0.9·(−0.9) − 3·0.81 < 0.
const CONTRADICTION = [[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]

describe('correlations that contradict each other', () => {
  it('are noticed', () => {
    expect(isPossibleCorrelation(CONTRADICTION)).toBe(false)
    expect(isPossibleCorrelation([[1, 0.9, 0.7], [0.9, 1, 0.9], [0.7, 0.9, 1]])).toBe(true)
  })
  it('have a nearest table that does not, in three decimals', () => {
    const nearest = possibleCorrelation(CONTRADICTION)
    expect(isPossibleCorrelation(nearest)).toBe(true)
    // By symmetry all three are of one size: a, a, −a with the determinant 1 − 3a² − 2a³ at zero, so a = 1/2.
    for (const row of nearest) for (const value of row) expect([1, 0.5, -0.5]).toContainEqual(expect.closeTo(value, 2))
    for (const value of nearest.flat()) expect(String(value)).toMatch(/^-?\d(\.\d{1,3})?$/)
  })
})
