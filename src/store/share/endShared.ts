import { soleTree } from '../branches/growTree.ts'
import type { Kit } from '../Kit.ts'
import { treeOf } from '../persistence/SavedTree.ts'
import type { SavedScenario } from '../persistence/SavedScenario.ts'
import type { HistoryEntry } from '../slices/ScenarioState.ts'
import type { OwnWork } from '../slices/SharedState.ts'
import { putBeforeLink } from './beforeLink.ts'
import { restoreOwnWork } from './ownWork.ts'

/** What is needed where one's own work was not opened yet. */
export interface OwnStorage {
  /** The record in the storage; nothing where there is none, or none that can be read (it is put aside then). */
  readonly read: () => Promise<SavedScenario | undefined>
  /** Opens it, or a built-in scenario, as at every start. */
  readonly begin: () => Promise<unknown>
}

/** What came by a link becomes one's own: what was there before is further down the undo stack. [D4] */
export async function keepShared(kit: Kit, storage: OwnStorage): Promise<boolean> {
  const ending = await endingOf(kit, storage)
  if (ending === undefined) return false
  const past = [...ending.before, ...kit.get().scenario.past]
  kit.patch('scenario', { past, canUndo: past.length > 0 })
  await ending.end()
  await kit.saver.flush()
  return true
}

/** How what came by a link stops being apart; nothing where it does not. */
export async function endingOf(kit: Kit, storage: OwnStorage): Promise<SharedEnding | undefined> {
  const { own, status } = kit.get().shared
  if (status !== 'open') return undefined
  // Also where it was opened here: another tab may have saved since.
  const kept = await storage.read()
  return {
    before: own === 'kept' ? keptEntries(kept) : ownEntries(own),
    async end() {
      const isSafe = await putBeforeLink(kit, kept, own === 'kept' ? undefined : own)
      kit.patch('shared', { status: 'none', own: undefined })
      // Where one's own work found no other place it stays where it is, and nothing is saved over it.
      if (!isSafe) return
      kit.saver.release()
      kit.saver.claim()
      kit.deps.tabs.announce()
      kit.saver.schedule()
    },
  }
}

export interface SharedEnding {
  /** One's own work, to go under everything on the undo stack. */
  readonly before: readonly HistoryEntry[]
  /** From now on what is open is saved; what stood there before is put aside first. */
  readonly end: () => Promise<void>
}

/** Back to one's own work, exactly as it was. [D4] */
export async function leaveShared(kit: Kit, storage: OwnStorage): Promise<boolean> {
  const { own, status } = kit.get().shared
  if (status !== 'open' || own === undefined) return false
  if (own === 'kept') {
    kit.patch('shared', { status: 'none', own: undefined })
    kit.saver.release()
    await storage.begin()
    return true
  }
  if (!(await kit.serially(() => restoreOwnWork(kit, own)))) {
    kit.notify({ type: 'document-refused', problems: kit.get().scenario.problems })
    return false
  }
  kit.patch('shared', { status: 'none', own: undefined })
  kit.saver.release()
  kit.saver.schedule()
  return true
}

function ownEntries(own: OwnWork | undefined): readonly HistoryEntry[] {
  return own === undefined ? [] : [...own.past, labelled(own.entry)]
}

function keptEntries(saved: SavedScenario | undefined): readonly HistoryEntry[] {
  if (saved === undefined) return []
  const { document, builtinId, isEdited, tick } = saved
  const opened = isEdited ? undefined : document
  const tree = saved.tree === undefined ? soleTree('b0', { document, builtinId, opened }) : treeOf(saved.tree, document)
  return [labelled({ document, builtinId, opened, tick, tree })]
}

function labelled(entry: OwnWork['entry']): HistoryEntry {
  return { ...entry, label: { type: 'reset', subject: entry.document.title } }
}
