import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'
import type { Bookmark, Branch, BranchTree } from '../slices/BranchesState.ts'

/** The lines of a scenario and its bookmarks, as they are kept. */
export interface SavedTree {
  readonly list: readonly SavedBranch[]
  readonly active: string
  readonly bookmarks: readonly Bookmark[]
}

export interface SavedBranch extends Omit<Branch, 'document' | 'opened'> {
  /** Absent of the open one: it is the document of the record. */
  readonly document: ScenarioFile | undefined
  readonly isEdited: boolean
}

export function savedTree({ list, active, bookmarks }: BranchTree): SavedTree {
  const saved = ({ opened, document, ...branch }: Branch): SavedBranch => ({ ...branch, document: branch.id === active ? undefined : document, isEdited: opened !== document })
  return { list: list.map(saved), active, bookmarks }
}

/** The lines as they were. @param document  of the open one */
export function treeOf({ list, active, bookmarks }: SavedTree, document: ScenarioFile): BranchTree {
  const branch = ({ isEdited, document: own = document, ...rest }: SavedBranch): Branch => ({ ...rest, document: own, opened: isEdited ? undefined : own })
  return { list: list.map(branch), active, bookmarks }
}

/** What makes it one tree: every line hangs on another or is the only one that does not; the documents are checked where they are opened. */
export function isSavedTree(value: unknown): value is SavedTree {
  if (typeof value !== 'object' || value === null) return false
  const { list, active, bookmarks } = value as Partial<Record<keyof SavedTree, unknown>>
  if (!Array.isArray(list) || !list.every(isSavedBranch) || !Array.isArray(bookmarks) || !bookmarks.every(isBookmark)) return false
  const parents = new Map(list.map(({ id, parent }) => [id, parent]))
  if (parents.size !== list.length || !list.every(({ id, document }) => id === active || document !== undefined)) return false
  return list.some(({ id }) => id === active) && list.filter(({ parent }) => parent === undefined).length === 1 && list.every(({ id }) => hasRoot(id, parents))
}

function hasRoot(id: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  let at: string | undefined = id
  for (let steps = 0; at !== undefined && steps <= parents.size; steps += 1) {
    if (!parents.has(at)) return false
    at = parents.get(at)
  }
  return at === undefined
}

function isSavedBranch(value: unknown): value is SavedBranch {
  if (typeof value !== 'object' || value === null) return false
  const { id, parent, forkTick, seen, name, document, isEdited } = value as Partial<Record<keyof SavedBranch, unknown>>
  const isNamed = typeof id === 'string' && isTextOrNone(parent) && isTextOrNone(name) && typeof isEdited === 'boolean'
  return isNamed && isTick(forkTick) && isTick(seen) && (document === undefined || (typeof document === 'object' && document !== null))
}

function isBookmark(value: unknown): value is Bookmark {
  if (typeof value !== 'object' || value === null) return false
  const { id, tick, label } = value as Partial<Record<keyof Bookmark, unknown>>
  return typeof id === 'string' && isTick(tick) && typeof label === 'string'
}

function isTextOrNone(value: unknown): boolean {
  return value === undefined || typeof value === 'string'
}

function isTick(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}
