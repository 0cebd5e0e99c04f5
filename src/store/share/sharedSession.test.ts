import { afterEach, describe, expect, it } from 'vitest'
import { BUILTIN_SCENARIOS } from '../scenarios/builtinScenarios.ts'
import { testDeps } from '../testing/testDeps.ts'
import { until } from '../testing/until.ts'
import { atWork, isSaved, keptWork, linkOf, own, pause, started, stopAll, types, worked } from './testing/sharedSessions.ts'

afterEach(stopAll)

describe('a link opened while one is at work', () => {
  it('[D4] shows what was sent, writes nothing, and gives way to the work exactly as it was', async () => {
    const deps = testDeps()
    const { store, actions } = await atWork(deps)
    const before = worked(store.getState())
    const kept = structuredClone(deps.kept)
    expect(await actions.openLink(await linkOf({ tick: 5, seen: 9 }))).toBe(true)
    const shared = store.getState()
    expect([shared.shared.status, shared.scenario.document?.title, shared.playback.tick, shared.playback.seen]).toEqual(['open', 'From a friend', 5, 9])
    expect([shared.scenario.canUndo, shared.scenario.isEdited, shared.storage.status]).toEqual([false, false, 'idle'])

    await actions.give({ ...own, instrument: 'BTC-PERP' })
    await actions.seek(20)
    actions.setTicket({ size: '3' })
    for (const leave of deps.leave) leave()
    await pause()
    expect(deps.kept).toEqual(kept)

    expect(await actions.leaveShared()).toBe(true)
    expect(worked(store.getState())).toEqual(before)
    expect(store.getState().shared).toEqual({ status: 'none', own: undefined })
    await until(store, isSaved)
    expect(deps.kept.get('scenario')).toMatchObject({ ...(kept.get('scenario') as object), revision: expect.any(Number) })
    await actions.redo()
    expect(store.getState().scenario.document?.commands).toHaveLength(before.document!.commands.length + 1)
  })

  it('[D4] becomes one’s own when it is kept; undo goes through its changes to the work before', async () => {
    const deps = testDeps()
    const { store, actions } = await atWork(deps)
    const before = worked(store.getState())
    await actions.openLink(await linkOf({ tick: 5 }))
    await actions.give({ ...own, instrument: 'BTC-PERP' })
    expect(await actions.keepShared()).toBe(true)
    expect(store.getState().shared.status).toBe('none')
    expect(deps.kept.get('scenario')).toMatchObject({ document: { title: 'From a friend' }, tick: 5, isEdited: true })
    await actions.undo()
    expect([store.getState().scenario.document?.title, store.getState().scenario.isEdited]).toEqual(['From a friend', false])
    await actions.undo()
    const { scenario, playback } = store.getState()
    expect([scenario.document, playback.tick, scenario.isEdited]).toEqual([before.document, 40, before.isEdited])
    await actions.undo()
    expect(store.getState().scenario.document?.commands).toHaveLength(before.document!.commands.length - 1)
    await until(store, isSaved)
    const again = await started(testDeps(deps.kept))
    expect(again.what).toBe('restored')
  })

  it('[D4] finds what is not saved yet saved', async () => {
    const deps = testDeps()
    const { store, actions } = await started(deps)
    await until(store, isSaved)
    await actions.seek(20)
    await actions.give(own)
    await actions.openLink(await linkOf())
    expect(deps.kept.get('scenario')).toMatchObject({ tick: 20, document: { commands: expect.arrayContaining([expect.objectContaining({ tick: 20 })]) } })
    // A page that goes away now takes nothing with it.
    for (const leave of deps.leave) leave()
    const again = await started(testDeps(deps.kept))
    expect(again.store.getState().scenario.document?.title).toBe(BUILTIN_SCENARIOS[0]?.document.title)
    expect(again.store.getState().playback.tick).toBe(20)
  })

  it('[D4] and then another link, and another scenario: all of them are on the way back', async () => {
    const deps = testDeps()
    const { store, actions } = await started(deps)
    await actions.give(own)
    await until(store, isSaved)
    const kept = structuredClone(deps.kept)
    await actions.openLink(await linkOf())
    await actions.give({ ...own, instrument: 'BTC-PERP' })
    const walk = { schema: 1, title: 'Second', wallet: '1000', tape: { type: 'gbm', seed: 1, bars: 10, instruments: [{ symbol: 'A', price: 100, volatility: 1 }] } }
    await actions.openLink(await linkOf({ scenario: walk }))
    expect(store.getState().scenario.document?.title).toBe('Second')
    await actions.undo()
    expect([store.getState().scenario.document?.title, store.getState().shared.status]).toEqual(['From a friend', 'open'])
    await actions.redo()
    await pause()
    expect(deps.kept).toEqual(kept)
    // Choosing a scenario is beginning something of one's own.
    await actions.loadBuiltin('depeg')
    expect(store.getState().shared.status).toBe('none')
    await until(store, isSaved)
    expect(deps.kept.get('scenario')).toMatchObject({ builtinId: 'depeg' })
    const titles: (string | undefined)[] = []
    while (store.getState().scenario.canUndo) {
      await actions.undo()
      titles.push(store.getState().scenario.document?.title)
    }
    expect(titles).toEqual(['Second', 'From a friend', 'From a friend', 'One bad altcoin', 'One bad altcoin'])
  })

  it('stays apart when the scenario that should follow it is refused', async () => {
    const { store, actions } = await started(testDeps())
    await actions.openLink(await linkOf())
    expect(await actions.openDocument('{}')).toBe(false)
    expect([store.getState().shared.status, store.getState().scenario.document?.title]).toEqual(['open', 'From a friend'])
  })
})

describe('a link that cannot be opened', () => {
  it.each([
    ['cut off', async () => (await linkOf()).slice(0, -20)],
    ['with a scenario that is none', () => linkOf({ scenario: { schema: 1, wallet: 'much', tape: {} } })],
    ['with prices that are not in it', () => linkOf({ scenario: { schema: 1, wallet: '1', tape: { type: 'file', files: [{ name: 'mine.csv', instrument: 'A', checksum: 'f00' }] } } })],
  ])('[D2] %s is told, and the work goes on', async (_, made) => {
    const deps = testDeps()
    const { store, actions } = await atWork(deps)
    const before = worked(store.getState())
    expect(await actions.openLink(await made())).toBe(false)
    expect(worked(store.getState())).toEqual(before)
    expect([store.getState().shared, types(store).at(-1)]).toEqual([{ status: 'none', own: undefined }, 'link-refused'])
    await actions.seek(50)
    await until(store, isSaved)
    expect(deps.kept.get('scenario')).toMatchObject({ tick: 50 })
  })

  it('[D2] at the start lets it go as it would without', async () => {
    const { store, what } = await started(testDeps(await keptWork()), 'not a link')
    expect([what, types(store), store.getState().playback.tick]).toEqual(['restored', ['link-refused', 'restored'], 40])
    await store.getState().actions.seek(50)
    await until(store, isSaved)
  })
})

describe('a link the page is opened with', () => {
  it('[D4] leaves what is kept alone, also after a reload; Back to mine restores it', async () => {
    const record = await keptWork()
    const before = structuredClone(record)
    for (let load = 0; load < 2; load += 1) {
      const deps = testDeps(record)
      const { store, actions, what } = await started(deps, await linkOf({ tick: 3 }))
      expect([what, store.getState().scenario.document?.title, deps.announcements]).toEqual(['shared', 'From a friend', 0])
      await actions.give({ ...own, instrument: 'BTC-PERP' })
      for (const leave of deps.leave) leave()
      await pause()
      expect(record).toEqual(before)
      if (load === 0) continue
      expect(await actions.leaveShared()).toBe(true)
      expect(store.getState().scenario.document).toEqual((before.get('scenario') as { document: unknown }).document)
      expect([store.getState().playback.tick, store.getState().shared.status, deps.announcements]).toEqual([40, 'none', 1])
      await actions.seek(41)
      await until(store, isSaved)
      expect(record.get('scenario')).toMatchObject({ tick: 41 })
    }
  })

  it('[D4] when it is kept has the work from before one undo away', async () => {
    const record = await keptWork()
    const { document } = record.get('scenario') as { document: unknown }
    const { store, actions } = await started(testDeps(record), await linkOf())
    await actions.keepShared()
    expect(record.get('scenario')).toMatchObject({ document: { title: 'From a friend' } })
    await actions.undo()
    expect(store.getState().scenario.document).toEqual(document)
    expect(store.getState().scenario.isEdited).toBe(true)
  })

  it('goes back to a built-in scenario where nothing was kept', async () => {
    const { store, actions } = await started(testDeps(), await linkOf())
    await actions.leaveShared()
    expect([store.getState().scenario.builtinId, store.getState().scenario.canUndo]).toEqual(['one-bad-altcoin', false])
  })

  it('[D4] keeps aside what cannot be read before a copy takes its place', async () => {
    const record = new Map<string, unknown>([['scenario', { schema: 2, document: {} }]])
    const { store, actions } = await started(testDeps(record), await linkOf())
    expect(record.get('scenario')).toEqual({ schema: 2, document: {} })
    await actions.keepShared()
    expect([record.get('aside:1'), store.getState().storage.keptAside]).toEqual([{ schema: 2, document: {} }, ['aside:1']])
    expect(record.get('scenario')).toMatchObject({ document: { title: 'From a friend' } })
  })

  it('opens where the browser keeps nothing, and can be kept for as long as the page is there', async () => {
    const deps = testDeps()
    deps.fault = new DOMException('The operation is insecure.', 'SecurityError')
    const { store, actions, what } = await started(deps, await linkOf())
    expect(what).toBe('shared')
    expect(await actions.keepShared()).toBe(true)
    expect([store.getState().shared.status, store.getState().scenario.document?.title]).toEqual(['none', 'From a friend'])
    expect(types(store).filter((type) => type === 'storage-unavailable')).toHaveLength(1)
  })
})

describe('two tabs', () => {
  it('[D4] the one with the link does not take saving from the other until it keeps something', async () => {
    const record = new Map<string, unknown>()
    const older = testDeps(record, 'tab-1')
    const first = await started(older)
    await until(first.store, isSaved)
    const newer = testDeps(record, 'tab-2')
    const second = await started(newer, await linkOf())
    expect(newer.announcements).toBe(0)
    await first.actions.seek(33)
    await until(first.store, isSaved)
    expect(record.get('scenario')).toMatchObject({ tab: 'tab-1', tick: 33 })
    await second.actions.keepShared()
    expect(newer.announcements).toBe(1)
    for (const announced of older.announced) announced()
    expect([first.store.getState().storage.status, record.get('scenario')]).toMatchObject(['elsewhere', { tab: 'tab-2', document: { title: 'From a friend' } }])
    await second.actions.undo()
    expect(second.store.getState().playback.tick).toBe(33)
  })
})
