import { onward } from '../actions/changeScenario.ts'
import type { BranchActions } from '../BranchActions.ts'
import type { Kit } from '../Kit.ts'
import type { BranchTree } from '../slices/BranchesState.ts'
import type { BranchChange } from '../slices/ScenarioState.ts'
import { currentTree } from './currentTree.ts'
import { openTree } from './openTree.ts'
import { compareBranch } from './rivalDesk.ts'
import { promotedTree } from './promotedTree.ts'
import { prunedTree } from './prunedTree.ts'

type Desk = Omit<BranchActions, 'compareBranch' | 'seekBookmark' | 'addBookmark'>

/** What is done to the lines, once it is asked for. */
export function branchDesk(kit: Kit): Desk & { readonly addBookmark: (tick: number, label: string) => Promise<boolean> } {
  const { get } = kit

  /** A step of the history, where it changes anything. */
  const changed = (type: BranchChange, to: (tree: BranchTree) => BranchTree): Promise<boolean> =>
    kit.serially(async () => {
      const before = currentTree(get())
      const tree = to(before)
      if (get().scenario.document === undefined || tree === before) return false
      const history = onward(get(), { type, subject: undefined })
      if (tree.active !== before.active) return openTree(kit, tree, history)
      kit.patch('scenario', { ...history, canUndo: true, canRedo: false })
      kit.patch('branches', tree)
      kit.saver.schedule()
      void kit.rival.current?.follow()
      return true
    })

  return {
    switchBranch: (id) =>
      kit.serially(async () => {
        const tree = currentTree(get())
        const { rival } = get()
        if (id === tree.active || !(await openTree(kit, { ...tree, active: id }))) return false
        // The two that are compared change places.
        if (rival?.branch === id) await compareBranch(kit, tree.active)
        return true
      }),
    renameBranch(id, text) {
      const name = text.trim() === '' ? undefined : text.trim()
      return changed('rename-branch', (tree) => (tree.list.some((each) => each.id === id && each.name !== name) ? { ...tree, list: tree.list.map((each) => (each.id === id ? { ...each, name } : each)) } : tree))
    },
    async deleteBranch(id) {
      const children = get().branches.list.filter(({ parent }) => parent === id).length
      const done = await changed('delete-branch', (tree) => prunedTree(tree, id))
      if (done) kit.notify({ type: 'branch-deleted', children })
      return done
    },
    promoteBranch: (id) => changed('promote-branch', (tree) => (tree.list.some((each) => each.id === id && each.parent !== undefined) ? promotedTree(tree, id) : tree)),
    async addBookmark(tick, label) {
      const id = `m${String(get().branches.next)}`
      const added = await changed('bookmark', (tree) =>
        tree.bookmarks.some((each) => each.tick === tick) ? tree : { ...tree, bookmarks: [...tree.bookmarks, { id, tick, label }].sort((a, b) => a.tick - b.tick) },
      )
      if (added) kit.patch('branches', { next: get().branches.next + 1 })
      return added
    },
    renameBookmark: (id, label) => changed('bookmark', (tree) => (tree.bookmarks.some((each) => each.id === id && each.label !== label) ? { ...tree, bookmarks: tree.bookmarks.map((each) => (each.id === id ? { ...each, label } : each)) } : tree)),
    removeBookmark: (id) => changed('bookmark', (tree) => (tree.bookmarks.some((each) => each.id === id) ? { ...tree, bookmarks: tree.bookmarks.filter((each) => each.id !== id) } : tree)),
  }
}
