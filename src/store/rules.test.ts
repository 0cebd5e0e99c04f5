import { afterEach, describe, expect, it } from 'vitest'
import type { StoreApi } from 'zustand/vanilla'
import type { AppState } from './AppState.ts'
import { createAppStore } from './createAppStore.ts'
import { cappedLeverage, tierFacts } from './rules/tierFacts.ts'
import { testDeps, type TestDeps } from './testing/testDeps.ts'

const open: StoreApi<AppState>[] = []

async function started(deps: TestDeps = testDeps()): Promise<{ store: StoreApi<AppState>; actions: AppState['actions'] }> {
  const store = createAppStore(deps)
  open.push(store)
  await store.getState().actions.start('one-bad-altcoin')
  return { store, actions: store.getState().actions }
}

afterEach(() => {
  for (const store of open.splice(0)) store.getState().actions.stop()
})

const names = (store: StoreApi<AppState>): readonly (string | undefined)[] => store.getState().rules.saved.map(({ document }) => document.name)

describe("rules of one's own", () => {
  it('are copied, saved, kept over a reload, renamed, removed and brought back', async () => {
    const deps = testDeps()
    const { store, actions } = await started(deps)
    await actions.editRules({ type: 'builtin', id: 'standard' })
    const { editing } = store.getState().rules
    expect(editing).toMatchObject({ savedId: undefined, base: { id: 'standard' }, document: { name: 'Bulkhead standard, edited' } })
    const saved = await actions.saveRules({ ...editing?.document, name: 'Ours' })
    expect(saved.id).toBe('standard-edited')

    const again = await started(testDeps(deps.kept))
    await again.actions.readRules()
    expect(names(again.store)).toEqual(['Ours'])
    await again.actions.renameRules(saved.id, 'Theirs')
    expect(names(again.store)).toEqual(['Theirs'])
    const removed = await again.actions.removeRules(saved.id)
    expect(names(again.store)).toEqual([])
    if (removed === undefined) throw new Error('nothing was removed')
    await again.actions.restoreRules(removed)
    expect(names(again.store)).toEqual(['Theirs'])
    // What it was copied from is known from its id.
    await again.actions.editRules({ type: 'saved', id: saved.id })
    expect(again.store.getState().rules.editing).toMatchObject({ savedId: 'standard-edited', base: { id: 'standard' } })
  })

  it('are exported and imported elsewhere as documents; an import replaces nothing', async () => {
    const { store, actions } = await started()
    await actions.editRules({ type: 'builtin', id: 'standard' })
    const { document } = await actions.saveRules({ ...store.getState().rules.editing?.document, name: 'Ours' })
    const text = actions.exportRules(document)
    const elsewhere = await started()
    const first = await elsewhere.actions.importRules(text)
    expect(first).toMatchObject({ ok: true, saved: { id: 'standard-edited' } })
    await elsewhere.actions.importRules(text)
    expect(elsewhere.store.getState().rules.saved.map(({ id }) => id)).toEqual(['standard-edited', 'standard-edited-2'])
    expect(first.ok && elsewhere.actions.exportRules(first.saved.document)).toBe(text)
  })

  it('are refused by path and reason, and nothing is lost', async () => {
    const { store, actions } = await started()
    const refused = await actions.importRules(JSON.stringify({ schema: 1, extends: 'standard', tiers: { default: [{ cap: '100', maintenanceRate: '0.02' }, { maintenanceRate: '0.01' }] } }))
    expect(refused).toEqual({ ok: false, problems: ['tiers.default[1].maintenanceRate: rates go up with the notional: row 1 has 0.02, row 2 only 0.01'] })
    expect(await actions.importRules('{')).toMatchObject({ ok: false })
    expect(store.getState().rules.saved).toEqual([])
  })

  it('are put into the scenario as a change that can be undone', async () => {
    const { store, actions } = await started()
    const before = store.getState().scenario.document?.rules
    await actions.editRules({ type: 'builtin', id: 'standard' })
    const { document } = await actions.saveRules({ ...store.getState().rules.editing?.document, name: 'Ours' })
    expect(await actions.applyRules(document)).toEqual({ isApplied: true, refused: 0, problems: [] })
    expect(store.getState().scenario.info?.rules.name).toBe('Ours')
    expect(JSON.parse(actions.exportScenario())).toMatchObject({ rules: { name: 'Ours' } })
    await actions.undo()
    expect(store.getState().scenario.document?.rules).toEqual(before)
  })

  it('tell how many trades they refuse', async () => {
    const { store, actions } = await started()
    await actions.seek(10)
    await actions.editRules({ type: 'builtin', id: 'plain' })
    const { editing } = store.getState().rules
    // Two longs of 10x and one of 20x: with 15x at most the last is refused.
    const tiers = Object.fromEntries(Object.entries(editing?.document.tiers ?? {}).map(([symbol, rows]) => [symbol, cappedLeverage(rows, '15')]))
    const answer = await actions.applyRules({ ...editing?.document, tiers })
    expect(answer).toEqual({ isApplied: true, refused: 1, problems: [] })
  })

  it('stay for the session where the storage is full, and it is told', async () => {
    const deps = testDeps()
    const { store, actions } = await started({ ...deps, storage: { ...deps.storage, update: async () => Promise.reject(new DOMException('full', 'QuotaExceededError')) } })
    await actions.editRules({ type: 'builtin', id: 'standard' })
    await actions.saveRules({ ...store.getState().rules.editing?.document, name: 'Ours' })
    expect(names(store)).toEqual(['Ours'])
    expect(store.getState().notices.map(({ type }) => type)).toContain('storage-full')
  })

  it('put a record they cannot read aside before anything is written over it', async () => {
    const deps = testDeps(new Map([['rules', { schema: 2, sets: 'other' }]]))
    const { store, actions } = await started(deps)
    await actions.readRules()
    expect(store.getState().notices).toContainEqual(expect.objectContaining({ type: 'saved-rules-kept-aside', key: 'aside:1' }))
    expect(deps.kept.get('aside:1')).toEqual({ schema: 2, sets: 'other' })
  })
})

describe('tierFacts', () => {
  // 50,000 x 0.005 = 250 below, 50,000 x 0.01 - 100 = 400 above; 50,000 x (0.01 - 0.005) = 250 joins them.
  const rows = [{ cap: '50000', maintenanceRate: '0.005' }, { maintenanceRate: '0.01', maintenanceAmount: '100' }]

  it('says where the requirement jumps, by how much, and which amounts join it', () => {
    const { jumps, amounts, pieces } = tierFacts(rows, 'notional')
    expect(jumps).toEqual([{ row: 1, at: '50000', below: '250', above: '400', lower: { rate: '0.005', amount: '0' }, upper: { rate: '0.01', amount: '100' } }])
    expect(amounts).toEqual(['0', '250'])
    expect(pieces).toEqual([
      { row: 0, from: '0', to: '50000', requiredFrom: '0', requiredTo: '250', rate: '0.005', amount: '0' },
      { row: 1, from: '50000', to: '75000', requiredFrom: '400', requiredTo: '650', rate: '0.01', amount: '100' },
    ])
  })

  it('has the amounts also where those stated are what is impossible', () => {
    // 50,000 x 0.01 - 600 is less than nothing.
    const { problems, amounts } = tierFacts([{ cap: '50000', maintenanceRate: '0.005' }, { maintenanceRate: '0.01', maintenanceAmount: '600' }], 'notional')
    expect(problems.map(({ path }) => path)).toEqual([[1, 'maintenanceAmount']])
    expect(amounts).toEqual(['0', '250'])
  })

  it('draws the part of a tier in which nothing is asked for', () => {
    // 100,000 x 0.01 - 500 = 500 at the cap; 500 / 0.01 = 50,000 is free.
    expect(tierFacts([{ cap: '100000', maintenanceRate: '0.01', maintenanceAmount: '500' }, { maintenanceRate: '0.01' }], 'notional').pieces.slice(0, 2)).toEqual([
      { row: 0, from: '0', to: '50000', requiredFrom: '0', requiredTo: '0', rate: '0.01', amount: '500' },
      { row: 0, from: '50000', to: '100000', requiredFrom: '0', requiredTo: '500', rate: '0.01', amount: '500' },
    ])
  })

  it('caps the leverage of every tier above it, and the initial rate with it', () => {
    const capped = cappedLeverage([{ maintenanceRate: '0.004', maxLeverage: '125', initialRate: '0.008' }, { maintenanceRate: '0.05', maxLeverage: '10', initialRate: '0.1' }], '20')
    expect(capped.map(({ maxLeverage, initialRate }) => [maxLeverage, initialRate])).toEqual([['20', '0.05'], ['10', '0.1']])
  })
})
