import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { StoreApi } from 'zustand/vanilla'
import { frameAt, sessionAsk } from '../../workers/testing/sessionAsk.ts'
import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'
import type { AppState } from '../AppState.ts'
import { createAppStore } from '../createAppStore.ts'
import { testDeps, type TestDeps } from '../testing/testDeps.ts'
import { until } from '../testing/until.ts'
import { currentTree } from './currentTree.ts'
import { applyOp, modelOf, outlineOf, type Op } from './testing/branchModel.ts'

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
const more = { type: 'add-margin', leg: 'BTC-PERP@cross', amount: '5' } as const
const forks = (store: StoreApi<AppState>): readonly number[] => store.getState().branches.list.map(({ forkTick }) => forkTick)

describe('a change', () => {
  it('[B1] at the end of what was seen goes on with the line; without commands there is nothing to keep', async () => {
    const { store, actions } = await started()
    await actions.seek(20)
    await actions.give(buy)
    expect(store.getState().branches.list).toHaveLength(1)
    await actions.openDocument({ ...(store.getState().scenario.document as ScenarioFile), commands: [] })
    await actions.seek(20)
    await actions.seek(5)
    await actions.give(buy)
    expect(store.getState().branches.list).toHaveLength(1)
  })

  it('[B1] behind it grows a line; further ones of the same moment go on with that line until the cursor moves', async () => {
    const { store, actions } = await started()
    await actions.seek(30)
    await actions.seek(10)
    await actions.give(buy)
    await actions.give({ ...buy, notional: '500' })
    expect(forks(store)).toEqual([0, 10])
    expect(store.getState().scenario.document?.commands).toHaveLength(5)
    expect(store.getState().playback).toMatchObject({ tick: 10, seen: 10 })
    // Beyond it nothing was seen of this line: it goes on.
    await actions.seek(12)
    await actions.give(buy)
    expect(forks(store)).toEqual([0, 10])
    await actions.seek(11)
    await actions.give(buy)
    expect(forks(store)).toEqual([0, 10, 11])
    expect(store.getState().branches.list.map(({ parent }) => parent)).toEqual([undefined, 'b1', 'b2'])
  })

  it('[B1] of wallet or rules is one from the start; a title is no change of a line', async () => {
    const { store, actions } = await started()
    await actions.seek(30)
    await actions.changeSettings({ title: 'Mine' })
    expect(store.getState().branches.list).toHaveLength(1)
    await actions.changeSettings({ wallet: '5000' })
    expect([forks(store), store.getState().playback.tick]).toEqual([[0, 0], 30])
    await actions.changeSettings({ wallet: '6000' })
    expect(store.getState().branches.list.map(({ parent }) => parent)).toEqual([undefined, 'b1'])
    await actions.seek(29)
    await actions.changeSettings({ rules: 'standard' })
    expect(store.getState().branches.list.map(({ parent }) => parent)).toEqual([undefined, 'b1', 'b2'])
  })

  it('[B1] that changes nothing grows nothing, whoever wrote the command down', async () => {
    const { store, actions } = await started()
    await actions.seek(10)
    await actions.give(more)
    // Opened anew, its fields stand in another order.
    await actions.changeSettings({ wallet: '20000' })
    await actions.seek(12)
    const { list } = store.getState().branches
    const [command] = store.getState().scenario.document?.commands.slice(-1) ?? []
    await actions.editCommand(command?.id ?? '', more)
    expect(store.getState().branches.list).toHaveLength(list.length)
  })
})

describe('lines', () => {
  it('[B3] are opened in turn: the cursor stays as far as each was seen', async () => {
    const { store, actions } = await started()
    await actions.seek(40)
    const traded = store.getState().view.frame?.twins
    await actions.seek(10)
    await actions.give(buy)
    await actions.seek(15)
    await actions.switchBranch('b1')
    expect(store.getState().playback).toMatchObject({ tick: 15, seen: 40 })
    await actions.seek(40)
    expect(store.getState().view.frame?.twins).toEqual(traded)
    await actions.switchBranch('b2')
    expect(store.getState().playback).toMatchObject({ tick: 15, seen: 15 })
    expect(store.getState().scenario.document?.commands).toHaveLength(4)
    // A look is no change.
    expect(store.getState().scenario.past).toHaveLength(1)
  })

  it('[B5] are compared at the same tick, and what is compared follows the cursor', async () => {
    const { store, deps, actions } = await started()
    await actions.seek(40)
    const traded = store.getState().view.frame?.twins
    await actions.seek(10)
    await actions.give({ type: 'close-position', leg: 'SOL-PERP@isolated' })
    await actions.compareBranch('b1')
    expect(store.getState().rival).toMatchObject({ branch: 'b1', status: 'open', view: { frame: { tick: 10 } } })
    await actions.seek(40)
    const state = await until(store, ({ rival }) => rival?.view.frame?.tick === 40)
    expect(state.rival?.view.frame?.twins).toEqual(traded)
    expect(state.view.frame?.twins['as-set'].equity).not.toBe(traded?.['as-set'].equity)
    // Both advance while it plays.
    actions.play({ pauseAtLiquidation: false })
    await until(store, ({ playback, rival }) => playback.tick > 42 && rival?.view.frame?.tick === playback.tick, () => deps.repaint(100))
    actions.pause()
    await actions.switchBranch('b1')
    await until(store, ({ rival }) => rival?.branch === 'b2' && rival.status === 'open')
    await actions.deleteBranch('b2')
    await until(store, ({ rival }) => rival === undefined)
  })

  it('[B4] one is taken away and those that grew from it stay; another is made the one as traded', async () => {
    const { store, actions } = await started()
    await actions.seek(40)
    await actions.seek(20)
    await actions.give(buy)
    await actions.seek(30)
    await actions.seek(25)
    await actions.give(buy)
    expect(store.getState().branches.list.map(({ id, parent, forkTick }) => [id, parent, forkTick])).toEqual([['b1', undefined, 0], ['b2', 'b1', 20], ['b3', 'b2', 25]])
    await actions.promoteBranch('b3')
    expect(store.getState().branches.list.map(({ id, parent, forkTick }) => [id, parent, forkTick])).toEqual([['b1', 'b2', 20], ['b2', 'b3', 25], ['b3', undefined, 0]])
    await actions.undo()
    await actions.deleteBranch('b2')
    expect(store.getState().branches.list.map(({ id, parent, forkTick }) => [id, parent, forkTick])).toEqual([['b1', undefined, 0], ['b3', 'b1', 20]])
    expect(store.getState().notices.at(-1)).toMatchObject({ type: 'branch-deleted', children: 1 })
    await actions.deleteBranch('b1')
    expect(store.getState().branches.list.map(({ id, parent }) => [id, parent])).toEqual([['b3', undefined]])
    expect(await actions.deleteBranch('b3')).toBe(false)
    await actions.undo()
    await actions.undo()
    expect(store.getState().branches.list).toHaveLength(3)
  })

  it('[B7] and bookmarks are kept over a reload, with what was seen of each', async () => {
    const { store, deps, actions } = await started()
    await actions.seek(40)
    await actions.addBookmark('the fall')
    await actions.seek(10)
    await actions.give(buy)
    await actions.renameBranch('b2', 'Mine')
    await until(store, ({ storage }) => storage.status === 'saved')
    const before = currentTree(store.getState())
    const again = await started(testDeps(deps.kept))
    const after = currentTree(again.store.getState())
    expect(after.list.map(({ opened: _opened, ...branch }) => branch)).toEqual(before.list.map(({ opened: _opened, ...branch }) => branch))
    expect([after.active, after.bookmarks]).toEqual([before.active, [{ id: 'm2', tick: 40, label: 'the fall' }]])
    await again.actions.switchBranch('b1')
    expect(again.store.getState().scenario).toMatchObject({ isEdited: false, builtinId: 'one-bad-altcoin' })
    expect(again.store.getState().playback.seen).toBe(40)
    // Ids go on where they stood.
    await again.actions.give(buy)
    expect(again.store.getState().branches.active).toBe('b4')
  })

  it('[B2] bookmarks are gone through in their order; one at the same bar is enough', async () => {
    const { store, actions } = await started()
    for (const tick of [30, 10]) {
      await actions.seek(tick)
      expect(await actions.addBookmark()).toBe(true)
    }
    expect(await actions.addBookmark('again')).toBe(false)
    await actions.seekBookmark('next')
    expect(store.getState().playback.tick).toBe(30)
    await actions.seekBookmark('next')
    expect(store.getState().playback.tick).toBe(30)
    await actions.seekBookmark('previous')
    expect(store.getState().playback.tick).toBe(10)
    await actions.removeBookmark(store.getState().branches.bookmarks[1]?.id ?? '')
    expect(store.getState().branches.bookmarks.map(({ tick }) => tick)).toEqual([10])
    await actions.undo()
    expect(store.getState().branches.bookmarks.map(({ tick }) => tick)).toEqual([10, 30])
  })
})

const op: fc.Arbitrary<Op> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('seek' as const), tick: fc.integer({ min: 0, max: 60 }) }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('give' as const), amount: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('edit' as const), nth: fc.nat(5), amount: fc.integer({ min: 11, max: 19 }) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('remove' as const), nth: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('wallet' as const), amount: fc.integer({ min: 20_000, max: 20_005 }) }) },
  { weight: 2, arbitrary: fc.constantFrom<Op>({ type: 'undo' }, { type: 'redo' }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('switch' as const, 'delete' as const, 'promote' as const), nth: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('rename' as const), nth: fc.nat(4), name: fc.constantFrom('x', 'y', '') }) },
)

async function carriedOut(store: StoreApi<AppState>, each: Op): Promise<void> {
  const { actions, scenario, branches } = store.getState()
  const commands = scenario.document?.commands ?? []
  const nth = 'nth' in each ? each.nth : 0
  const branch = branches.list[nth % branches.list.length]?.id ?? ''
  const command = commands[nth % Math.max(1, commands.length)]
  const amount = 'amount' in each ? String(each.amount) : ''
  const deeds: Readonly<Record<Op['type'], () => Promise<unknown> | undefined>> = {
    seek: () => actions.seek('tick' in each ? each.tick : 0),
    give: () => actions.give({ ...more, amount }),
    edit: () => (command === undefined ? undefined : actions.editCommand(command.id, { ...more, amount })),
    remove: () => (command === undefined ? undefined : actions.removeCommand(command.id)),
    wallet: () => actions.changeSettings({ wallet: amount }),
    undo: actions.undo,
    redo: actions.redo,
    switch: () => actions.switchBranch(branch),
    delete: () => actions.deleteBranch(branch),
    promote: () => actions.promoteBranch(branch),
    rename: () => actions.renameBranch(branch, 'name' in each ? each.name : ''),
  }
  await deeds[each.type]()
}

describe('whatever is done in whatever order', () => {
  it('[B6] the lines are those of a model that copies everything, no line is lost but by taking it away, and undo of all of it leads back to the start', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(op, { minLength: 4, maxLength: 16 }), async (ops) => {
        const { store, actions } = await started()
        const start = store.getState().scenario.document
        let model = modelOf(start as ScenarioFile)
        for (const each of ops) {
          const lines = store.getState().branches.list.length
          await carriedOut(store, each)
          model = applyOp(model, each)
          expect(outlineOf(currentTree(store.getState()), store.getState())).toEqual(model.now)
          if (!['delete', 'undo', 'redo'].includes(each.type)) expect(store.getState().branches.list.length).toBeGreaterThanOrEqual(lines)
        }
        while (store.getState().scenario.canUndo) await actions.undo()
        expect(store.getState().scenario.document).toEqual(start)
        expect(store.getState().branches).toMatchObject({ active: 'b1', bookmarks: [], list: [{ id: 'b1', forkTick: 0, name: undefined }] })
        expect(store.getState().scenario.isEdited).toBe(false)
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  it('[L3] [B8] every line plays as a scenario that was started so', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(op, { minLength: 6, maxLength: 12 }), async (ops) => {
        const { store, actions } = await started()
        for (const each of ops) await carriedOut(store, each)
        for (const { id } of store.getState().branches.list) {
          await actions.switchBranch(id)
          await actions.seek(90)
          const scratch = sessionAsk()
          await scratch.ask({ type: 'open', source: store.getState().scenario.document as ScenarioFile, tape: undefined })
          await scratch.ask(frameAt(90))
          const from = await scratch.ask({ type: 'fingerprint', tick: 90 })
          expect(from.type === 'fingerprint' && from.fingerprint).toEqual(await actions.fingerprint())
        }
      }),
      { numRuns: 6 },
    )
  }, 120_000)
})
