import type { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactDecimal } from '../testing/exactDecimal.ts'
import { exp } from './exp.ts'
import { log } from './log.ts'

/** |found − true| / |true|, the truth from decimal.js at 60 digits. */
function relativeError(found: number, truth: Decimal): number {
  return truth.isZero() ? Math.abs(found) : exactDecimal(found).minus(truth).div(truth).abs().toNumber()
}

describe('exp', () => {
  it('is within 3e-16 of e^x', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 709, noNaN: true }), (x) => {
        expect(relativeError(exp(x), exactDecimal(x).exp())).toBeLessThan(3e-16)
      }),
      { numRuns: 2000 },
    )
  })

  it('is within 3e-16 where prices are made, |x| below 1', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (x) => {
        expect(relativeError(exp(x), exactDecimal(x).exp())).toBeLessThan(3e-16)
        expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(1e-14)
      }),
      { numRuns: 3000 },
    )
  })

  it('is exact at 0 and has the ends of a double', () => {
    expect(exp(0)).toBe(1)
    expect(exp(-0)).toBe(1)
    expect(exp(710)).toBe(Infinity)
    expect(exp(-746)).toBe(0)
    expect(exp(-745)).toBe(5e-324)
    expect(exp(Infinity)).toBe(Infinity)
    expect(exp(-Infinity)).toBe(0)
    expect(exp(NaN)).toBeNaN()
  })
})

describe('log', () => {
  it('is within 5e-16 of ln x over all positive doubles', () => {
    fc.assert(
      fc.property(fc.double({ min: 5e-324, max: Number.MAX_VALUE, noNaN: true }), (x) => {
        expect(relativeError(log(x), exactDecimal(x).ln())).toBeLessThan(5e-16)
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps its last bits near 1, where the result is near 0', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), (x) => {
        expect(relativeError(log(x), exactDecimal(x).ln())).toBeLessThan(5e-16)
        if (x !== 1) expect(Math.abs(log(x) / Math.log(x) - 1)).toBeLessThan(1e-14)
      }),
      { numRuns: 3000 },
    )
  })

  it('has the ends of a double', () => {
    expect(log(1)).toBe(0)
    expect(log(0)).toBe(-Infinity)
    expect(log(-1)).toBeNaN()
    expect(log(NaN)).toBeNaN()
    expect(log(Infinity)).toBe(Infinity)
  })
})
