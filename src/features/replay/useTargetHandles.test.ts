import { describe, expect, it } from 'vitest'
import { createFormat } from '../../ui/format/createFormat.ts'
import { pnlAt, targetHandles, type TargetRow } from './useTargetHandles.ts'

/** A long of 2 at 100, mark 110, liquidated at 91. */
const row: TargetRow = {
  leg: 'A@isolated', isLong: true, isInverse: false, qty: '2', entryPrice: '100', mark: '110', takeProfit: undefined, stopLoss: '95',
  liquidation: { type: 'price', price: '91', exact: '91', distance: -0.17 },
}

function handles(change: Partial<TargetRow> = {}) {
  const applied: string[] = []
  const list = targetHandles({ row: { ...row, ...change }, tickSize: '0.5', format: createFormat('1,234.5'), apply: (target, price) => applied.push(`${target} ${price}`) })
  return { applied, of: (id: string) => list.find((handle) => handle.id === id), ids: list.map((handle) => handle.id) }
}

describe('targets on the chart', () => {
  it('each set target has a handle, and the entry a grip for what is missing', () => {
    expect(handles().ids).toEqual(['stopLoss', 'new'])
    expect(handles({ takeProfit: '120' }).ids).toEqual(['takeProfit', 'stopLoss'])
    expect(handles({ stopLoss: undefined }).ids).toEqual(['new'])
  })

  it('moves by ticks, to whole ticks, never below one', () => {
    const handle = handles().of('stopLoss')
    expect(handle?.snap(95.3)).toBe(95.5)
    expect(handle?.snap(95, 1)).toBe(95.5)
    expect(handle?.snap(95, -10)).toBe(90)
    expect(handle?.snap(0.2, -10)).toBe(0.5)
  })

  it('says the PnL there, and warns of a stop that the liquidation comes before or that fires at once', () => {
    const handle = handles().of('stopLoss')
    // 2 x (95 - 100)
    expect(handle?.describe(95)).toEqual({ text: 'Stop loss 95.0', note: 'PnL there −10.00', warning: undefined })
    expect(handle?.describe(91).warning).toContain('Beyond the liq. price 91.0')
    expect(handle?.describe(91.5).warning).toBeUndefined()
    expect(handle?.describe(110).warning).toContain('at once')
  })

  it('the grip is a take profit over the mark of a long and a stop under it, the other way round for a short', () => {
    const long = handles({ stopLoss: undefined })
    long.of('new')?.apply(120)
    long.of('new')?.apply(98.2)
    // where one is set, the grip is for the other
    expect(handles().of('new')?.name).toBe('Add take profit')
    expect(handles().of('new')?.describe(105).warning).toContain('at once')
    expect(long.applied).toEqual(['takeProfit 120', 'stopLoss 98'])
    const short = handles({ stopLoss: undefined, isLong: false, qty: '-2' })
    short.of('new')?.apply(120)
    expect(short.applied).toEqual(['stopLoss 120'])
  })

  it('of an inverse contract the PnL is in the coin', () => {
    // 1000 USD from 100 to 125: 1000 x (1/100 - 1/125) = 10 - 8
    expect(pnlAt({ qty: '1000', entryPrice: '100', isInverse: true }, '125')).toBe('2')
  })
})
