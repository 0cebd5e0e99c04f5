import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { plainText, roundToDecimals, roundToStep, scaledOf, type Rounding } from './decimalText.ts'

const roundings: readonly Rounding[] = ['half-even', 'floor', 'ceil', 'down', 'up']
const scaled = fc.record({ units: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), scale: fc.integer({ min: 0, max: 12 }) })

function rounded(text: string, decimals: number, rounding: Rounding): string {
  const value = scaledOf(text)
  if (value === undefined) throw new Error(text)
  return plainText(roundToDecimals(value, decimals, rounding))
}

describe('roundToDecimals', () => {
  it.each<[string, Rounding, string]>([
    ['2.5', 'half-even', '2'], ['3.5', 'half-even', '4'], ['-2.5', 'half-even', '-2'], ['2.51', 'half-even', '3'],
    ['2.1', 'ceil', '3'], ['-2.1', 'ceil', '-2'], ['-2.1', 'floor', '-3'], ['-2.9', 'down', '-2'], ['-2.1', 'up', '-3'], ['2', 'up', '2'],
  ])('%s %s is %s', (text, rounding, result) => expect(rounded(text, 0, rounding)).toBe(result))

  it('stays within one unit, on the named side, and half a unit for half-even', () => {
    fc.assert(fc.property(scaled, fc.integer({ min: 0, max: 12 }), fc.constantFrom(...roundings), (value, decimals, rounding) => {
      const result = roundToDecimals(value, decimals, rounding)
      const common = Math.max(value.scale, decimals)
      const unit = 10n ** BigInt(common - decimals)
      const error = result.units * unit - value.units * 10n ** BigInt(common - value.scale)
      const size = error < 0n ? -error : error
      expect(size < unit || size === 0n).toBe(true)
      if (rounding === 'half-even') expect(size * 2n <= unit).toBe(true)
      if (rounding === 'floor') expect(error <= 0n).toBe(true)
      if (rounding === 'ceil') expect(error >= 0n).toBe(true)
    }))
  })
})

describe('roundToStep', () => {
  it('finds a multiple of the step', () => {
    fc.assert(fc.property(scaled, fc.bigInt({ min: 1n, max: 10_000n }), fc.integer({ min: 0, max: 8 }), (value, units, scale) => {
      const result = roundToStep(value, { units, scale }, 'floor')
      expect(result.units % units).toBe(0n)
      expect(result.scale).toBe(scale)
    }))
  })
})

describe('scaledOf', () => {
  it('reads exponents', () => {
    expect(scaledOf('1.5e-3')).toEqual({ units: 15n, scale: 4 })
    expect(scaledOf('-2E+3')).toEqual({ units: -2000n, scale: 0 })
    expect(scaledOf(0.1)).toEqual({ units: 1n, scale: 1 })
  })
  it('refuses what is no number', () => {
    for (const text of ['.', '-', '1.2.3', 'abc', '1e', ' 1']) expect(() => scaledOf(text)).toThrow(RangeError)
  })
})
