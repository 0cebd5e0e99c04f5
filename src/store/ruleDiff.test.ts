import { afterEach, describe, expect, it } from 'vitest'
import type { StoreApi } from 'zustand/vanilla'
import type { AppState } from './AppState.ts'
import { createAppStore } from './createAppStore.ts'
import { selectIsRuleDiffStale } from './selectors/ruleDiffInputs.ts'
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

const STANDARD = { type: 'builtin', id: 'standard' } as const

describe('the comparison of rules', () => {
  it('plays the scenario’s rules against others, on a worker of its own, and leaves the scenario as it is', async () => {
    const { store, deps, actions } = await started()
    const { scenario, playback } = store.getState()
    await actions.openRuleDiff({ b: STANDARD })
    const { ruleDiff } = store.getState()
    expect(ruleDiff).toMatchObject({ isOpen: true, status: 'idle', result: { report: { a: { rules: { id: 'plain' } }, b: { rules: { id: 'standard' } } } } })
    expect(deps.workers.map(({ requests }) => requests.some(({ type }) => type === 'rule-diff'))).toEqual([false, true])
    expect(store.getState()).toMatchObject({ scenario, playback })
  })

  it('is stale when scenario or rules have changed, and is not played again when nothing has', async () => {
    const { store, deps, actions } = await started()
    await actions.editRules({ type: 'builtin', id: 'plain' })
    const { id, document } = await actions.saveRules({ ...store.getState().rules.editing?.document, name: 'Ours' })
    await actions.openRuleDiff({ b: { type: 'saved', id } })
    expect(selectIsRuleDiffStale(store.getState())).toBe(false)
    actions.closeRuleDiff()
    await actions.openRuleDiff({ b: { type: 'saved', id } })
    expect(deps.workers[1]?.requests).toHaveLength(1)
    await actions.saveRules({ ...document, liquidation: { ...document.liquidation, trigger: 'last' } }, id)
    expect(selectIsRuleDiffStale(store.getState())).toBe(true)
    await actions.compareRules()
    expect(selectIsRuleDiffStale(store.getState())).toBe(false)
    await actions.give({ type: 'deposit', amount: '1' })
    expect(selectIsRuleDiffStale(store.getState())).toBe(true)
  })

  it('is cancelled; what was known stays', async () => {
    const { store, deps, actions } = await started()
    await actions.openRuleDiff({ b: STANDARD })
    const { result } = store.getState().ruleDiff
    const asked = actions.setRuleDiff({ walls: 'all-cross' })
    await until(store, (state) => state.ruleDiff.status === 'running' && deps.workers[1]?.requests.filter(({ type }) => type === 'rule-diff').length === 2)
    actions.cancelRuleDiff()
    await asked
    expect(store.getState().ruleDiff).toMatchObject({ status: 'idle', walls: 'all-cross' })
    expect(store.getState().ruleDiff.result).toBe(result)
    expect(deps.workers[1]?.requests.at(-1)?.type).toBe('cancel')
  })

  it('shows the last of two questions asked at once', async () => {
    const { store, actions } = await started()
    await Promise.all([actions.openRuleDiff({ b: STANDARD }), actions.setRuleDiff({ b: { type: 'builtin', id: 'textbook' } }), actions.setRuleDiff({ b: { type: 'builtin', id: 'binance-usdm' } })])
    await until(store, (state) => state.ruleDiff.status === 'idle')
    expect(store.getState().ruleDiff.result?.report.b.rules.id).toBe('binance-usdm')
  })

  it('says why rules cannot be played', async () => {
    const { store, actions } = await started()
    await actions.openRuleDiff({ b: { type: 'builtin', id: 'bybit-inverse' } })
    expect(store.getState().ruleDiff).toMatchObject({ status: 'refused', problems: [expect.stringContaining('inverse contracts')] })
  })

  it('is asked again of a new worker when one dies, and given up when they keep dying', async () => {
    const { store, deps, actions } = await started()
    const asked = actions.openRuleDiff({ b: STANDARD })
    await until(store, () => deps.workers[1]?.requests.length === 1)
    deps.workers[1]?.die('gone')
    await asked
    expect(store.getState().notices.map(({ type }) => type)).toEqual(['worker-restarted'])
    expect(store.getState().ruleDiff.result?.report.b.rules.id).toBe('standard')

    const again = actions.setRuleDiff({ walls: 'all-isolated' })
    for (let died = 2; died < 5; died += 1) {
      await until(store, () => (deps.workers[died]?.requests.length ?? 0) > 0)
      deps.workers[died]?.die('broken')
    }
    await again
    expect(store.getState().ruleDiff).toMatchObject({ status: 'failed', problems: ['broken'] })
    // The scenario's own worker is not concerned, and another try is made when it is asked for.
    expect(store.getState().scenario.status).toBe('open')
    await actions.compareRules()
    expect(store.getState().ruleDiff).toMatchObject({ status: 'idle', result: { report: { walls: 'all-isolated' } } })
  })
})
