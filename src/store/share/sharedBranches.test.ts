import { afterEach, expect, it } from 'vitest'
import { currentTree } from '../branches/currentTree.ts'
import { testDeps } from '../testing/testDeps.ts'
import { until } from '../testing/until.ts'
import { isSaved, linkOf, own, started, stopAll } from './testing/sharedSessions.ts'

afterEach(stopAll)

/** A session with a branch, a name and a bookmark; the built-in scenario itself, untouched, is open. */
async function branched(deps = testDeps()) {
  const session = await started(deps)
  const { actions, store } = session
  await actions.seek(30)
  await actions.addBookmark('the fall')
  await actions.seek(10)
  await actions.give(own)
  await actions.renameBranch(store.getState().branches.active, 'Mine')
  await actions.switchBranch('b1')
  await until(store, isSaved)
  return session
}

it('[D4] [B7] back from a link every branch and bookmark is as it was', async () => {
  const { store, actions } = await branched()
  const before = currentTree(store.getState())
  await actions.openLink(await linkOf({ tick: 5 }))
  expect(store.getState().branches.list).toHaveLength(1)
  expect(store.getState().branches.bookmarks).toEqual([])
  await actions.leaveShared()
  expect(currentTree(store.getState())).toEqual(before)
  expect(store.getState().playback).toMatchObject({ tick: 10, seen: 30 })
})

it('[D4] [B7] a kept link puts all branches aside, also where the open one is untouched; they come back together', async () => {
  const deps = testDeps()
  const { store, actions } = await branched(deps)
  const before = currentTree(store.getState())
  await actions.openLink(await linkOf())
  await actions.keepShared()
  const again = await started(testDeps(deps.kept))
  await again.actions.readBeforeLink()
  const [work] = again.store.getState().storage.beforeLink ?? []
  expect(await again.actions.openBeforeLink(work?.id ?? 0)).toBe(true)
  const after = currentTree(again.store.getState())
  expect(after.list.map(({ id, parent, name, seen, document }) => [id, parent, name, seen, document])).toEqual(before.list.map(({ id, parent, name, seen, document }) => [id, parent, name, seen, document]))
  expect(after.bookmarks).toEqual(before.bookmarks)
  // Undo goes back to what came by the link, with its one line.
  await again.actions.undo()
  expect(again.store.getState().scenario.document?.title).toBe('From a friend')
  expect(again.store.getState().branches.list).toHaveLength(1)
})
