import { describe, expect, it } from 'vitest'
import { price, qty, quote, rate } from '../units/quantities.ts'
import { fillablePrice } from './fillablePrice.ts'

const rules = { type: 'fillable' as const, adjustment: rate('1'), spread: rate('0.1') }
/** One BTC at 50,000 with a maintenance margin of 10 %, alone in its pool. */
const told = (size: string, equity: string, maintenance = '5000', own = maintenance): string =>
  fillablePrice({ type: 'linear', qty: qty(size) }, { mark: price('50000'), equity: quote(equity), maintenance: quote(maintenance), own: quote(own) }, rules)?.toFixed() ?? 'none'

describe('fillablePrice', () => {
  it('[Q8] is the mark at the requirement and above it, and slides by spread x maintenance as equity goes', () => {
    expect(['6000', '5000'].map((equity) => told('1', equity))).toEqual(['50000', '50000'])
    // a = 1 - 2500/5000 = 0.5: 50,000 - 0.5 x 0.1 x 5000; a = 1, and no more, without equity
    expect(['2500', '0', '-9000'].map((equity) => told('1', equity))).toEqual(['49750', '49500', '49500'])
    expect(['2500', '0'].map((equity) => told('-1', equity))).toEqual(['50250', '50500'])
  })

  it('[Q8] a position of a shared pool slides by its own part', () => {
    // a = 1 - 5000/10000 = 0.5 of the pool; 50,000 - 0.5 x 0.1 x 5000
    expect(told('1', '5000', '10000', '5000')).toBe('49750')
  })

  it('[Q8] nothing required, no such price', () => expect(told('1', '0', '0')).toBe('none'))
})
