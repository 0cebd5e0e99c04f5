import type { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Exact, exactDecimal } from '../testing/exactDecimal.ts'
import { normalQuantile } from './normalQuantile.ts'

const PI = Exact.acos(-1)

/** φ(z), the density. */
function density(z: Decimal): Decimal {
  return z.pow(2).div(-2).exp().div(PI.times(2).sqrt())
}

/**
 * Φ(−a) for a > 0. Centre: ½ − φ(a)(a + a³/3 + a⁵/(3·5) + …). Far out the series cancels, so there Laplace's
 * continued fraction Φ(−a) = φ(a)/(a + 1/(a + 2/(a + 3/(a + …)))).
 */
function lowerTail(a: Decimal): Decimal {
  if (a.lt(6)) {
    let term = a
    let sum = a
    for (let n = 3; term.gt('1e-45'); n += 2) {
      term = term.times(a).times(a).div(n)
      sum = sum.plus(term)
    }
    return new Exact(0.5).minus(density(a).times(sum))
  }
  let fraction = a
  for (let n = 400; n >= 1; n--) fraction = a.plus(new Exact(n).div(fraction))
  return density(a).div(fraction)
}

/** Relative error of z as the quantile of p: one Newton step of the exact distribution says how far the root is. */
function quantileError(p: number, z: number): number {
  const a = exactDecimal(z).abs()
  const tail = z < 0 ? exactDecimal(p) : new Exact(1).minus(exactDecimal(p))
  return lowerTail(a).minus(tail).div(density(a)).div(a).abs().toNumber()
}

describe('normalQuantile', () => {
  it.each([
    // Percentage points of every textbook, here to the last digit of a double.
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.9, 1.2815515655446004],
    [0.25, -0.6744897501960817],
    [0.5, 0],
  ])('at %d is %d', (p, z) => {
    expect(Math.abs(normalQuantile(p) - z)).toBeLessThanOrEqual(4.5e-16 * Math.max(1, Math.abs(z)))
  })

  it('is within 1e-15 of the root of the exact distribution, centre and tails', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 0.999, noNaN: true, minExcluded: true }), (p) => {
        fc.pre(Math.abs(p - 0.5) > 1e-9)
        expect(quantileError(p, normalQuantile(p))).toBeLessThan(1e-15)
      }),
      { numRuns: 300 },
    )
  })

  it.each([1e-4, 1e-8, 1e-11, 1e-12, 1.1102230246251565e-16, 1e-30, 1e-100, 1e-300])('is within 1e-15 at %d', (p) => {
    expect(quantileError(p, normalQuantile(p))).toBeLessThan(1e-15)
  })

  it('is odd about one half wherever 1 − p is exact', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 51 }), (n) => {
        const p = n / 2 ** 52
        expect(normalQuantile(1 - p)).toBe(0 - normalQuantile(p))
      }),
    )
  })

  it('says nothing outside of [0, 1]', () => {
    expect(normalQuantile(0)).toBe(-Infinity)
    expect(normalQuantile(1)).toBe(Infinity)
    expect(normalQuantile(-0.1)).toBeNaN()
    expect(normalQuantile(1.1)).toBeNaN()
    expect(normalQuantile(NaN)).toBeNaN()
  })
})
