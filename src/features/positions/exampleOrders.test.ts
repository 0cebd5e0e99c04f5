import { describe, expect, it } from 'vitest'
import { exampleOrders } from './exampleOrders.ts'

const market = { instrument: 'SOL-PERP', base: 'SOL', maxLeverage: '50' }

describe('exampleOrders', () => {
  it('takes a fifth of what is available as margin at ten times', () => {
    const [long] = exampleOrders(market, '10000')
    expect(long?.label).toBe('Long SOL 10x, own wall')
    expect(long?.command).toMatchObject({ type: 'place-order', pool: 'isolated', side: 'buy', notional: '20000', leverage: '10' })
  })

  it('keeps to the highest leverage of the market, in whole steps', () => {
    expect(exampleOrders({ ...market, maxLeverage: '3.5' }, '10000')[0]?.command).toMatchObject({ leverage: '3', notional: '6000' })
  })

  it('is in dollars where the margin is in coins: 0.2 x 10 x 60,000 of a coin', () => {
    expect(exampleOrders({ ...market, isInverse: true, mark: '60000' }, '1')[0]?.command).toMatchObject({ notional: '120000' })
  })

  it('offers nothing without money', () => {
    expect(exampleOrders(market, '0')).toEqual([])
  })
})
