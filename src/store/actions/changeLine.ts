import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'
import { changedTree, grownTree, isGrowing } from '../branches/growTree.ts'
import { isSameTape } from '../../workers/run/isSamePlay.ts'
import { partingTick } from '../branches/partingTick.ts'
import type { Kit } from '../Kit.ts'
import type { ChangeLabel } from '../slices/ScenarioState.ts'
import { onward, reviseScenario } from './changeScenario.ts'

export interface LineChange {
  readonly label: ChangeLabel
  /** Where the prices change and it is known: the first tick at which they do. */
  readonly tapeFrom?: number | undefined
  /** Where the cursor goes; absent: as `reviseScenario` has it. */
  readonly at?: number | undefined
}

/**
 * A change the user makes: of the open line where nothing was seen behind it, else of a line that grows there, and the one
 * that was open stays as it is. [B1] @returns whether it was made
 */
export async function changeLine(kit: Kit, next: ScenarioFile, { label, tapeFrom, at }: LineChange): Promise<boolean> {
  const state = kit.get()
  const { scenario, branches, playback } = state
  const { document, builtinId, opened } = scenario
  if (document === undefined) return false
  const from = partingTick(document, next, tapeFrom)
  const place = { builtinId, opened, at }
  const history = onward(state, label)
  // Of other prices nothing was seen, unless the cursor stays where it is.
  const isSeen = at !== undefined || isSameTape(document, next)
  if (from === undefined || !isGrowing(state, from)) {
    const { isFresh } = branches
    const done = await reviseScenario(kit, next, history, from === undefined ? undefined : { ...place, tree: changedTree(state, from), seen: isSeen ? playback.seen : 0 })
    if (done && isFresh) kit.patch('branches', { isFresh })
    return done
  }
  const done = await reviseScenario(kit, next, history, { ...place, tree: grownTree(state, next, from), seen: isSeen ? (at ?? playback.tick) : 0 })
  if (!done) return false
  kit.patch('branches', { next: branches.next + 1, isFresh: true })
  // Told before what the change itself has to tell.
  await tell(kit, { document, next, from, parent: branches.active }).catch(() => undefined)
  return true
}

interface Grown {
  readonly document: ScenarioFile
  readonly next: ScenarioFile
  readonly from: number
  readonly parent: string
}

async function tell(kit: Kit, { document, next, from, parent }: Grown): Promise<void> {
  const branch = kit.get().branches.active
  const { branchDifferences } = await import('../branches/branchDifferences.ts')
  kit.notify({ type: 'branch-grew', branch, parent, differences: branchDifferences(document, next, from) })
}
