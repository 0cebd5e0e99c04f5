import type { Branch, BranchTree } from '../slices/BranchesState.ts'

/** The lines seen from one of them: it is the one as traded, and those it grew from grow from it, at the ticks at which they part. [B4] */
export function promotedTree(tree: BranchTree, id: string): BranchTree {
  const byId = new Map(tree.list.map((branch) => [branch.id, branch]))
  const turned = new Map<string, Pick<Branch, 'parent' | 'forkTick'>>()
  let at = byId.get(id)
  if (at === undefined) return tree
  turned.set(id, { parent: undefined, forkTick: 0 })
  for (let above = at.parent; above !== undefined; above = at.parent) {
    turned.set(above, { parent: at.id, forkTick: at.forkTick })
    const next = byId.get(above)
    if (next === undefined) break
    at = next
  }
  return { ...tree, list: tree.list.map((branch) => ({ ...branch, ...turned.get(branch.id) })) }
}
