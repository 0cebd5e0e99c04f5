import { afterEach, describe, expect, it } from 'vitest'
import type { StoreApi } from 'zustand/vanilla'
import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'
import type { AppState } from '../AppState.ts'
import { createAppStore } from '../createAppStore.ts'
import { selectPositionRows } from '../selectors/selectPositionRows.ts'
import { testDeps } from '../testing/testDeps.ts'

const open: StoreApi<AppState>[] = []

afterEach(() => {
  for (const store of open.splice(0)) store.getState().actions.stop()
})

const BAR = 30_000

/** 10 A long at 100 behind 100; 5 % maintenance; a quarter is closed first, then a minute passes. The prices jump. */
const document: ScenarioFile = {
  schema: 1,
  title: 'In parts',
  rules: {
    extends: 'plain', id: 'quarters', name: 'Quarters', tiers: { default: [{ maintenanceRate: '0.05', maxLeverage: '20' }] },
    liquidation: { partial: { type: 'share', share: '0.25', above: '0', cooldownMillis: 60_000, inCooldown: 'wait' } },
  },
  tape: { type: 'inline', barMillis: BAR, series: [{ instrument: 'A', close: [100, 94.5, 94.5, 94.5, 94.5, 80] }] },
  between: 'jump',
  wallet: '1000',
  commands: [{ id: 'c1', tick: 0, type: 'place-order', instrument: 'A', pool: 'isolated', side: 'buy', qty: '10', leverage: '10' }],
}

async function rowsAt(tick: number) {
  const store = createAppStore(testDeps())
  open.push(store)
  await store.getState().actions.start('the-wick')
  expect(await store.getState().actions.openDocument(document)).toBe(true)
  await store.getState().actions.seek(tick)
  return { rows: selectPositionRows(store.getState()), state: store.getState() }
}

describe('a liquidation in part', () => {
  it('[Q6] leaves the position open and reduced: 100 - 55 = 45 < 47.25, a quarter is 2.5', async () => {
    const { rows, state } = await rowsAt(1)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ type: 'open', qty: '7.5', reduced: { times: 1, qty: '2.5' } })
    // [Q7] Not tested again for a minute.
    expect(rows[0]).toMatchObject({ coolingUntil: (state.view.frame?.time ?? 0) + 60_000 })
  })

  it('[Q7] is over when the pool passes its test; that it was reduced stays', async () => {
    expect((await rowsAt(4)).rows[0]).toMatchObject({ type: 'open', coolingUntil: undefined, reduced: { times: 1, qty: '2.5' } })
  })

  it('[Q6] adds up its parts once nothing is left', async () => {
    // 2.5 at 94.5: -13.75; at 80 a quarter of 7.5, 1.875 x 20, and as that leaves less than nothing the rest, 5.625 x 20.
    // Lost is the margin of 100: the 63.75 beyond it are borne by the fund.
    const { rows } = await rowsAt(5)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ type: 'liquidated', parts: 3, realizedPnl: '-163.75', share: '63.75', lost: '-100', closedAt: '80' })
  })
})
