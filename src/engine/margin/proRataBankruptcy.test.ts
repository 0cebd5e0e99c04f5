import { describe, expect, it } from 'vitest'
import { price, qty, quote } from '../units/quantities.ts'
import { proRataBankruptcy } from './proRataBankruptcy.ts'

const told = (type: 'linear' | 'inverse', size: string, mark: string, [equity, own, all]: readonly [string, string, string]): string =>
  proRataBankruptcy({ type, qty: qty(size) }, { mark: price(mark), equity: quote(equity), own: quote(own), all: quote(all) })?.toFixed() ?? 'none'

describe('proRataBankruptcy', () => {
  it('[Q8] alone it is where nothing is left; a short the other way', () => {
    // one at 100 with 10 of equity: 90 and 110
    expect([told('linear', '1', '100', ['10', '5', '5']), told('linear', '-1', '100', ['10', '5', '5'])]).toEqual(['90', '110'])
    // inverse: 100 USD long at 50 is -2 coins; with 0.5 coins: -2.5 coins, 100 / 2.5
    expect(told('inverse', '100', '50', ['0.5', '1', '1'])).toBe('40')
  })

  it('[Q8] in a shared pool it takes its part by maintenance margin, also of what is missing', () => {
    // a quarter of 40 is 10; of -40 it is -10
    expect([told('linear', '2', '100', ['40', '5', '20']), told('linear', '2', '100', ['-40', '5', '20'])]).toEqual(['95', '105'])
  })

  it('[Q8] none where the part is worth more than the position, or nothing is required', () => {
    expect([told('linear', '1', '100', ['100', '5', '5']), told('linear', '1', '100', ['150', '5', '5']), told('linear', '1', '100', ['10', '0', '0'])]).toEqual(['none', 'none', 'none'])
    // a short of 100 USD at 50 is +2 coins: with 2 coins behind it no rise takes them
    expect(told('inverse', '-100', '50', ['2', '1', '1'])).toBe('none')
  })
})
