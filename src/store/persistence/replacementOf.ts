import type { Replacement } from '../actions/changeScenario.ts'
import type { SavedScenario } from './SavedScenario.ts'
import { treeOf } from './SavedTree.ts'

/** What was kept, to be opened as it stood. */
export function replacementOf({ document, builtinId, isEdited, tick, tree }: SavedScenario): Replacement {
  const line = { source: document, builtinId, opened: isEdited ? undefined : ('itself' as const), tick }
  return tree === undefined ? line : { ...line, tree: treeOf(tree, document), seen: tree.list.find(({ id }) => id === tree.active)?.seen }
}
