import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalsSeen } from './decimalsSeen.ts'
import { fromUnits } from './priceDigits.ts'

describe('decimalsSeen', () => {
  it('is the longest tail of any price of any column', () => {
    expect(decimalsSeen([Float64Array.of(8523, 8500.5), Float64Array.of(8501.25), undefined])).toBe(2)
    expect(decimalsSeen([Float64Array.of(0.0001, 2.3514)])).toBe(4)
    expect(decimalsSeen([Float64Array.of(-36.98, 10)])).toBe(2)
    expect(decimalsSeen([Float64Array.of(60000)])).toBe(0)
    expect(decimalsSeen([Float64Array.of(1 / 3)])).toBe(12)
  })
  it('is what a price was written with, whatever its size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), fc.integer({ min: 0, max: 8 }), (units, decimals) => {
        fc.pre(decimals === 0 || units % 10 !== 0)
        expect(decimalsSeen([Float64Array.of(fromUnits(units, decimals))])).toBe(decimals)
      }),
    )
  })
})
