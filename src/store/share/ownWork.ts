import { readDesk } from '../calculate/emptyDesk.ts'
import { replaceScenario } from '../actions/changeScenario.ts'
import { CALCULATE_KEY } from '../actions/calculateDesk.ts'
import { currentTree } from '../branches/currentTree.ts'
import type { Kit } from '../Kit.ts'
import type { OwnWork } from '../slices/SharedState.ts'

/** One's own scenario as it stands; nothing where none is open yet. */
export function ownWorkOf(state: ReturnType<Kit['get']>): OwnWork | undefined {
  const { scenario, playback, selection, ticket, calculate } = state
  const { document, builtinId, opened, past, future } = scenario
  if (document === undefined) return undefined
  return { entry: { document, builtinId, opened, tick: playback.tick, tree: currentTree(state) }, past, future, seen: playback.seen, selection, ticket: ticket.draft, desk: calculate.desk }
}

/** Puts it back: the document with its history, the cursor, what was selected and typed. @returns whether it is open */
export async function restoreOwnWork(kit: Kit, { entry, past, future, seen, selection, ticket, desk }: OwnWork): Promise<boolean> {
  const { document, builtinId, opened, tick, tree } = entry
  const isOpen = await replaceScenario(kit, { source: document, builtinId, opened, tick: seen, tree }, { past, future })
  if (!isOpen) return false
  kit.patch('selection', { ...selection, hoverTick: undefined })
  kit.patch('ticket', { draft: ticket })
  await kit.frames.show({ tick, isStill: true })
  kit.previews.refresh()
  await restoreDesk(kit, desk)
  return true
}

/** What the calculators held; where they were opened only meanwhile, what was kept of them. */
export async function restoreDesk(kit: Kit, desk: OwnWork['desk']): Promise<void> {
  if (desk === undefined && kit.get().calculate.desk === undefined) return
  const kept = desk ?? readDesk(await kit.deps.storage.get(CALCULATE_KEY).catch(() => undefined))
  kit.patch('calculate', { desk: kept, answers: {} })
}
