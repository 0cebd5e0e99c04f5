import { afterEach, describe, expect, it } from 'vitest'
import type { StoreApi } from 'zustand/vanilla'
import type { AppState } from './AppState.ts'
import { createAppStore } from './createAppStore.ts'
import { testDeps, type TestDeps } from './testing/testDeps.ts'
import { until } from './testing/until.ts'

const open: StoreApi<AppState>[] = []

async function started(deps: TestDeps): Promise<{ store: StoreApi<AppState>; actions: AppState['actions']; what: string }> {
  const store = createAppStore(deps)
  open.push(store)
  const what = await store.getState().actions.start('one-bad-altcoin')
  return { store, actions: store.getState().actions, what }
}

afterEach(() => {
  for (const store of open.splice(0)) store.getState().actions.stop()
})

const buy = { type: 'place-order', instrument: 'SOL-PERP', pool: 'isolated', side: 'buy', notional: '1000', leverage: '5' } as const
const isSaved = (state: AppState): boolean => state.storage.status === 'saved'
const types = (store: StoreApi<AppState>): readonly string[] => store.getState().notices.map((notice) => notice.type)

/** A session that gave a command at tick 20 and was saved. */
async function savedSession(): Promise<Map<string, unknown>> {
  const deps = testDeps()
  const { store, actions } = await started(deps)
  await actions.seek(20)
  await actions.give(buy)
  await until(store, isSaved)
  return deps.kept
}

describe('autosave', () => {
  it('keeps every command, and a reload restores it where it stood', async () => {
    const kept = await savedSession()
    const { store, what } = await started(testDeps(kept))
    expect(what).toBe('restored')
    expect(store.getState().scenario).toMatchObject({ isEdited: true, builtinId: 'one-bad-altcoin', canUndo: false })
    expect(store.getState().scenario.document?.commands).toHaveLength(4)
    expect(store.getState().playback.tick).toBe(20)
    expect(store.getState().view.frame?.twins['as-set'].openPositions).toBe(3)
    expect(types(store)).toEqual(['restored'])
  })

  it('is written at once when the page goes away', async () => {
    const deps = testDeps()
    const { actions } = await started(deps)
    await actions.seek(20)
    await actions.give(buy)
    for (const leave of deps.leave) leave()
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(deps.kept.get('scenario')).toMatchObject({ document: { commands: expect.arrayContaining([expect.objectContaining({ tick: 20 })]) } })
  })

  it('is not needed for what is done in the moment the page goes away', async () => {
    const deps = testDeps()
    const { store, actions } = await started(deps)
    await until(store, isSaved)
    Object.assign(deps.storage, { update: () => new Promise(() => undefined) })
    await actions.seek(20)
    await actions.give(buy)
    for (const leave of deps.leave) leave()
    const again = await started(testDeps(deps.kept))
    expect(again.store.getState().scenario.document?.commands).toHaveLength(4)
    expect(again.store.getState().playback.tick).toBe(20)
    // Once it is saved the words are taken back: they do not bring anything back later.
    await until(again.store, isSaved)
    expect(deps.kept.has('last-words')).toBe(false)
    expect(deps.kept.get('scenario')).toMatchObject({ tick: 20 })
  })

  it('[B10] what is done while something older is being written stays said until it is written too', async () => {
    const deps = testDeps()
    const { store, actions } = await started(deps)
    await until(store, isSaved)
    const { update } = deps.storage
    let finish = (): void => undefined
    Object.assign(deps.storage, { update: (key: string, change: (value: unknown) => unknown) => update(key, change).then(() => new Promise<void>((resolve) => (finish = resolve))) })
    await actions.seek(20)
    await actions.give(buy)
    await until(store, () => (deps.kept.get('scenario') as { document: { commands: unknown[] } }).document.commands.length === 4)
    await actions.give({ ...buy, leverage: '2' })
    finish()
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(store.getState().storage.status).toBe('saving')
    const again = await started(testDeps(new Map(deps.kept), 'tab-2'))
    expect(again.store.getState().scenario.document?.commands).toHaveLength(5)
  })

  it('[B12] where no words can be left a command is written at once, without a wait', async () => {
    const deps = testDeps()
    const { store, actions } = await started(deps)
    await until(store, isSaved)
    Object.assign(deps.lastWords, { say: () => false })
    // The wait before a saving is long, all others as they are.
    Object.assign(deps.timers, { set: (callback: () => void, millis: number) => setTimeout(callback, millis === 150 ? 60_000 : Math.min(millis, 20_000)) })
    await actions.give(buy)
    await until(store, isSaved)
    expect(deps.kept.get('scenario')).toMatchObject({ document: { commands: expect.objectContaining({ length: 4 }) } })
  })

  it('keeps the settings of the person', async () => {
    const deps = testDeps()
    const { actions } = await started(deps)
    actions.setSettings({ theme: 'light' })
    await new Promise((resolve) => setTimeout(resolve, 5))
    const { store } = await started(testDeps(deps.kept))
    expect(store.getState().settings.theme).toBe('light')
  })
})

describe('a saved document that cannot be read', () => {
  it.each([
    ['written by a newer version', { schema: 2, revision: 9, tab: 'x', document: { schema: 2 }, tick: 0 }, true],
    ['with a document of a newer version', { schema: 1, revision: 9, tab: 'x', isEdited: true, document: { schema: 7, title: 'later' }, tick: 0 }, true],
    ['cut off', { schema: 1, revision: 9 }, false],
    ['a text', 'not a record', false],
    ['without prices', { schema: 1, revision: 1, tab: 'x', isEdited: true, tick: 3, document: { schema: 1, wallet: 'much' } }, false],
    ['with files that are none', { schema: 1, revision: 1, tab: 'x', isEdited: true, tick: 3, document: { schema: 1, wallet: '1', tape: { type: 'file', files: [7, { name: 1 }] } } }, false],
    ['with a command nobody knows', { schema: 1, revision: 1, tab: 'x', isEdited: true, tick: 3, document: { schema: 1, title: 'x', wallet: '1', tape: { type: 'scripted', id: 'the-wick' }, commands: [{ type: 'fly' }] } }, false],
  ])('%s is kept aside, reported and can be had as text; the app goes on', async (_, record, isNewer) => {
    const deps = testDeps(new Map<string, unknown>([['scenario', record]]))
    const { store, what, actions } = await started(deps)
    expect(what).toBe('builtin')
    expect(store.getState().notices).toContainEqual(expect.objectContaining({ type: 'saved-document-kept-aside', key: 'aside:1', isNewer }))
    expect(store.getState().storage.keptAside).toEqual(['aside:1'])
    expect(deps.kept.get('aside:1')).toEqual(record)
    await actions.seek(3)
    await until(store, isSaved)
    expect(deps.kept.get('aside:1')).toEqual(record)
    expect((await actions.readKeptAside('aside:1'))?.length).toBeGreaterThan(5)
    expect(store.getState().view.frame?.tick).toBe(3)
  })

  it('is not written over when it cannot be kept aside', async () => {
    const record = { schema: 2, document: {} }
    const deps = testDeps(new Map<string, unknown>([['scenario', record]]))
    const { set } = deps.storage
    Object.assign(deps.storage, { set: () => Promise.reject(new Error('read only')) })
    const { store, actions } = await started(deps)
    Object.assign(deps.storage, { set })
    await actions.give(buy)
    await new Promise((resolve) => setTimeout(resolve, 250))
    expect(deps.kept.get('scenario')).toEqual(record)
    expect(types(store)).toContain('storage-unavailable')
  })
})

describe('storage that fails', () => {
  it('from the start is reported once; the app works without it', async () => {
    const deps = testDeps()
    deps.fault = new DOMException('The operation is insecure.', 'SecurityError')
    const { store, actions, what } = await started(deps)
    expect(what).toBe('builtin')
    for (const tick of [5, 10, 15]) {
      await actions.seek(tick)
      await actions.give(buy)
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    expect(types(store).filter((type) => type === 'storage-unavailable')).toHaveLength(1)
    expect(store.getState().storage.status).toBe('off')
    expect(store.getState().scenario.document?.commands).toHaveLength(6)
  })

  it('when full is reported as full, and saving goes on when there is room again', async () => {
    const deps = testDeps()
    const { store, actions } = await started(deps)
    deps.fault = new DOMException('Quota exceeded', 'QuotaExceededError')
    await actions.give(buy)
    await until(store, (state) => state.storage.status === 'off')
    expect(types(store)).toContain('storage-full')
    deps.fault = undefined
    await actions.seek(7)
    await until(store, isSaved)
    expect(deps.kept.get('scenario')).toMatchObject({ tick: 7 })
  })
})

describe('two tabs', () => {
  it('the older one is told by the newer, and saves no more until it takes over', async () => {
    const kept = new Map<string, unknown>()
    const older = testDeps(kept, 'tab-1')
    const first = await started(older)
    await until(first.store, isSaved)
    const second = await started(testDeps(kept, 'tab-2'))
    for (const announced of older.announced) announced()
    expect(first.store.getState().storage.status).toBe('elsewhere')
    expect(types(first.store)).toContain('newer-tab')
    await new Promise((resolve) => setTimeout(resolve, 5))
    await second.actions.give(buy)
    await until(second.store, isSaved)
    await first.actions.seek(50)
    await new Promise((resolve) => setTimeout(resolve, 250))
    expect(kept.get('scenario')).toMatchObject({ tab: 'tab-2' })
    await first.actions.takeOver()
    expect(kept.get('scenario')).toMatchObject({ tab: 'tab-1', tick: 50 })
    expect(first.store.getState().storage.status).toBe('saved')
  })

  it('without a channel between them the older one notices when it would write over the newer’s work', async () => {
    const kept = new Map<string, unknown>()
    const first = await started(testDeps(kept, 'tab-1'))
    await until(first.store, isSaved)
    const second = await started(testDeps(kept, 'tab-2'))
    await second.actions.give(buy)
    await until(second.store, isSaved)
    await first.actions.give({ ...buy, side: 'sell' })
    await until(first.store, (state) => state.storage.status === 'elsewhere')
    expect(kept.get('scenario')).toMatchObject({ tab: 'tab-2' })
    expect(types(first.store)).toContain('newer-tab')
    expect(first.store.getState().scenario.document?.commands).toHaveLength(4)
  })
})
