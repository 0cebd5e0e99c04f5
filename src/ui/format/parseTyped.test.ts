import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { numberStyles, type NumberStyle } from './numberStyle.ts'
import { parseTyped } from './parseTyped.ts'
import { stepTyped, typedText } from './typedText.ts'

const read = (text: string, style: NumberStyle = '1,234.5'): string => {
  const typed = parseTyped(text, style)
  return typed.ok ? `${typed.value}${typed.suffix ?? ''}` : typed.code
}

describe('parseTyped', () => {
  it.each([
    ['60,000', '60000'], ['60000', '60000'], [' 60 000 ', '60000'], ['60\u202f000.5', '60000.5'], ["1'234.5", '1234.5'], ['1e5', '100000'],
    ['2.5E-3', '0.0025'], ['.5', '0.5'], ['5.', '5'], ['-1,234.50', '-1234.5'], ['\u22122', '-2'], ['+7', '7'], ['- 7', '-7'], ['007', '7'],
    ['-0', '0'], ['2%', '2%'], ['2 %', '2%'], ['10x', '10x'], ['10×', '10x'], ['60k', '60000'], ['1.5M', '1500000'],
    ['0.1234567890123456789', '0.1234567890123456789'], ['1.234', '1.234'],
  ])('reads %j as %s', (text, value) => expect(read(text)).toBe(value))

  it.each([
    ['', 'empty'], ['   ', 'empty'], ['-', 'incomplete'], ['.', 'incomplete'], ['1e', 'incomplete'], ['1e-', 'incomplete'],
    ['abc', 'not-a-number'], ['0x10', 'not-a-number'], ['1m', 'not-a-number'], ['--1', 'not-a-number'], ['12 USDT', 'not-a-number'],
    ['1,5', 'ambiguous'], ['1,23,456', 'ambiguous'], ['1.234,5', 'ambiguous'], ['1.234.567', 'ambiguous'], ['1 23', 'ambiguous'],
    ["1,234'567", 'ambiguous'], ['1234,567', 'ambiguous'], [',500', 'ambiguous'], ['1e99', 'too-long'],
  ])('refuses %j as %s', (text, code) => expect(read(text)).toBe(code))

  it.each([
    ['0.5btc', '0.5 BTC'], ['0.5 BTC', '0.5 BTC'], ['20,000 usdt', '20000 USDT'], ['20k USDT', '20000 USDT'], ['1.5MUSDT', '1500000 USDT'],
    ['5e3usdt', '5000 USDT'], ['usdt 12', '12 USDT'], ['1e5', '100000'], ['2%', '2%'], ['5 bp', '5 bp'], ['-1 btc', '-1 BTC'], ['btc', 'not-a-number'],
    ['1 eth', 'not-a-number'], ['2% BTC', 'not-a-number'], ['10x usdt', 'not-a-number'], ['0.5 btcusdt', 'not-a-number'], ['1,5 BTC', 'ambiguous'],
  ])('reads %j as %s where BTC, USDT and bp are units', (text, expected) => {
    const typed = parseTyped(text, '1,234.5', ['BTC', 'USDT', 'bp', ''])
    expect(typed.ok ? `${typed.value}${typed.suffix ?? ''}${typed.unit === undefined ? '' : ` ${typed.unit}`}` : typed.code).toBe(expected)
  })
  it('takes the longest unit that fits, and an M of a unit is no million', () => {
    expect(parseTyped('3 stETH', '1,234.5', ['ETH', 'stETH'])).toMatchObject({ value: '3', unit: 'stETH' })
    expect(parseTyped('3MATIC', '1,234.5', ['MATIC'])).toMatchObject({ value: '3', unit: 'MATIC' })
    expect(parseTyped('60.000,5 btc', '1.234,5', ['BTC'])).toMatchObject({ value: '60000.5', unit: 'BTC' })
  })

  it('follows the style', () => {
    expect(read('60.000', '1.234,5')).toBe('60000')
    expect(read('1,5', '1.234,5')).toBe('1.5')
    expect(read('1.5', '1.234,5')).toBe('ambiguous')
    expect(read('60,000', '1 234.5')).toBe('ambiguous')
    expect(read('60 000.5', '1 234.5')).toBe('60000.5')
  })

  it('never throws, and whatever it accepts is a plain decimal', () => {
    fc.assert(fc.property(fc.string(), fc.constantFrom(...numberStyles), (text, style) => {
      const typed = parseTyped(text, style)
      if (typed.ok) expect(typed.value).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/)
    }))
    fc.assert(fc.property(fc.stringMatching(/^[-+0-9.,' eExk%]{0,12}$/), fc.constantFrom(...numberStyles), (text, style) => {
      const typed = parseTyped(text, style)
      if (typed.ok) expect(typed.value).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/)
    }))
  })

  it('reads back what typedText writes', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.constantFrom(...numberStyles), (units, style) => {
      const typed = parseTyped(typedText(`${units}e-6`, style), style)
      expect(typed.ok && typedText(typed.value, style)).toBe(typedText(`${units}e-6`, style))
    }))
  })
})

describe('stepTyped', () => {
  const step = (text: string, direction: 1 | -1, stepSize = '0.1') =>
    stepTyped(text, { stepSize, direction, style: '1,234.5', least: '0', most: '100' })
  it('goes to the next multiple', () => {
    expect([step('1', 1), step('1.05', 1), step('1.05', -1), step('', 1), step('60,000', -1)]).toEqual(['1.1', '1.1', '1', '0.1', '100'])
  })
  it('stays within bounds and leaves unreadable text alone', () => {
    expect([step('0', -1), step('100', 1), step('abc', 1)]).toEqual(['0', '100', 'abc'])
  })
  it('writes the decimal mark of the style', () => {
    expect(stepTyped('1,5', { stepSize: '0.1', direction: 1, style: '1.234,5' })).toBe('1,6')
  })
})
