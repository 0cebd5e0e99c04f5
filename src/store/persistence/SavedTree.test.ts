import { describe, expect, it } from 'vitest'
import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'
import type { Branch } from '../slices/BranchesState.ts'
import { isSavedTree, savedTree, treeOf } from './SavedTree.ts'

const document: ScenarioFile = { schema: 1, title: 'x', tape: { type: 'scripted', id: 'the-wick' }, wallet: '1', commands: [] }
const branch = (id: string, parent?: string, fields: Partial<Branch> = {}): Branch => ({ id, parent, forkTick: 3, document: { ...document }, builtinId: undefined, opened: undefined, seen: 9, name: undefined, stood: undefined, ...fields })
const tree = { list: [branch('b1', undefined, { forkTick: 0 }), branch('b2', 'b1', { name: 'Mine' })], active: 'b2', bookmarks: [{ id: 'm3', tick: 4, label: '' }] }

describe('a saved tree', () => {
  it('[B7] comes back through JSON as it was, the open document once', () => {
    const saved: unknown = JSON.parse(JSON.stringify(savedTree(tree)))
    expect(isSavedTree(saved)).toBe(true)
    expect(JSON.stringify(saved).match(/the-wick/g)).toHaveLength(1)
    const back = isSavedTree(saved) ? treeOf(saved, tree.list[1]?.document ?? document) : undefined
    expect(back?.list.map(({ id, parent, forkTick, name, seen }) => [id, parent, forkTick, name, seen])).toEqual([['b1', undefined, 0, undefined, 9], ['b2', 'b1', 3, 'Mine', 9]])
    expect(back).toMatchObject({ active: 'b2', bookmarks: tree.bookmarks })
  })

  it.each([
    ['whose branches hang on each other', { list: [branch('b1', 'b2'), branch('b2', 'b1')] }],
    ['with two of them as traded', { list: [branch('b1'), branch('b2')] }],
    ['with a branch on one that is not there', { list: [branch('b1'), branch('b2', 'b9')] }],
    ['with one id for two', { list: [branch('b1'), branch('b1')] }],
    ['that opens one it does not have', { active: 'b7' }],
    ['without a document', { list: [{ ...branch('b1'), document: undefined }, branch('b2', 'b1')] }],
    ['with half a tick', { list: [branch('b1'), branch('b2', 'b1', { seen: 2.5 })] }],
    ['with a bookmark without a bar', { bookmarks: [{ id: 'm1', label: 'x' }] }],
  ])('[B7] %s is none', (_, broken) => {
    expect(isSavedTree({ ...savedTree(tree), ...broken, ...('list' in broken ? { list: broken.list.map((each) => ({ isEdited: false, ...each })) } : {}) })).toBe(false)
  })
})
