import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { times } from '../testing/promises.ts'
import { allocate } from './allocate.ts'
import { Decimal, roundToStep, WideDecimal } from './decimal.ts'
import { compareFractions, fraction, priceAt, signAt, wholeNumber } from './fraction.ts'
import { asQuote, notional, posted, price, priceOfDouble, qty, quote, rate, sum, value, type Quote } from './quantities.ts'

describe('units', () => {
  it('[N1] constructors take decimal text and nothing else', () => {
    expect(quote('-12.50').toFixed()).toBe('-12.5')
    expect(price('1e-9').toFixed()).toBe('0.000000001')
    for (const text of ['', ' 1', '1 ', '.5', '5.', '1,5', '0x10', 'NaN', 'Infinity', '-', '1e', '1e999', '--1', '١']) {
      expect(() => quote(text)).toThrow(`N1: a decimal number was expected, "${text}" was given`)
    }
  })

  it('[N1] a double of a tape is the decimal it prints as', () => {
    expect(priceOfDouble(0.1).plus(priceOfDouble(0.2)).toFixed()).toBe('0.3')
    expect(priceOfDouble(1e-9).toFixed()).toBe('0.000000001')
    expect(priceOfDouble(-36.98).toFixed()).toBe('-36.98')
    expect(priceOfDouble(-0).isZero()).toBe(true)
    expect(() => priceOfDouble(Number.NaN)).toThrow('N1')
    expect(() => priceOfDouble(Number.POSITIVE_INFINITY)).toThrow('N1')
  })

  it('[N1] products of the largest inputs are exact', () => {
    // thirty digits times fifteen
    expect(value(qty('123456789012345678.901234567891'), price('98765432109.8765')).toFixed()).toBe(((123456789012345678901234567891n * 987654321098765n).toString()).replace(/^(\d+)(\d{16})$/, '$1.$2').replace(/0+$/, ''))
    expect(notional(qty('-3'), price('-2.5')).toFixed()).toBe('7.5')
  })

  it('[N2] a posting has twelve places; up and down are directions of the number line', () => {
    const third = new Decimal(1).div(3)
    expect([posted(third, 'down'), posted(third, 'up'), posted(third.neg(), 'down'), posted(third.neg(), 'up')].map((each) => each.toFixed())).toEqual([
      '0.333333333333',
      '0.333333333334',
      '-0.333333333334',
      '-0.333333333333',
    ])
    // ties to even
    expect(['0.0000000000005', '0.0000000000015', '-0.0000000000005'].map((text) => posted(new Decimal(text)).toFixed())).toEqual(['0', '0.000000000002', '0'])
  })

  it('[N2] an amount told apart loses no quantum', () => {
    expect(allocate(quote('1'), [quote('1'), quote('1'), quote('1')]).map((part) => part.toFixed())).toEqual(['0.333333333333', '0.333333333333', '0.333333333334'])
    expect(allocate(quote('7'), [quote('0'), quote('0')]).map((part) => part.toFixed())).toEqual(['3.5', '3.5'])
    expect(allocate(quote('-1'), [quote('2'), quote('1')]).map((part) => part.toFixed())).toEqual(['-0.666666666667', '-0.333333333333'])
    const amount = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }).map((units): Quote => asQuote(new Decimal(units.toString()).div('1e12')))
    const weights = fc.array(fc.nat(1000).map((weight) => quote(String(weight))), { minLength: 1, maxLength: 6 })
    fc.assert(fc.property(amount, weights, (whole, parts) => sum(allocate(whole, parts)).eq(whole)), times(300))
  })

  it('[N1] steps round by counting, not by remainders of binary fractions', () => {
    const step = (text: string, size: string, way: 'up' | 'down' | 'half-even') => roundToStep(new Decimal(text), new Decimal(size), way).toFixed()
    expect(step('0.3', '0.1', 'down')).toBe('0.3')
    expect(step('20000', '0.3', 'down')).toBe('19999.8')
    expect(step('-0.25', '0.1', 'down')).toBe('-0.3')
    expect([step('0.25', '0.1', 'half-even'), step('0.35', '0.1', 'half-even')]).toEqual(['0.2', '0.4'])
    expect(step('0.99999999999999999999999999999999999999', '1', 'down')).toBe('0')
  })

  it('[N1] moments compare and price without dividing', () => {
    const third = fraction(1, 3)
    expect(compareFractions(third, fraction(33333333, 100000000))).toBeGreaterThan(0)
    expect(compareFractions(fraction(-1, -3), third)).toBe(0)
    expect(compareFractions(fraction(1, -3), third)).toBeLessThan(0)
    expect(signAt(new Decimal(-1), new Decimal(2), third)).toBe(0)
    expect(wholeNumber(fraction(2, 3), 100)).toBe(66)
    // 99.999… of a hundred is still 99, whatever the digits
    expect(wholeNumber(fraction(new WideDecimal(10).pow(90).minus(1), new WideDecimal(10).pow(90)), 100)).toBe(99)
  })

  it('[L4] the price at a moment is rounded by rule, also on exact ties', () => {
    const at = (num: number, den: number, rounding: 'up' | 'down' | 'half-even', tick = '1') => priceAt(price('10'), price('11'), fraction(num, den), { tick: new Decimal(tick), rounding }).toFixed()
    expect([at(1, 2, 'up'), at(1, 2, 'down'), at(1, 2, 'half-even')]).toEqual(['11', '10', '10'])
    expect([at(1, 3, 'up', '0.1'), at(1, 3, 'down', '0.1'), at(1, 3, 'half-even', '0.1')]).toEqual(['10.4', '10.3', '10.3'])
    expect(priceAt(price('-10'), price('-11'), fraction(1, 2), { tick: new Decimal(1), rounding: 'half-even' }).toFixed()).toBe('-10')
    expect(priceAt(price('-11'), price('-12'), fraction(1, 2), { tick: new Decimal(1), rounding: 'half-even' }).toFixed()).toBe('-12')
  })

  it('[L4] and is the same however the way to it is cut', () => {
    const cents = fc.integer({ min: -100000, max: 100000 }).map((units) => price(new Decimal(units).div(100).toFixed()))
    const rounding = fc.constantFrom('up', 'down', 'half-even')
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 0, max: 60 }), rounding, (from, to, part, way) => {
        // the middle point of the way, exactly; then the share inside its half
        const middle = price(from.plus(to).div(2).toFixed())
        const rule = { tick: new Decimal('0.05'), rounding: way }
        const whole = priceAt(from, to, fraction(part, 60), rule)
        const half = part < 30 ? priceAt(from, middle, fraction(part, 30), rule) : priceAt(middle, to, fraction(part - 30, 30), rule)
        expect(half.toFixed()).toBe(whole.toFixed())
      }),
      times(300),
    )
  })

  it('[N1] rates are fractions', () => {
    expect(rate('0.005').times(100).toFixed()).toBe('0.5')
  })
})
