import { afterEach, describe, expect, it } from 'vitest'
import { Decimal } from '../../engine/index.ts'
import { tableCsv, type ExportTable } from '../../documents/csv/tableCsv.ts'
import { started, stopAll } from '../share/testing/sharedSessions.ts'
import { testDeps } from '../testing/testDeps.ts'
import { exportTables } from './exportTables.ts'
import { TABLE_NAMES } from './TableName.ts'

afterEach(stopAll)

/** Rows as records. */
function records({ columns, rows }: ExportTable): readonly Readonly<Record<string, string | number | undefined>>[] {
  for (const row of rows) expect(row).toHaveLength(columns.length)
  return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])))
}

describe('tables that are taken away', () => {
  it('hold every account up to the cursor, exactly', async () => {
    const { store, actions } = await started(testDeps())
    await actions.seek(120)
    await actions.seek(12)
    const trades = records(exportTables.trades(store.getState()))
    expect(trades.every(({ bar }) => Number(bar) <= 12)).toBe(true)
    expect([...new Set(trades.map(({ account }) => account))]).toEqual(['as-set', 'all-isolated', 'all-cross'])
    // Scenario A (product 5.4): SOL long of 40,000 at 150 behind 2,000, liquidated at 143.94.
    const dead = trades.filter(({ role }) => role === 'liquidation')
    expect(dead.map(({ account, instrument, price, side }) => [account, instrument, price, side])).toEqual([
      ['as-set', 'SOL-PERP', '143.94', 'sell'],
      ['all-isolated', 'SOL-PERP', '143.94', 'sell'],
    ])
    for (const { qty, realizedPnl, notional } of dead) {
      expect(new Decimal(String(qty)).times('-6.06').toDecimalPlaces(12).eq(String(realizedPnl))).toBe(true)
      expect(String(notional)).toBe(new Decimal(String(qty)).times('143.94').toFixed())
    }
  })

  it('say of a position where it would be liquidated, or why nowhere, and what became of one that was', async () => {
    const { store, actions } = await started(testDeps())
    await actions.seek(20)
    const rows = records(exportTables.positions(store.getState()))
    expect(rows.map(({ instrument, status, side, pool }) => [instrument, status, side, pool])).toEqual([
      ['BTC-PERP', 'open', 'long', 'cross'],
      ['ETH-PERP', 'open', 'short', 'cross'],
      ['SOL-PERP', 'liquidated', 'long', 'isolated'],
    ])
    for (const row of rows.filter(({ status }) => status === 'open')) expect((row['liquidationPrice'] === undefined) !== (row['liquidationPriceNone'] === undefined)).toBe(true)
    expect(rows.at(-1)).toMatchObject({ liquidatedAtBar: 12, closedAt: '143.94', lost: '-2000' })
  })

  it('keep of every event what happened, in columns and in words of JSON', async () => {
    const { store, actions } = await started(testDeps())
    await actions.seek(120)
    const state = store.getState()
    const rows = records(exportTables.events(state))
    const all = (['as-set', 'all-isolated', 'all-cross'] as const).flatMap((twin) => state.view.events[twin].list)
    expect(rows).toHaveLength(all.length)
    rows.forEach(({ details, account, bar, time, ...rest }, index) => {
      const event = all[index]
      expect(['as-set', 'all-isolated', 'all-cross']).toContain(account)
      const again = { ...rest, tick: bar, at: Date.parse(String(time)), ...(details === undefined ? {} : (JSON.parse(String(details)) as object)) }
      expect(JSON.parse(JSON.stringify(again))).toEqual(JSON.parse(JSON.stringify(event)))
    })
  })

  it('hold funding a leg and a payment', async () => {
    const { store, actions } = await started(testDeps())
    await actions.changeSettings({ rules: 'standard' })
    await actions.seek(40)
    const rows = records(exportTables.funding(store.getState()))
    expect(rows.length).toBeGreaterThan(0)
    const events = store.getState().view.events['all-cross'].list.filter(({ type }) => type === 'funding-paid')
    expect(rows.filter(({ account }) => account === 'all-cross').length).toBe(events.reduce((count, event) => count + (event.type === 'funding-paid' ? event.legs.length : 0), 0))
  })

  it('are text that any spreadsheet of either kind reads', async () => {
    const { store, actions } = await started(testDeps())
    await actions.seek(120)
    for (const name of TABLE_NAMES) {
      for (const style of [{ decimal: '.', separator: ',' }, { decimal: ',', separator: ';' }] as const) {
        const csv = tableCsv(exportTables[name](store.getState()), style)
        expect(csv).not.toMatch(/\u2212|undefined|\[object|null/)
        expect(csv.split('\r\n').length).toBeGreaterThan(1)
      }
    }
  })
})
