import type { BranchTree } from '../slices/BranchesState.ts'

/** A tree of the history: what was done is as it was then, what was looked at as it is now. [B6] */
export function revisitedTree(then: BranchTree, now: BranchTree): BranchTree {
  const known = new Map(now.list.map((branch) => [branch.id, branch]))
  return { ...then, list: then.list.map((branch) => ({ ...branch, seen: Math.max(branch.seen, known.get(branch.id)?.seen ?? 0) })) }
}
