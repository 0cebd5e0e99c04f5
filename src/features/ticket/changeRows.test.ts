import { describe, expect, it } from 'vitest'
import { createFormat } from '../../ui/format/createFormat.ts'
import { changeRows, type ChangeContext } from './changeRows.ts'
import type { AccountChange, Draft, PositionChange, Preview, SidePreview } from './Preview.ts'

const draft: Draft = {
  instrument: 'SOL-PERP', pool: 'isolated', leverage: '10', orderType: 'market', price: '', size: '38', sizeUnit: 'base',
  takeProfit: '', stopLoss: '', reduceOnly: false, positionSide: 'both',
}
const context: ChangeContext = {
  draft,
  market: { symbol: 'SOL-PERP', base: 'SOL', quote: 'USDT', sizeUnit: 'SOL', isInverse: false, currency: 'USDT', tickSize: '0.01', qtyStep: '0.01', mark: '105' },
  format: createFormat('1,234.5'),
  tickSizeOf: () => '0.01',
}
const level = (price: string) => ({ type: 'price', exact: price, price, direction: 'falling' }) as const

const btc: PositionChange = {
  leg: 'BTC-PERP@cross', instrument: 'BTC-PERP', base: 'BTC', isLong: true,
  pool: { before: 'cross', after: 'cross' }, qty: { before: '0.3', after: '0.3' }, entryPrice: { before: '60000', after: '60000' },
  margin: { before: undefined, after: undefined },
  liquidation: { before: level('34816.59'), after: level('36019.6') },
  bankruptcy: { before: undefined, after: undefined },
}
const change: AccountChange = {
  equity: { before: '9300', after: '9300' }, available: { before: '6270', after: '5871' },
  marginRatio: { before: '0.0163', after: '0.098' }, canStillLose: { before: '9300', after: '9300' },
  pools: [
    { pool: 'cross', type: 'cross', equity: { before: '9300', after: '8901' }, marginRatio: { before: '0.0163', after: '0.0170' }, removable: { before: '6270', after: '5871' } },
  ],
  positions: [], transfers: [], fees: '0', realizedPnl: '0', events: [],
}

function side(patch: Partial<SidePreview>): SidePreview {
  return {
    status: 'accepted', rejection: undefined, leg: 'SOL-PERP@isolated', rests: false, maxQty: '597.14', maxNotional: '62699.7',
    qty: '38', notional: '3990', fillPrice: '105', fee: '0', cost: '399', mostItCanLose: '399',
    liquidation: undefined, liquidationDistance: undefined, bankruptcy: undefined, bankruptcyDistance: undefined,
    change, others: [btc], warnings: [], ...patch,
  }
}

const preview = (buy: SidePreview, sell: SidePreview): Preview => ({ tick: 120, mark: '105', buy, sell })
const texts = (rows: readonly { label: string; before: string; after: { buy: string; sell: string } }[]) =>
  rows.map(({ label, before, after }) => [label, before, after.buy, after.sell])

describe('before and after', () => {
  it('is one column when both sides change the same', () => {
    const table = changeRows(preview(side({}), side({})), context)
    expect(table.sides).toBe('either')
    expect(texts(table.account)).toEqual([
      ['Available', '6,270.00', '5,871.00', '5,871.00'],
      ['Shared pool, margin ratio', '1.63%', '1.70%', '1.70%'],
    ])
    expect(texts(table.others)).toEqual([['BTC liq. price', '34,816.59', '36,019.60', '36,019.60']])
    expect(table.others[0]?.mode).toBe('cross')
  })

  it('is two when they differ, and keeps a figure a side does not move', () => {
    const table = changeRows(preview(side({}), side({ others: [], change: { ...change, realizedPnl: '-12.5' } })), context)
    expect(table.sides).toBe('each')
    expect(texts(table.account)).toContainEqual(['Realized PnL', '—', '—', '\u221212.50'])
    expect(texts(table.others)).toEqual([['BTC liq. price', '34,816.59', '36,019.60', '34,816.59']])
  })

  it('shows the side that is accepted when the other is refused, and nothing before there is a size', () => {
    expect(changeRows(preview(side({}), side({ change: undefined, others: [] })), context).sides).toBe('buy')
    expect(changeRows(undefined, context).sides).toBe('none')
  })

  it('tells a position that is added to by its size and liq. price', () => {
    const own: PositionChange = { ...btc, leg: 'SOL-PERP@isolated', base: 'SOL', qty: { before: '10', after: '48' }, pool: { before: 'isolated:x', after: 'isolated:x' } }
    const table = changeRows(preview(side({ change: { ...change, positions: [own] } }), side({ change: undefined })), context)
    expect(texts(table.account).slice(2)).toEqual([
      ['SOL size', '10.00', '48.00', '10.00'],
      ['SOL liq. price', '34,816.59', '36,019.60', '34,816.59'],
    ])
  })
})
