import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { createFormat } from './createFormat.ts'
import { numberStyles } from './numberStyle.ts'

const f = createFormat('1,234.5')
const german = createFormat('1.234,5')
const spaced = createFormat('1 234.5')
const decimalText = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 18 }))
  .map(([units, scale]) => {
    const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
    const cut = digits.length - scale
    return `${units < 0n ? '-' : ''}${digits.slice(0, cut)}${scale === 0 ? '' : `.${digits.slice(cut)}`}`
  })

describe('money', () => {
  it.each([
    ['9300', '9,300.00'], ['-2000', '\u22122,000.00'], ['0', '0.00'], ['-0.001', '0.00'], ['1234567.891', '1,234,567.89'],
    ['0.125', '0.12'], ['0.135', '0.14'], ['-0.125', '\u22120.12'], ['1e-7', '0.00'], ['1.5e6', '1,500,000.00'], ['999.995', '1,000.00'],
  ])('writes %s as %s', (value, text) => expect(f.money(value)).toBe(text))
  it('adds a sign only when asked and never to zero', () => {
    expect(f.money('800', { signed: true })).toBe('+800.00')
    expect(f.money('0.001', { signed: true })).toBe('0.00')
  })
  it('follows the number style', () => {
    expect(german.money('-1234567.5')).toBe('\u22121.234.567,50')
    expect(spaced.money('1234567.5')).toBe('1\u202f234\u202f567.50')
  })
  it('writes what is absent as a dash and refuses text that is no number', () => {
    expect([f.money(undefined), f.money(null), f.money(Number.NaN), f.money('Infinity')]).toEqual(['—', '—', '—', '—'])
    expect(() => f.money('12,3')).toThrow(RangeError)
  })
  it('has the decimals of its currency: eight of a coin, unless others are asked for', () => {
    const coin = createFormat('1,234.5', 8)
    expect([coin.money('0.4995'), coin.money('-1'), coin.money('0.123456785'), coin.money('0.26', { decimals: 4 })]).toEqual(['0.49950000', '\u22121.00000000', '0.12345678', '0.2600'])
    expect(f.moneyDecimals).toBe(2)
  })
  it('is exact where a float is not', () => {
    expect(f.money('9007199254740993.005')).toBe('9,007,199,254,740,993.00')
    expect(f.money('1.005', { rounding: 'up' })).toBe('1.01')
  })
})

describe('price', () => {
  it.each([
    ['60000', '0.01', '60,000.00'], ['54271.356783', '0.1', '54,271.4'], ['1.0843', '0.0001', '1.0843'], ['12345', '5', '12,345'],
    ['0.0001', '0.01', '0.0001'], ['-36.98', '0.01', '\u221236.98'], ['0', '0.01', '0.00'], ['105', '0.50', '105.0'],
  ])('writes %s on tick %s as %s', (value, tickSize, text) => expect(f.price(value, { tickSize })).toBe(text))
  it('rounds to the tick in a named direction', () => {
    expect(f.price('114.2011', { tickSize: '0.01', rounding: 'ceil' })).toBe('114.21')
    expect(f.price('5820.8999', { tickSize: '0.01', rounding: 'floor' })).toBe('5,820.89')
    expect(f.price('100.3', { tickSize: '0.5', rounding: 'ceil' })).toBe('100.5')
  })
  it('chooses decimals without a tick', () => {
    expect([f.price('60000'), f.price('1.08437'), f.price('0.000012346'), f.price('0.5')])
      .toEqual(['60,000.00', '1.0844', '0.00001235', '0.50'])
  })
  it('never shows a price that is not zero as zero', () => {
    fc.assert(fc.property(decimalText, fc.constantFrom(undefined, '0.01', '1', '0.5'), (value, tickSize) => {
      fc.pre(/[1-9]/.test(value))
      expect(f.price(value, { tickSize })).toMatch(/[1-9]/)
    }))
  })
})

describe('the other formats', () => {
  it('writes quantities by step, rounding down', () => {
    expect(f.quantity('0.33339', { stepSize: '0.0001', unit: 'BTC' })).toBe('0.3333\u00a0BTC')
    expect(f.quantity('0.10')).toBe('0.1')
  })
  it('writes fractions as percent', () => {
    expect([f.percent('0.016290322'), f.percent('-0.4419', { signed: true }), f.percent('1'), f.rate('0.0005')])
      .toEqual(['1.63%', '\u221244.19%', '100.00%', '0.0500%'])
  })
  it('writes leverage', () => {
    expect([f.leverage('10'), f.leverage('11.8166'), f.leverage('10', { decimals: 2 })]).toEqual(['10x', '11.82x', '10.00x'])
  })
  it('writes headers short', () => {
    expect([f.compact('1234567'), f.compact('999999'), f.compact('950'), f.compact('0'), f.compact('-12345'), f.compact('0.5')])
      .toEqual(['1.23M', '1M', '950', '0', '\u221212.3K', '0.5'])
  })
  it('writes every digit when asked', () => expect(f.exact('54271.35678391959799')).toBe('54,271.35678391959799'))
})

describe('reading back', () => {
  it('parses what it wrote, in every style, to the rounded value', () => {
    fc.assert(fc.property(decimalText, fc.constantFrom(...numberStyles), (value, style) => {
      const format = createFormat(style)
      const read = format.parse(format.exact(value))
      expect(read.ok && format.exact(read.value)).toBe(format.exact(value))
    }))
  })
})
