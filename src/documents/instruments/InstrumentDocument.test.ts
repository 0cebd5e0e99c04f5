import { describe, expect, it } from 'vitest'
import { baseOf } from './InstrumentDocument.ts'

describe('the base of an instrument that names none', () => {
  it.each([
    ['BTC-PERP', 'BTC'],
    ['BTCUSDT', 'BTC'],
    ['BTC/USD', 'BTC'],
    ['BTC-USD-SWAP', 'BTC'],
    ['SPX', 'SPX'],
    ['USDCHF', 'USDCHF'],
    ['USD', 'USD'],
  ])('%s: %s', (symbol, base) => {
    expect(baseOf(symbol)).toBe(base)
  })
})
