import { describe, expect, it } from 'vitest'
import { createFormat } from '../../../ui/format/createFormat.ts'
import type { NumberStyle } from '../../../ui/format/numberStyle.ts'
import type { FieldUnit } from './FieldSpec.ts'
import { readField } from './readField.ts'
import { typeFigure, writeField, type WritingOptions } from './writeField.ts'

const market = { base: 'BTC', quote: 'USDT', currency: 'USDT', sizeUnit: 'BTC', tickSize: '0.01', qtyStep: '0.0001', moneyDecimals: 2 }
const read = (text: string, unit: FieldUnit, style: NumberStyle = '1,234.5', isSigned = false): string => {
  const reading = readField(text, { unit, market, format: createFormat(style), isSigned })
  return reading.type === 'value' ? reading.text : reading.type === 'empty' ? 'empty' : `error: ${reading.message}`
}

describe('what a field reads', () => {
  it.each<[string, FieldUnit, string]>([
    ['60,000', 'price', '60000'], ['1e5', 'price', '100000'], ['$ 60k', 'price', '60000'], ['60000 usdt', 'price', '60000'],
    ['500', 'money', '500'], ['500usdt', 'money', '500'], ['8', 'share', '0.08'], ['8%', 'share', '0.08'], ['0.05 %', 'share', '0.0005'], ['5 bp', 'share', '0.0005'],
    ['10', 'leverage', '10'], ['10x', 'leverage', '10'], ['0.5btc', 'size', '0.5'], ['0.5', 'size', '0.5'], ['20k USDT', 'size', '20000 USDT'], ['3 contracts', 'size', '3 contracts'], ['', 'price', 'empty'],
  ])('%j as %s is %s', (text, unit, expected) => expect(read(text, unit)).toBe(expected))
  it('follows the number style', () => {
    expect(read('60.000,5', 'price', '1.234,5')).toBe('60000.5')
    expect(read('60.000,5', 'price')).toMatch(/^error: A point or comma here could mean two things. Numbers are written 60,000.5/)
  })
  it.each<[string, FieldUnit, RegExp]>([
    ['2%', 'price', /percentage means nothing here/], ['10x', 'money', /stands for a leverage/], ['-5', 'price', /above 0/], ['abc', 'size', /not a number/], ['1e', 'price', /not finished/], ['0.5 eth', 'size', /not a number/],
  ])('%j as %s is refused in words', (text, unit, message) => expect(read(text, unit)).toMatch(message))
  it.each<[string, FieldUnit]>([['0', 'price'], ['0.00', 'size'], ['0x', 'leverage']])('%j as %s is no trade', (text, unit) => expect(read(text, unit)).toMatch(/A number above 0 is needed/))
  it('a loss, a share and a count may be 0', () => expect([read('0', 'money'), read('0%', 'share'), read('0', 'count')]).toEqual(['0', '0', '0']))
  it('takes a minus where there can be one', () => expect(read('-50', 'money', '1,234.5', true)).toBe('-50'))
})

describe('what a field shows', () => {
  const options = (side: 'long' | 'short', style: NumberStyle = '1,234.5'): WritingOptions => ({ market, side, format: createFormat(style) })
  it('rounds the price of a liquidation against the trade, sizes down', () => {
    expect(writeField('liquidationPrice', '55198.7414', options('long'))).toBe('55,198.75')
    expect(writeField('liquidationPrice', '5820.8999', options('short'))).toBe('5,820.89')
    expect(writeField('size', '0.09798', options('long'))).toBe('0.0979')
    expect([writeField('fall', '0.08', options('long')), writeField('leverage', '11.8166', options('long')), writeField('fundingRate', '0.0001', options('long'))]).toEqual(['8.00', '11.82', '0.0100'])
  })
  it('a size without a step has six digits, down, and no zeros at its end', () => {
    const free = { ...options('long'), market: { ...market, qtyStep: '' } }
    expect(['0.0975800000001', '45.0718447', '1234567.9', '120000', '0.3333333333', '5'].map((size) => writeField('size', size, free))).toEqual(['0.09758', '45.0718', '1,234,567', '120,000', '0.333333', '5'])
  })
  it('is typed as a person would type it when it becomes given', () => {
    expect([typeFigure('fall', '0.08', options('long')), typeFigure('leverage', '11.82', options('long')), typeFigure('size', '0.33333333333333333333', options('long'))]).toEqual(['8', '11.82', '0.3333'])
    expect(typeFigure('entryPrice', '60000.5', options('long', '1.234,5'))).toBe('60000,5')
  })
})
