import { afterEach, describe, expect, it } from 'vitest'
import type { StoreApi } from 'zustand/vanilla'
import type { AppState } from './AppState.ts'
import { createAppStore } from './createAppStore.ts'
import { testDeps, type TestDeps } from './testing/testDeps.ts'
import { until } from './testing/until.ts'

const open: StoreApi<AppState>[] = []

async function started(): Promise<{ store: StoreApi<AppState>; deps: TestDeps; actions: AppState['actions'] }> {
  const deps = testDeps()
  const store = createAppStore(deps)
  open.push(store)
  await store.getState().actions.start('one-bad-altcoin')
  return { store, deps, actions: store.getState().actions }
}

afterEach(() => {
  for (const store of open.splice(0)) store.getState().actions.stop()
})

const buy = { type: 'place-order', instrument: 'SOL-PERP', pool: 'isolated', side: 'buy', notional: '1000', leverage: '5' } as const

describe('a worker that dies', () => {
  it('is replaced, and given the scenario with all its commands; nothing is lost', async () => {
    const { store, deps, actions } = await started()
    await actions.seek(20)
    await actions.give(buy)
    const before = store.getState().view.frame?.twins
    deps.workers[0]?.die('out of memory')
    expect(store.getState().notices.at(-1)?.type).toBe('worker-restarted')
    await actions.seek(21)
    await actions.seek(20)
    expect(deps.workers).toHaveLength(2)
    expect(deps.workers[1]?.requests.map((request) => request.type).slice(0, 2)).toEqual(['open', 'set-commands'])
    expect(store.getState().view.frame?.twins).toEqual(before)
    expect(store.getState().view.events['as-set'].list.length).toBeGreaterThan(0)
  })

  it('without a word is replaced while it is waited for: the newest question is answered, not an older one shown for ever', async () => {
    const { store, deps, actions } = await started()
    const pnl = (exitPrice: string) => actions.askCalculate([{ key: 'pnl', document: { schema: 1, calculator: 'pnl', instrument: 'BTC-PERP', size: '2', entryPrice: '100', exitPrice } }])
    pnl('101')
    await until(store, ({ calculate }) => calculate.answers['pnl'] !== undefined && !calculate.isAsking)
    deps.longestWait = 20
    deps.workers[0]?.fallSilent()
    pnl('102')
    pnl('104')
    await until(store, ({ calculate }) => calculate.isAsking)
    await until(store, ({ calculate }) => !calculate.isAsking)
    // 2 x (104 - 100)
    expect(store.getState().calculate.answers['pnl']).toMatchObject({ document: { exitPrice: '104' }, outcome: { ok: true, report: { results: { pnl: '8' } } } })
    expect(store.getState().notices.map(({ type }) => type)).toEqual(['worker-restarted'])
    expect(deps.workers).toHaveLength(2)
  })

  it('in the middle of a question has it answered by its successor', async () => {
    const { store, deps, actions } = await started()
    const seek = actions.seek(90)
    deps.workers[0]?.die('gone')
    await seek
    expect(store.getState().playback.tick).toBe(90)
    expect(store.getState().view.frame?.twins['all-cross'].equity).toBe('0')
  })

  it('while a command is being given does not swallow it', async () => {
    const { store, deps, actions } = await started()
    await actions.seek(20)
    const given = actions.give(buy)
    await until(store, () => deps.workers[0]?.requests.at(-1)?.type === 'set-commands')
    deps.workers[0]?.die('gone')
    expect(await given).toBe(true)
    expect(store.getState().scenario.document?.commands).toHaveLength(4)
    expect(store.getState().view.frame?.twins['as-set'].openPositions).toBe(3)
  })

  it('while it plays does not stop the play', async () => {
    const { store, deps, actions } = await started()
    actions.setSpeed('20x')
    actions.play({ pauseAtLiquidation: false })
    await until(store, (state) => state.playback.tick > 30, () => deps.repaint(50))
    deps.workers[0]?.die('gone')
    await until(store, (state) => state.playback.hasEnded, () => deps.repaint(50))
    expect(store.getState().view.frame?.twins['all-isolated'].equity).toBe('9300')
  })

  it('again and again is given up, said so, and tried again when a scenario is opened', async () => {
    const { store, deps, actions } = await started()
    for (let i = 0; i < 3; i += 1) deps.workers.at(-1)?.die('broken')
    expect(store.getState().notices.at(-1)).toMatchObject({ type: 'worker-gave-up', message: 'broken' })
    expect(await actions.give(buy)).toBe(false)
    expect(store.getState().scenario.document?.commands).toHaveLength(3)
    expect(await actions.loadBuiltin('the-wick')).toBe(true)
    expect(store.getState().view.frame?.tick).toBe(0)
  })
})
