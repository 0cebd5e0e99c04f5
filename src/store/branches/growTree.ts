import type { AppState } from '../AppState.ts'
import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'
import type { Branch, BranchTree } from '../slices/BranchesState.ts'
import { currentTree } from './currentTree.ts'

/** A scenario that has one line. */
export function soleTree(id: string, line: Pick<Branch, 'document' | 'builtinId' | 'opened'>): BranchTree {
  return { list: [{ ...line, id, parent: undefined, forkTick: 0, seen: 0, name: undefined, stood: undefined }], active: id, bookmarks: [] }
}

/**
 * Whether a change at a tick grows a line of its own: behind what was seen of a line in which something was done. What was
 * just grown there is gone on with. [B1]
 */
export function isGrowing({ branches, scenario, playback }: AppState, from: number): boolean {
  const open = branches.list.find(({ id }) => id === branches.active)
  if (open === undefined || (scenario.document?.commands.length ?? 0) === 0 || from >= playback.seen) return false
  return !(branches.isFresh && open.parent !== undefined && from >= open.forkTick)
}

/** The lines after a change of the open one at a tick: those that grew from it part from it no later. */
export function changedTree(state: AppState, from: number): BranchTree {
  const tree = currentTree(state)
  const isTouched = ({ id, parent }: Branch): boolean => (id === tree.active && parent !== undefined) || parent === tree.active
  return { ...tree, list: tree.list.map((branch) => (isTouched(branch) && branch.forkTick > from ? { ...branch, forkTick: from } : branch)) }
}

/** The lines with one more, grown from the open one, which stays as it is. It is the open one now. */
export function grownTree(state: AppState, document: ScenarioFile, forkTick: number): BranchTree {
  const { list, active, bookmarks } = currentTree(state)
  const { builtinId, opened } = state.scenario
  const id = `b${String(state.branches.next)}`
  const branch: Branch = { id, parent: active, forkTick, document, builtinId, opened, seen: state.playback.tick, name: undefined, stood: undefined }
  return { list: [...list, branch], active: id, bookmarks }
}
