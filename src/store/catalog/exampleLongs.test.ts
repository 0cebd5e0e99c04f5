import { describe, expect, it } from 'vitest'
import { exampleLongs } from './exampleLongs.ts'

describe('example longs', () => {
  it('are one an instrument, at most three, each twice the wallet at 10x', () => {
    const longs = exampleLongs(['A', 'B', 'C', 'D'], '10000')
    expect(longs).toHaveLength(3)
    // 10,000 · 0.2 · 10 = 20,000
    for (const long of longs) expect(long).toMatchObject({ side: 'buy', notional: '20000.00', leverage: '10', tick: 0 })
  })
  it('are three leverages on a single instrument, with legs of their own', () => {
    const longs = exampleLongs(['SPX'], '1000')
    expect(longs.map((long) => (long.type === 'place-order' ? [long.leg, long.notional] : []))).toEqual([
      ['SPX@3x', '600.00'],
      ['SPX@6x', '1200.00'],
      ['SPX@12x', '2400.00'],
    ])
  })
  it('are none without a wallet', () => {
    expect(exampleLongs(['A'], '0')).toEqual([])
  })
})
