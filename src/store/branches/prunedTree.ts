import type { Branch, BranchTree } from '../slices/BranchesState.ts'

/**
 * The lines without one of them. Those that grew from it stay and hang on its parent; of the line as traded the first that
 * grew from it takes the place. [B4] @returns the tree as it is where it is the only line, or none of it
 */
export function prunedTree(tree: BranchTree, id: string): BranchTree {
  const gone = tree.list.find((branch) => branch.id === id)
  const heir = gone?.parent ?? tree.list.find((branch) => branch.parent === id)?.id
  if (gone === undefined || heir === undefined) return tree
  const since = gone.parent === undefined ? (tree.list.find((branch) => branch.id === heir)?.forkTick ?? 0) : gone.forkTick
  const hung = (branch: Branch): Branch => {
    if (branch.id === heir && gone.parent === undefined) return { ...branch, parent: undefined, forkTick: 0 }
    return branch.parent === id ? { ...branch, parent: heir, forkTick: Math.min(branch.forkTick, since) } : branch
  }
  return { ...tree, list: tree.list.filter((branch) => branch !== gone).map(hung), active: tree.active === id ? heir : tree.active }
}
