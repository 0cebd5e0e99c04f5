import { afterEach, expect, it, vi } from 'vitest'
import { testDeps } from '../testing/testDeps.ts'
import { until } from '../testing/until.ts'
import { atWork, isSaved, keptWork, linkOf, own, started, stopAll, types } from './testing/sharedSessions.ts'

afterEach(stopAll)

it('[D4] one’s own work outlives a kept link and a reload, and opens again as a change that can be undone', async () => {
  const deps = testDeps()
  const { store, actions } = await atWork(deps)
  const mine = store.getState().scenario.document
  await actions.openLink(await linkOf({ tick: 5 }))
  await actions.keepShared()
  const again = await started(testDeps(deps.kept))
  expect([again.what, again.store.getState().scenario.canUndo]).toEqual(['restored', false])
  await again.actions.readBeforeLink()
  expect(again.store.getState().storage.beforeLink).toEqual([{ id: 1, title: 'One bad altcoin', commands: mine?.commands.length, tick: 40, hasDesk: false }])
  expect(JSON.parse((await again.actions.textBeforeLink(1)) ?? '')).toEqual(mine)
  expect(await again.actions.openBeforeLink(1)).toBe(true)
  const { scenario, playback } = again.store.getState()
  expect([scenario.document, playback.tick, scenario.isEdited]).toEqual([mine, 40, true])
  await again.actions.undo()
  expect(again.store.getState().scenario.document?.title).toBe('From a friend')
  expect(await again.actions.openBeforeLink(9)).toBe(false)
})

it('[D4] so it does when it was never opened beside the link, or another scenario was chosen in place of it', async () => {
  for (const end of ['keep', 'choose'] as const) {
    const record = await keptWork()
    const { document } = record.get('scenario') as { document: unknown }
    const { store, actions } = await started(testDeps(record), await linkOf())
    if (end === 'keep') await actions.keepShared()
    else await actions.loadBuiltin('depeg')
    await until(store, isSaved)
    const again = await started(testDeps(record))
    await again.actions.openBeforeLink(1)
    expect(again.store.getState().scenario.document).toEqual(document)
  }
})

it('[D4] what another tab has saved meanwhile is kept too', async () => {
  const record = new Map<string, unknown>()
  const first = await atWork(testDeps(record, 'tab-1'))
  await first.actions.openLink(await linkOf())
  const { document, ...rest } = record.get('scenario') as { document: { commands: readonly object[] } }
  record.set('scenario', { ...rest, tab: 'tab-2', revision: 99, document: { ...document, commands: document.commands.slice(0, 1) } })
  await first.actions.keepShared()
  await first.actions.readBeforeLink()
  expect(first.store.getState().storage.beforeLink?.map(({ commands }) => commands)).toEqual([document.commands.length, 1])
})

it('keeps a handful, newest first, the same once, and nothing that nobody touched', async () => {
  const deps = testDeps()
  const { store, actions } = await started(deps)
  await until(store, isSaved)
  await actions.openLink(await linkOf())
  await actions.keepShared()
  await actions.readBeforeLink()
  expect(store.getState().storage.beforeLink).toEqual([])
  for (let round = 1; round <= 7; round += 1) {
    await actions.changeSettings({ title: `Mine ${round}` })
    await actions.openLink(await linkOf())
    await actions.keepShared()
  }
  await actions.readBeforeLink()
  const titles = () => store.getState().storage.beforeLink?.map(({ title }) => title)
  expect(titles()).toEqual(['Mine 7', 'Mine 6', 'Mine 5', 'Mine 4', 'Mine 3'])
  await actions.changeSettings({ title: 'Mine 5' })
  await actions.openLink(await linkOf())
  await actions.keepShared()
  await actions.readBeforeLink()
  expect(titles()).toEqual(['Mine 5', 'Mine 7', 'Mine 6', 'Mine 4', 'Mine 3'])
})

it('older works give way where the storage is full; where not even one has room nothing is saved over one’s own', async () => {
  const deps = testDeps()
  const { store, actions } = await atWork(deps)
  for (const title of ['First', 'Second', 'Third']) {
    await actions.changeSettings({ title })
    await actions.openLink(await linkOf())
    let most = 1
    const { update } = deps.storage
    const full = vi.spyOn(deps.storage, 'update').mockImplementation((key, change) =>
      update(key, (value) => {
        const next = change(value)
        if (key === 'before-link' && (next as { works: readonly unknown[] }).works.length > most) throw new DOMException('full', 'QuotaExceededError')
        return next
      }),
    )
    if (title === 'Third') most = 0
    const before = structuredClone(deps.kept.get('scenario'))
    await actions.keepShared()
    full.mockRestore()
    await actions.readBeforeLink()
    if (title !== 'Third') {
      expect(store.getState().storage.beforeLink?.map((each) => each.title)).toEqual([title])
      continue
    }
    expect([store.getState().shared.status, types(store).at(-1)]).toEqual(['none', 'storage-full'])
    await actions.give({ ...own, instrument: 'BTC-PERP' })
    for (const leave of deps.leave) leave()
    expect([deps.kept.get('scenario'), store.getState().storage.beforeLink?.map((each) => each.title)]).toEqual([before, ['Second']])
  }
})

it('[D4] kept inputs of calculators stand beside one’s own: opening changes one for the other', async () => {
  const deps = testDeps()
  const { store, actions } = await atWork(deps)
  await actions.readCalculate()
  actions.changeCalculate((before) => ({ ...before, inputs: { ...before.inputs, size: '7' } }))
  await actions.openLink(await linkOf({ view: 'calculate', calc: { schema: 1, inputs: { size: '0.5btc' } } }))
  await actions.keepShared()
  expect(deps.kept.get('calculate')).toMatchObject({ inputs: { size: '0.5btc' } })
  const again = await started(testDeps(deps.kept))
  await again.actions.readBeforeLink()
  expect(again.store.getState().storage.beforeLink).toMatchObject([{ id: 1, hasDesk: true }])
  for (const size of ['7', '0.5btc']) {
    await again.actions.openBeforeLink(1)
    expect(again.store.getState().calculate.desk?.inputs.size).toBe(size)
  }
  expect(store.getState().calculate.desk?.inputs.size).toBe('0.5btc')
})
