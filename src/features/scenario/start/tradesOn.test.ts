import { describe, expect, it } from 'vitest'
import type { NewTape, ScenarioCommand } from './CurrentScenario.ts'
import { tradesOn } from './tradesOn.ts'

const tape = (symbols: readonly string[], lastTick?: number): NewTape => ({
  title: 'New',
  tape: { type: 'bundled', id: 'spx' },
  instruments: symbols.map((symbol) => ({ symbol, decimals: 2 })),
  lastTick,
})
const order = (id: string, instrument: string, tick = 0, pool: 'cross' | 'bucket:b' = 'cross'): ScenarioCommand => ({
  id, tick, type: 'place-order', leg: `${instrument}@${pool}`, instrument, pool, side: 'buy', qty: '1',
})

describe('trades on another tape', () => {
  it('stay where their instrument is there, with all that belongs to them', () => {
    const commands: readonly ScenarioCommand[] = [
      order('c1', 'BTC'),
      order('c2', 'DOGE'),
      { id: 'c3', tick: 4, type: 'set-leverage', leg: 'BTC@cross', leverage: '5' },
      { id: 'c4', tick: 4, type: 'close-position', leg: 'DOGE@cross' },
      { id: 'c5', tick: 5, type: 'cancel-order', orderId: 'c2' },
      { id: 'c6', tick: 6, type: 'deposit', amount: '100' },
    ]
    const { kept, dropped, gone, isShorter } = tradesOn(commands, tape(['BTC']))
    expect(kept.map(({ id }) => id)).toEqual(['c1', 'c3', 'c6'])
    expect(dropped.map(({ id }) => id)).toEqual(['c2', 'c4', 'c5'])
    expect([gone, isShorter]).toEqual([['DOGE'], false])
  })
  it('are dropped beyond the last bar', () => {
    const { kept, isShorter, gone } = tradesOn([order('c1', 'BTC', 120), order('c2', 'BTC', 121)], tape(['BTC'], 120))
    expect([kept.map(({ id }) => id), isShorter, gone]).toEqual([['c1'], true, []])
  })
  it('keep margin for a bucket only while the bucket has an order', () => {
    const margin: ScenarioCommand = { id: 'c2', tick: 1, type: 'add-margin', bucket: 'b', amount: '5' }
    expect(tradesOn([order('c1', 'BTC', 0, 'bucket:b'), margin], tape(['BTC'])).kept).toHaveLength(2)
    expect(tradesOn([order('c1', 'DOGE', 0, 'bucket:b'), margin], tape(['BTC'])).kept).toHaveLength(0)
  })
})
