import { afterEach, describe, expect, it } from 'vitest'
import type { StoreApi } from 'zustand/vanilla'
import type { AppState } from './AppState.ts'
import { createAppStore } from './createAppStore.ts'
import { testDeps, type TestDeps } from './testing/testDeps.ts'
import { until } from './testing/until.ts'

const open: StoreApi<AppState>[] = []

type Twin = 'as-set' | 'all-isolated' | 'all-cross'

async function atTheEnd(): Promise<{ store: StoreApi<AppState>; deps: TestDeps; actions: AppState['actions'] }> {
  const deps = testDeps()
  const store = createAppStore(deps)
  open.push(store)
  const { actions } = store.getState()
  await actions.start('one-bad-altcoin')
  await actions.seek(120)
  return { store, deps, actions }
}

afterEach(() => {
  for (const store of open.splice(0)) store.getState().actions.stop()
})

function breaches({ view }: AppState, twin: Twin): readonly number[] {
  const { list, visible } = view.events[twin]
  return list.slice(0, visible).flatMap((event) => (event.type === 'pool-breached' ? [event.seq] : []))
}

/** The report on the first liquidation of a twin, with what would have saved it. */
async function searched({ store, actions }: Awaited<ReturnType<typeof atTheEnd>>, twin: Twin) {
  actions.openIncident({ twin, seq: breaches(store.getState(), twin)[0] ?? 0 })
  await until(store, ({ incident }) => incident?.report !== undefined)
  await actions.findSavers()
  const savers = store.getState().incident?.savers
  return { savers, kinds: savers?.found?.all.map(({ kind, type }) => `${kind} ${type}`) ?? [] }
}

describe('what would have saved a pool', () => {
  it('[I2] is found by a worker of its own for what has been seen, and leaves the scenario as it is', async () => {
    const session = await atTheEnd()
    const { scenario } = session.store.getState()
    const { savers, kinds } = await searched(session, 'as-set')
    // Of 10,000, BTC and ETH hold 3,000: at most 7,000 for 266.67 SOL from 150, which fall by more than 26.25. A stop needs none of it.
    expect(kinds).toEqual(['margin found', 'stop found', 'leverage none', 'shared none'])
    expect(savers?.found?.all[2]).toMatchObject({ reason: 'wallet' })
    expect(savers).toMatchObject({ status: 'done', found: { until: 120, equity: '9300' } })
    expect(session.deps.workers.map(({ requests }) => requests.some(({ type }) => type === 'counterfactuals'))).toEqual([false, true])
    expect(session.store.getState().scenario).toBe(scenario)
  })

  it('[I2] each is tried by one step: the liquidation is gone, and undo brings it back', async () => {
    const session = await atTheEnd()
    const { store, actions } = session
    for (const twin of ['as-set', 'all-cross'] as const) {
      const before = breaches(store.getState(), twin)
      const { kinds } = await searched(session, twin)
      expect(before.length).toBeGreaterThan(0)
      for (const [index, kind] of kinds.entries()) {
        if (kind.endsWith('none')) continue
        const { document } = store.getState().scenario
        const found = (await searched(session, twin)).savers?.found?.all[index]
        if (found?.type !== 'found') throw new Error(`${twin}, ${kind}: what was found is not found again`)
        expect(await actions.tryCounterfactual(index)).toBe(true)
        await actions.seek(120)
        expect([twin, kind, breaches(store.getState(), found.walls).length]).toEqual([twin, kind, found.liquidated.length])
        const { twins } = store.getState().view.frame ?? { twins: undefined }
        expect([kind, twins?.[found.walls].equity]).toEqual([kind, found.equity])
        expect(store.getState().notices.at(-1)).toMatchObject({ type: 'tried-instead', kind: found.kind })
        await actions.undo()
        expect(store.getState().scenario.document).toEqual(document)
        await actions.seek(120)
        expect(breaches(store.getState(), twin)).toEqual(before)
      }
    }
  }, 60_000)
})
