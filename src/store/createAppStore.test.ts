import { afterEach, describe, expect, it } from 'vitest'
import type { StoreApi } from 'zustand/vanilla'
import type { CommandDocument } from '../documents/scenario/CommandDocument.ts'
import type { AppState } from './AppState.ts'
import { createAppStore } from './createAppStore.ts'
import { testDeps, type TestDeps } from './testing/testDeps.ts'
import { until } from './testing/until.ts'

const open: StoreApi<AppState>[] = []

async function started(deps: TestDeps = testDeps()): Promise<{ store: StoreApi<AppState>; deps: TestDeps; actions: AppState['actions'] }> {
  const store = createAppStore(deps)
  open.push(store)
  await store.getState().actions.start('one-bad-altcoin')
  return { store, deps, actions: store.getState().actions }
}

afterEach(() => {
  for (const store of open.splice(0)) store.getState().actions.stop()
})

const buy = { type: 'place-order', instrument: 'SOL-PERP', pool: 'isolated', side: 'buy', notional: '1000', leverage: '5' } as const

describe('the app store', () => {
  it('opens scenario A and plays it to 9,300 and 0', async () => {
    const { store, actions } = await started()
    expect(store.getState().scenario).toMatchObject({ status: 'open', builtinId: 'one-bad-altcoin', isEdited: false, canUndo: false })
    expect(store.getState().playback).toMatchObject({ tick: 0, lastTick: 120, hasEnded: false })
    await actions.seek(120)
    const { twins } = store.getState().view.frame ?? { twins: undefined }
    expect([twins?.['as-set'].equity, twins?.['all-isolated'].equity, twins?.['all-cross'].equity]).toEqual(['9300', '9300', '0'])
    expect(store.getState().playback).toMatchObject({ tick: 120, seen: 120, hasEnded: true })
  })

  it('plays with the screen and pauses at the tick of a liquidation, not after it', async () => {
    const { store, deps, actions } = await started()
    actions.setSpeed('20x')
    actions.play()
    await until(store, (state) => !state.playback.isPlaying, () => deps.repaint(100))
    // SOL's own wall breaks inside bar 12 (11.32).
    expect(store.getState().playback).toMatchObject({ tick: 12, pausedAt: { twin: 'as-set', tick: 12 } })
    await until(store, (state) => state.incident?.report !== undefined)
    expect(store.getState().incident?.report).toMatchObject({ culprit: 'SOL-PERP@isolated', tick: 12 })
    // Before it, it has not happened.
    await actions.step(-1)
    expect(store.getState().incident).toBeUndefined()
    await actions.step(1)
    actions.play()
    await until(store, (state) => !state.playback.isPlaying, () => deps.repaint(100))
    expect(store.getState().playback).toMatchObject({ tick: 73, pausedAt: { twin: 'all-cross', tick: 73 } })
    actions.play()
    await until(store, (state) => !state.playback.isPlaying, () => deps.repaint(100))
    expect(store.getState().playback).toMatchObject({ tick: 120, hasEnded: true, pausedAt: undefined })
  })

  it('plays through without pausing when told so, and from the start when it had ended', async () => {
    const { store, deps, actions } = await started()
    await actions.seek(120)
    actions.setSpeed('max')
    actions.play({ pauseAtLiquidation: false })
    await until(store, (state) => state.playback.isPlaying)
    await until(store, (state) => state.playback.hasEnded && !state.playback.isPlaying, () => deps.repaint())
    expect(store.getState().playback.pausedAt).toBeUndefined()
  })

  it('steps back and forth, and from event to event', async () => {
    const { store, actions } = await started()
    await actions.nextEvent()
    expect(store.getState().playback.tick).toBe(12)
    await actions.nextEvent()
    expect(store.getState().playback.tick).toBe(73)
    await actions.step(-1)
    expect(store.getState().playback.tick).toBe(72)
    // A frame shows nothing of what comes later, though it is known.
    expect(store.getState().view.chart?.ticks.at(-1)).toBe(72)
    expect(store.getState().view.events['all-cross'].visible).toBe(4)
    await actions.previousEvent()
    expect(store.getState().playback.tick).toBe(12)
    expect(store.getState().playback.seen).toBe(73)
  })

  it('gives, undoes and redoes a command', async () => {
    const { store, actions } = await started()
    await actions.seek(20)
    const before = store.getState().view.frame?.twins['as-set']
    expect(await actions.give(buy)).toBe(true)
    expect(store.getState().scenario.document?.commands.at(-1)).toMatchObject({ id: 'c4', tick: 20, leg: 'SOL-PERP@isolated' })
    expect(store.getState().view.frame?.twins['as-set'].openPositions).toBe(3)
    expect(store.getState().scenario).toMatchObject({ isEdited: true, canUndo: true, canRedo: false })
    expect(await actions.undo()).toBe(true)
    expect(store.getState().view.frame?.twins['as-set']).toEqual(before)
    expect(store.getState().scenario).toMatchObject({ isEdited: false, canUndo: false, canRedo: true })
    expect(await actions.redo()).toBe(true)
    expect(store.getState().view.frame?.twins['as-set'].openPositions).toBe(3)
    expect(store.getState().playback.tick).toBe(20)
  })

  it('gets to where a seek goes, whatever is given meanwhile', async () => {
    const { store, deps, actions } = await started()
    const given = actions.give(buy)
    // The command is on its way to the worker when the seek begins.
    await until(store, () => deps.workers[0]?.requests.some(({ type }) => type === 'set-commands') === true)
    await Promise.all([given, actions.seek(30)])
    expect(store.getState().playback.tick).toBe(30)
    await Promise.all([actions.seek(40), actions.give(buy)])
    expect(store.getState().playback.tick).toBe(40)
    expect(store.getState().scenario.document?.commands.map((each) => each.tick)).toEqual([0, 0, 0, 0, 30])
  })

  it('[B1] a command in the past grows a line without what was given later; the other stays, and undo goes back to it', async () => {
    const { store, actions } = await started()
    await actions.seek(20)
    await actions.give(buy)
    await actions.seek(15)
    expect(await actions.give({ ...buy, side: 'sell' })).toBe(true)
    expect(store.getState().scenario.document?.commands.map((each) => each.tick)).toEqual([0, 0, 0, 15])
    const { branches } = store.getState()
    expect(branches.list.map(({ parent, forkTick, document }) => [parent, forkTick, document.commands.map((each) => each.tick)])).toEqual([
      [undefined, 0, [0, 0, 0, 20]],
      [branches.list[0]?.id, 15, [0, 0, 0, 15]],
    ])
    await until(store, ({ notices }) => notices.some((each) => each.type === 'branch-grew' && each.branch === branches.active))
    await actions.undo()
    expect(store.getState().scenario.document?.commands.map((each) => each.tick)).toEqual([0, 0, 0, 20])
    expect(store.getState().branches.list).toHaveLength(1)
    expect(store.getState().playback).toMatchObject({ tick: 15, seen: 20 })
  })

  it('closes everything as one step, which one undo takes back, also in the past', async () => {
    const { store, actions } = await started()
    await actions.seek(20)
    await actions.give({ ...buy, orderType: 'limit', price: '1' })
    const everything = (): readonly CommandDocument[] => [
      { type: 'cancel-order', orderId: 'c4' },
      ...(store.getState().view.frame?.holdings ?? []).map(({ leg }) => ({ type: 'close-position' as const, leg })),
    ]
    const before = store.getState().view.frame?.twins['as-set']
    expect(before).toMatchObject({ openPositions: 2, openOrders: 1 })
    expect(await actions.giveAll(everything())).toBe(true)
    expect(store.getState().view.frame?.twins['as-set']).toMatchObject({ openPositions: 0, openOrders: 0 })
    expect(store.getState().scenario.document?.commands.slice(4).map(({ id, tick }) => ({ id, tick }))).toEqual([{ id: 'c5', tick: 20 }, { id: 'c6', tick: 20 }, { id: 'c7', tick: 20 }])
    await actions.undo()
    expect(store.getState().view.frame?.twins['as-set']).toEqual(before)
    await actions.seek(15)
    expect(await actions.giveAll(everything().slice(1))).toBe(true)
    expect(store.getState().view.frame?.twins['as-set']).toMatchObject({ openPositions: 0, openOrders: 0 })
    await actions.undo()
    expect(store.getState().scenario.document?.commands).toHaveLength(4)
  })

  it('tells where a command was refused', async () => {
    const { store, actions } = await started()
    await actions.seek(20)
    await actions.give({ ...buy, notional: '1000000' })
    const notice = store.getState().notices.at(-1)
    expect(notice).toMatchObject({ type: 'refused', reason: { code: 'insufficient-margin' }, twins: ['as-set', 'all-isolated', 'all-cross'] })
  })

  it('opens another scenario and comes back to the one before by undo', async () => {
    const { store, actions } = await started()
    await actions.seek(30)
    expect(await actions.loadBuiltin('the-wick')).toBe(true)
    expect(store.getState().scenario.document?.title).toBe('The wick')
    expect(store.getState().playback).toMatchObject({ tick: 0, seen: 0 })
    expect(await actions.undo()).toBe(true)
    expect(store.getState().scenario).toMatchObject({ builtinId: 'one-bad-altcoin', isEdited: false })
    expect(store.getState().playback.tick).toBe(30)
  })

  it('keeps what is open when a document is refused, and says why', async () => {
    const { store, actions } = await started()
    expect(await actions.openDocument('{ "schema": 1, "wallet": "x" }')).toBe(false)
    expect(store.getState().scenario.document?.title).toBe('One bad altcoin')
    expect(store.getState().notices.at(-1)?.type).toBe('document-refused')
    expect(store.getState().scenario.problems.length).toBeGreaterThan(0)
  })

  it('exports a document that opens to the same scenario', async () => {
    const { store, actions } = await started()
    await actions.seek(20)
    await actions.give(buy)
    const text = actions.exportScenario()
    const { document } = store.getState().scenario
    expect(await actions.openDocument(text)).toBe(true)
    expect(store.getState().scenario.document).toEqual(document)
  })
})
