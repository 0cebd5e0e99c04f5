import { describe, expect, it } from 'vitest'
import { createFormat } from '../../../ui/format/createFormat.ts'
import { createSay } from '../words/createSay.ts'
import { changeRows } from './changeRows.ts'
import type { AccountChange, Liquidation, PositionChange } from './Edit.ts'

const sol = 'SOL-PERP@isolated'
const btc = 'BTC-PERP@cross'
const instruments = ['SOL', 'BTC'].map((base) => ({ symbol: `${base}-PERP`, base, tickSize: '0.01', qtyStep: '0.01' }))
const say = createSay(createFormat('1,234.5'), instruments, new Map([[sol, 'SOL-PERP'], [btc, 'BTC-PERP']]))

const at = (price: string): Liquidation => ({ type: 'price', exact: price, price, direction: 'falling' })
const same = <T>(value: T): { before: T; after: T } => ({ before: value, after: value })

const own: PositionChange = {
  leg: sol, instrument: 'SOL-PERP', base: 'SOL', isLong: true,
  pool: same(`isolated:${sol}`), qty: same('266.66'), entryPrice: same('150'),
  margin: { before: '2000', after: '2500' }, liquidation: { before: at('143.94'), after: at('142.05') }, bankruptcy: same(at('142.5')),
}
const other: PositionChange = { ...own, leg: btc, instrument: 'BTC-PERP', base: 'BTC', pool: same('cross'), margin: same(undefined), liquidation: { before: at('36281.16'), after: at('37788.7') } }

/** 500 of margin added behind a wall. */
const added: AccountChange = {
  equity: same('9472.67'), available: { before: '5042.33', after: '4542.33' }, marginRatio: { before: '0.2759', after: '0.2044' }, canStillLose: same('9472.67'),
  pools: [
    { pool: `isolated:${sol}`, type: 'isolated', equity: { before: '1429.33', after: '1929.33' }, marginRatio: { before: '0.2759', after: '0.2044' }, removable: same('0') },
    { pool: 'cross', type: 'cross', equity: { before: '8043.33', after: '7543.33' }, marginRatio: { before: '0.0187', after: '0.0199' }, removable: same('1') },
  ],
  positions: [own, other], transfers: [], fees: '0', realizedPnl: '0', events: [],
}

const lines = (rows: readonly { readonly label: string; readonly from: string; readonly to: string }[]): readonly string[] => rows.map(({ label, from, to }) => `${label}: ${from} → ${to}`)

describe('changeRows', () => {
  it('tells every figure that margin moves, the pool of the others included', () => {
    const said = changeRows(added, sol, say)
    expect(lines(said.position)).toEqual(['Liq. price: 143.94 → 142.05', 'Margin: 2,000.00 → 2,500.00', 'Margin ratio: 27.59% → 20.44%'])
    expect(lines(said.account)).toEqual([
      'Available: 5,042.33 → 4,542.33',
      'Can still lose: 9,472.67 → 9,472.67',
      'Highest margin ratio: 27.59% → 20.44%',
      'Shared pool, equity: 8,043.33 → 7,543.33',
      'Shared pool, margin ratio: 1.87% → 1.99%',
    ])
    expect(lines(said.others)).toEqual(['BTC liq. price: 36,281.16 → 37,788.70'])
  })

  it('says None with its reason', () => {
    const none: PositionChange = { ...own, liquidation: { before: at('143.94'), after: { type: 'none', reason: 'fully-collateralized' } } }
    expect(lines(changeRows({ ...added, positions: [none] }, sol, say).position)[0]).toBe('Liq. price: 143.94 → None, fully covered')
  })

  it('takes the ratio from the pool a position leaves and the one it enters', () => {
    const moved: PositionChange = { ...own, pool: { before: `isolated:${sol}`, after: 'cross' }, margin: { before: '2000', after: undefined } }
    const said = changeRows({ ...added, positions: [moved] }, sol, say)
    expect(lines(said.position)).toContain('Margin ratio: 27.59% → 1.99%')
    expect(lines(said.position)).toContain('Margin: 2,000.00 → Shared')
  })

  it('leaves of a closed position only that it is closed', () => {
    const closed: PositionChange = {
      ...own, pool: { before: `isolated:${sol}`, after: undefined }, qty: { before: '-266.66', after: undefined }, entryPrice: { before: '150', after: undefined },
      margin: { before: '2000', after: undefined }, liquidation: { before: at('153'), after: undefined }, bankruptcy: { before: at('155'), after: undefined },
    }
    expect(lines(changeRows({ ...added, positions: [closed] }, sol, say).position)).toEqual(['Size: Short 266.66\u00a0SOL → closed', 'Liq. price: 153.00 → —', 'Margin: 2,000.00 → —'])
  })
})
