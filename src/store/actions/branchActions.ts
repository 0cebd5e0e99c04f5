import type { AppActions } from '../AppActions.ts'
import type { BranchActions } from '../BranchActions.ts'
import type { Kit } from '../Kit.ts'

/** Lines and bookmarks. What changes them is fetched when it is wanted. */
export function branchActions(kit: Kit, seek: AppActions['seek']): BranchActions {
  const desk = async () => (await import('../branches/branchDesk.ts')).branchDesk(kit)
  return {
    switchBranch: async (id) => (await desk()).switchBranch(id),
    renameBranch: async (id, name) => (await desk()).renameBranch(id, name),
    deleteBranch: async (id) => (await desk()).deleteBranch(id),
    promoteBranch: async (id) => (await desk()).promoteBranch(id),
    async compareBranch(id) {
      const { compareBranch } = await import('../branches/rivalDesk.ts')
      await compareBranch(kit, id)
    },
    async addBookmark(label = '') {
      // The bar that is shown now, wherever the cursor is when the code has come.
      const { tick } = kit.get().playback
      return (await desk()).addBookmark(tick, label)
    },
    renameBookmark: async (id, label) => (await desk()).renameBookmark(id, label),
    removeBookmark: async (id) => (await desk()).removeBookmark(id),
    async seekBookmark(direction) {
      const { branches, playback } = kit.get()
      const { tick, lastTick } = playback
      const ticks = branches.bookmarks.map((each) => each.tick).filter((each) => each <= lastTick)
      const target = direction === 'next' ? ticks.find((each) => each > tick) : ticks.findLast((each) => each < tick)
      if (target !== undefined) await seek(target)
    },
  }
}
