import type { StoreApi } from 'zustand/vanilla'
import { encodeLink } from '../../../documents/link/encodeLink.ts'
import type { LinkPayload } from '../../../documents/link/LinkPayload.ts'
import type { AppState } from '../../AppState.ts'
import { createAppStore } from '../../createAppStore.ts'
import { BUILTIN_SCENARIOS } from '../../scenarios/builtinScenarios.ts'
import { testDeps, type TestDeps } from '../../testing/testDeps.ts'
import { until } from '../../testing/until.ts'

const open: StoreApi<AppState>[] = []

/** After each test: ends the sessions it began. */
export function stopAll(): void {
  for (const store of open.splice(0)) store.getState().actions.stop()
}

export async function started(deps: TestDeps, link?: string) {
  const store = createAppStore(deps)
  open.push(store)
  const what = await store.getState().actions.start('one-bad-altcoin', link)
  return { store, actions: store.getState().actions, what }
}

export const own = { type: 'place-order', instrument: 'SOL-PERP', pool: 'isolated', side: 'buy', notional: '1000', leverage: '5' } as const
export const isSaved = (state: AppState): boolean => state.storage.status === 'saved'
export const types = (store: StoreApi<AppState>): readonly string[] => store.getState().notices.map((notice) => notice.type)
/** Longer than a change waits to be saved. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 250))

export async function linkOf(payload: Partial<LinkPayload> = {}): Promise<string> {
  const wick = BUILTIN_SCENARIOS.find(({ id }) => id === 'the-wick')
  const link = await encodeLink({ scenario: { ...wick?.document, title: 'From a friend' }, view: 'simulate', ...payload })
  if (!link.ok) throw new Error('no link')
  return link.value
}

/** What can be seen of one's own work. */
export function worked({ scenario, playback, selection, ticket }: AppState) {
  const { document, builtinId, isEdited, canUndo, canRedo, past, future } = scenario
  return {
    document,
    builtinId,
    isEdited,
    canUndo,
    canRedo,
    past: past.map((each) => [each.document, each.label, each.tick]),
    future: future.map((each) => [each.document, each.label, each.tick]),
    tick: playback.tick,
    seen: playback.seen,
    instrument: selection.instrument,
    account: selection.account,
    draft: ticket.draft,
  }
}

/** A session with work of every kind: commands, an undone one, a cursor behind what was seen, a half-typed order. */
export async function atWork(deps: TestDeps) {
  const session = await started(deps)
  const { actions, store } = session
  await actions.seek(30)
  await actions.give(own)
  await actions.give({ ...own, side: 'sell', notional: '250' })
  await actions.undo()
  await actions.seek(60)
  await actions.seek(40)
  actions.selectAccount('all-cross')
  actions.setTicket({ size: '0.5', leverage: '7' })
  await until(store, isSaved)
  return session
}

/** What is kept by such a session. */
export async function keptWork(): Promise<Map<string, unknown>> {
  const deps = testDeps()
  const { store } = await atWork(deps)
  await until(store, isSaved)
  return deps.kept
}
