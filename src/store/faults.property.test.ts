import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoreApi } from 'zustand/vanilla'
import type { AppState } from './AppState.ts'
import { createAppStore } from './createAppStore.ts'
import { currentTree } from './branches/currentTree.ts'
import { mortalDeps, type Mortal } from './testing/mortalDeps.ts'
import { testDeps } from './testing/testDeps.ts'
import { until } from './testing/until.ts'

/* The tab, the worker and the storage are killed at random points of random lives; then the page is opened again. */

/** Everything the user did, as text: the lines with their documents and names, and the bookmarks. */
function workOf(state: AppState): string {
  const { list, active, bookmarks } = currentTree(state)
  const lines = list.map(({ id, parent, forkTick, name, document }) => ({ id, parent, forkTick, name, title: document.title, wallet: document.wallet, tape: document.tape, commands: document.commands }))
  return JSON.stringify({ lines, active, bookmarks, open: state.scenario.document?.commands }, inOrder)
}

/** Reading a document puts its fields in their order. */
function inOrder(_: string, value: unknown): unknown {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isRecord ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value
}

type Deed = (state: AppState) => Promise<unknown>

const order = (tick: number, side: 'buy' | 'sell', leverage: string): Deed => async ({ actions }) => {
  await actions.seek(tick)
  await actions.give({ type: 'place-order', instrument: 'SOL-PERP', pool: 'isolated', side, notional: '500', leverage })
}
const edited = (at: number, leverage: string): Deed => async ({ actions, scenario }) => {
  const orders = scenario.document?.commands.filter(({ type }) => type === 'place-order') ?? []
  const command = orders[at % Math.max(1, orders.length)]
  if (command?.type === 'place-order') await actions.editCommand(command.id, { ...command, leverage })
}
const removed = (at: number): Deed => async ({ actions, scenario }) => {
  const command = scenario.document?.commands[at % Math.max(1, scenario.document.commands.length)]
  if (command !== undefined) await actions.removeCommand(command.id)
}
const onLine = (at: number, act: (actions: AppState['actions'], id: string) => Promise<unknown>): Deed => async ({ actions, branches }) => {
  const line = branches.list[at % branches.list.length]
  if (line !== undefined) await act(actions, line.id)
}
const drawn = (price: number): Deed => ({ actions }) =>
  actions.openDocument({ schema: 1, title: 'Written', rules: 'plain', tape: { type: 'inline', series: [{ instrument: 'SOL-PERP', close: [100, price, 100] }] }, wallet: '1000', commands: [] })

const tick = fc.integer({ min: 0, max: 119 })
const some = fc.integer({ min: 0, max: 9 })
const leverage = fc.constantFrom('2', '5', '10')
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(tick, fc.constantFrom('buy' as const, 'sell' as const), leverage).map(([at, side, lever]) => order(at, side, lever)) },
  { weight: 2, arbitrary: fc.tuple(some, leverage).map(([at, lever]) => edited(at, lever)) },
  some.map(removed),
  { weight: 2, arbitrary: fc.constantFrom<Deed>(({ actions }) => actions.undo(), ({ actions }) => actions.redo()) },
  some.map((at) => onLine(at, (actions, id) => actions.switchBranch(id))),
  some.map((at) => onLine(at, (actions, id) => actions.renameBranch(id, `line ${String(at)}`))),
  some.map((at) => onLine(at, (actions, id) => actions.deleteBranch(id))),
  some.map((at) => onLine(at, (actions, id) => actions.promoteBranch(id))),
  tick.map((at): Deed => async ({ actions }) => {
    await actions.seek(at)
    await actions.addBookmark(`at ${String(at)}`)
  }),
  fc.constantFrom('5000', '20000').map((wallet): Deed => ({ actions }) => actions.changeSettings({ wallet })),
  fc.constantFrom<Deed>(({ actions }) => actions.loadBuiltin('the-wick')),
  fc.integer({ min: 50, max: 150 }).map(drawn),
)

interface Life {
  readonly deeds: readonly { readonly deed: Deed; readonly isAwaited: boolean; readonly worker: 'lives' | 'dies' }[]
  readonly atTouch: number
  readonly arrives: boolean
  readonly hasWords: boolean
}

const life: fc.Arbitrary<Life> = fc.record({
  deeds: fc.array(fc.record({ deed, isAwaited: fc.boolean(), worker: fc.constantFrom('lives', 'lives', 'lives', 'dies') }), { minLength: 1, maxLength: 10 }),
  atTouch: fc.integer({ min: 4, max: 45 }),
  arrives: fc.boolean(),
  hasWords: fc.boolean(),
})

/** What the tab has acknowledged when it dies, and what it was about to: one of these is what is found again. */
async function lived(store: StoreApi<AppState>, { deps, isDead }: Mortal, { deeds, hasWords }: Life): Promise<readonly string[]> {
  let candidates = [workOf(store.getState())]
  for (const { deed: act, isAwaited, worker } of deeds) {
    const done = act(store.getState())
    if (worker === 'dies') deps.workers.at(-1)?.die('killed')
    await Promise.race([done, until(store, isDead)])
    // Whatever it showed on the way is found, or what was acknowledged before.
    candidates = [...candidates, workOf(store.getState())]
    if (isDead()) break
    if (isAwaited) await until(store, ({ storage }) => storage.status === 'saved' || isDead())
    // What was shown is acknowledged where words can be left; else once it says “saved”.
    if (!isDead() && (hasWords || store.getState().storage.status === 'saved')) candidates = [workOf(store.getState())]
  }
  return candidates
}

async function survives(one: Life): Promise<void> {
  const kept = new Map<string, unknown>()
  const mortal = mortalDeps(kept, one)
  const store = createAppStore(mortal.deps)
  const begun = store.getState().actions.start('one-bad-altcoin')
  await Promise.race([begun, until(store, mortal.isDead)])
  if (!mortal.isDead()) await until(store, ({ storage }) => storage.status === 'saved' || mortal.isDead())
  const candidates = mortal.isDead() ? undefined : await lived(store, mortal, one)
  // The end of what was not killed before: it is killed now.
  const again = createAppStore(one.hasWords ? testDeps(kept, 'tab-2') : mortalDeps(kept, { ...one, atTouch: Number.POSITIVE_INFINITY }).deps)
  try {
    const what = await again.getState().actions.start('one-bad-altcoin')
    expect(again.getState().notices.map(({ type }) => type).filter((type) => type !== 'restored')).toEqual([])
    if (candidates === undefined) return
    expect(what).toBe('restored')
    expect(candidates).toContain(workOf(again.getState()))
  } finally {
    store.getState().actions.stop()
    again.getState().actions.stop()
  }
}

describe('nothing that was acknowledged is lost', () => {
  it('[B10] whatever is killed in the middle of whatever: a few hundred random points', async () => {
    // Eight at a time: most of a life is waiting.
    const lives = fc.array(life, { minLength: 8, maxLength: 8 })
    await fc.assert(fc.asyncProperty(lives, async (eight) => void (await Promise.all(eight.map(survives)))), { numRuns: 25 })
  }, 120_000)
})
