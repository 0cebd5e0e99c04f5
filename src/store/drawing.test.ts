import { afterEach, describe, expect, it } from 'vitest'
import type { StoreApi } from 'zustand/vanilla'
import type { AppState } from './AppState.ts'
import { createAppStore } from './createAppStore.ts'
import { testDeps } from './testing/testDeps.ts'

const open: StoreApi<AppState>[] = []

async function started(): Promise<StoreApi<AppState>> {
  const store = createAppStore(testDeps())
  open.push(store)
  await store.getState().actions.start('one-bad-altcoin')
  return store
}

afterEach(() => {
  for (const store of open.splice(0)) store.getState().actions.stop()
})

/** SOL stands still at 144.64, its price at bar 10: isolated it is never lost, and 800/3 · (144.64 − 150) = −1,429.33. */
const STILL = [{ symbol: 'SOL-PERP', decimals: 2, points: [[11, 144.64], [120, 144.64]] }] as const

describe('drawing over the open scenario', () => {
  it('puts the path behind the cursor, which stays; undo takes it back', async () => {
    const store = await started()
    const { actions } = store.getState()
    await actions.seek(10)
    const ahead = await actions.lookAhead({ tick: 10, until: 120, lines: STILL })
    expect(ahead?.ok === true ? ahead.value.twins['as-set'].liquidations : ahead).toEqual([])
    expect(await actions.replaceTape(STILL)).toBe(true)
    expect(store.getState().playback).toMatchObject({ tick: 10, seen: 10, lastTick: 120 })
    expect(store.getState().scenario.document?.tape).toMatchObject({ type: 'drawn', base: { type: 'scripted' }, lines: STILL })
    await actions.seek(120)
    // BTC 20,000/60,000 · 2,400 = 800, ETH 10,000/3,000 · 150 = 500: 10,000 + 800 + 500 − 1,429.33.
    expect(Number(store.getState().view.frame?.twins['as-set'].equity)).toBeCloseTo(9_870.67, 2)
    await actions.undo()
    expect(store.getState().scenario.document?.tape).toEqual({ type: 'scripted', id: 'one-bad-altcoin' })
    await actions.seek(120)
    expect(store.getState().view.frame?.twins['as-set'].equity).toBe('9300')
  })

  it('[B1] what was seen stays, in a line of its own', async () => {
    const store = await started()
    const { actions } = store.getState()
    await actions.seek(120)
    await actions.seek(10)
    expect(await actions.replaceTape(STILL)).toBe(true)
    const { branches, playback } = store.getState()
    expect([branches.list.length, branches.list.find(({ id }) => id === branches.active)?.forkTick]).toEqual([2, 11])
    expect(playback).toMatchObject({ tick: 10, seen: 10 })
  })

  it('pauses what plays, and says what cannot be drawn', async () => {
    const store = await started()
    const { actions } = store.getState()
    actions.play()
    actions.draw(true)
    expect([store.getState().isDrawing, store.getState().playback.isPlaying]).toEqual([true, false])
    expect(await actions.lookAhead({ tick: 10, until: 120, lines: [{ symbol: 'DOGE', points: [[11, 1]] }] })).toMatchObject({ ok: false, error: [expect.stringContaining('have no DOGE')] })
    actions.draw(false)
    expect(store.getState().isDrawing).toBe(false)
  })
})
