import { describe, expect, it } from 'vitest'
import { createFormat } from '../../ui/format/createFormat.ts'
import { isZero, priceText, shownDecimals, sizeText, tickOf, toneOf } from './rowText.ts'

const format = createFormat('1,234.5')

describe('rowText', () => {
  it.each([[0, '1'], [1, '0.1'], [2, '0.01'], [8, '0.00000001']])('%i decimals are a tick of %s', (decimals, tick) => {
    expect(tickOf(decimals)).toBe(tick)
  })

  it('shows as many decimals as are worth their room, and never more than there is', () => {
    expect(sizeText(format, { qty: '0.333333333333333333', sizeUnit: 'BTC', qtyDecimals: 18 })).toBe('0.3333\u00a0BTC')
    expect(sizeText(format, { qty: '-266.666666666666666666', sizeUnit: 'SOL', qtyDecimals: 18 })).toBe('266.66\u00a0SOL')
    expect(sizeText(format, { qty: '12', sizeUnit: 'SOL', qtyDecimals: 0 })).toBe('12\u00a0SOL')
  })

  it('keeps four digits of a small size', () => {
    expect(shownDecimals('0.00001234567', 18)).toBe(8)
    expect(sizeText(format, { qty: '0.00001234567', sizeUnit: 'BTC', qtyDecimals: 18 })).toBe('0.00001234\u00a0BTC')
  })

  it('writes a price with the decimals of its market', () => {
    expect(priceText(format, '62400', 2)).toBe('62,400.00')
    expect(priceText(format, '0.1', 5)).toBe('0.10000')
  })

  it('gives zero no tone and no sign', () => {
    expect([toneOf('0'), toneOf('-0.00'), toneOf('-1'), toneOf('1')]).toEqual(['quiet', 'quiet', 'loss', 'profit'])
    expect([isZero('0'), isZero('0.000'), isZero('-0'), isZero('0.001')]).toEqual([true, true, true, false])
  })
})
