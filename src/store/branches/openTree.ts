import { reviseScenario, stand, type HistoryChange } from '../actions/changeScenario.ts'
import type { Kit } from '../Kit.ts'
import type { BranchTree } from '../slices/BranchesState.ts'

/**
 * Opens the line a tree has as its open one. The cursor stays where it is as far as that line was seen. [B3]
 * @param history  absent: a look, no change
 */
export async function openTree(kit: Kit, tree: BranchTree, history?: HistoryChange): Promise<boolean> {
  const { scenario, playback } = kit.get()
  const branch = tree.list.find(({ id }) => id === tree.active)
  if (branch === undefined) return false
  stand(kit)
  const { document, builtinId, opened, seen } = branch
  const { past, future } = history ?? scenario
  const done = await reviseScenario(kit, document, { past, future }, { builtinId, opened, tree, seen, at: Math.min(playback.tick, seen) })
  if (!done) kit.notify({ type: 'document-refused', problems: kit.get().scenario.problems })
  return done
}
