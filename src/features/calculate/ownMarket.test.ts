import { describe, expect, it } from 'vitest'
import { createFormat } from '../../ui/format/createFormat.ts'
import type { NumberStyle } from '../../ui/format/numberStyle.ts'
import { ownMarket } from './ownMarket.ts'

const steps = (entryPrice: string, own: Partial<Parameters<typeof ownMarket>[0]['own']> = {}, style: NumberStyle = '1,234.5') => {
  const { tickSize, qtyStep } = ownMarket({ own: { symbol: 'DOGEUSDT', type: 'linear', tickSize: '', qtyStep: '', ...own }, entryPrice }, createFormat(style))
  return [tickSize, qtyStep]
}

describe('an instrument of one\'s own', () => {
  // A tick is at most a ten-thousandth of the price, no coarser than what is typed, and 0.01 for what is dear. A step is worth 1 to 10 of the quote, where it is not 1.
  it.each([
    ['', '0.01', '0.0001'], ['60,000', '0.01', '0.0001'], ['3000 usdt', '0.01', '0.001'], ['150', '0.01', '0.01'], ['0.1234', '0.00001', '1'], ['0.00001234', '0.000000001', '1'], ['60000.125', '0.001', '0.0001'], ['abc', '0.01', '0.0001'], ['0', '0.01', '0.0001'],
  ])('at %j has a tick of %s and a step of %s', (price, tick, step) => expect(steps(price)).toEqual([tick, step]))
  it('keeps what is typed, by the number style; what is no step counts as empty', () => {
    expect(steps('60,000', { tickSize: '0.5', qtyStep: '0.001' })).toEqual(['0.5', '0.001'])
    expect(steps('60.000', { tickSize: '0,5' }, '1.234,5')).toEqual(['0.5', '0.0001'])
    expect(steps('60,000', { tickSize: 'abc', qtyStep: '0' })).toEqual(['0.01', '0.0001'])
  })
  it('an inverse one counts in whole units of the quote', () => expect(steps('60,000', { type: 'inverse' })).toEqual(['0.01', '1']))
})
