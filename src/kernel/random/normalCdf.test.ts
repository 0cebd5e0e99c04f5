import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactDecimal } from '../testing/exactDecimal.ts'
import { millsRatio, normalCdf } from './normalCdf.ts'
import { normalQuantile } from './normalQuantile.ts'

const D = Decimal.clone({ precision: 60 })
const SQRT_2PI = new D('6.283185307179586476925286766559005768394338798750211641949889').sqrt()

/** Φ at 60 digits, by the series of all-positive terms; the lower tail loses no more than it has. */
function exact(z: number): Decimal {
  const x = new D(exactDecimal(z).toFixed())
  let term = x
  let sum = x
  for (let odd = 3; odd < 2000 && term.abs().gt(1e-58); odd += 2) {
    term = term.times(x).times(x).div(odd)
    sum = sum.plus(term)
  }
  return sum.times(x.times(x).div(-2).exp()).div(SQRT_2PI).plus(0.5)
}

describe('normalCdf', () => {
  it('is within 1e-13 of Φ, in the tails too', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (z) => {
        const truth = exact(z)
        expect(exactDecimal(normalCdf(z)).minus(truth).div(truth).abs().toNumber()).toBeLessThan(1e-13)
      }),
      { numRuns: 300 },
    )
  })

  it('undoes the quantile', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1, noNaN: true, maxExcluded: true }), (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) / p - 1)).toBeLessThan(1e-12 * Math.max(1, -Math.log(p)))
      }),
    )
  })

  it("has Mills' ratio where both its parts underflow", () => {
    // (1 − Φ(z))/φ(z) lies between z/(z² + 1) and 1/z (Gordon 1941).
    for (const z of [0.5, 2, 2.1, 10, 50, 1000]) {
      expect(millsRatio(z)).toBeGreaterThan(z / (z * z + 1))
      expect(millsRatio(z)).toBeLessThan(1 / z)
    }
    expect(Math.abs(millsRatio(2 - 1e-12) / millsRatio(2 + 1e-12) - 1)).toBeLessThan(1e-11)
  })
})
