import type { Snapshot } from './createSaver.ts'

/** Whether two snapshots hold the same work; where the cursor stands is none. */
export function isSameWork(a: Snapshot | undefined, b: Snapshot | undefined): boolean {
  if (a === undefined || b === undefined || a.document !== b.document) return a === b
  const [one, other] = [a.tree, b.tree]
  if (one === undefined || other === undefined) return one === other
  return one.active === other.active && one.bookmarks === other.bookmarks && one.list.length === other.list.length && one.list.every((branch, i) => {
    const its = other.list[i]
    return branch.id === its?.id && branch.document === its.document && branch.name === its.name && branch.parent === its.parent
  })
}
