import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'

/** One line of the scenario: what was done, from the first tick on. It parts from another one where something else was done. */
export interface Branch {
  readonly id: string
  /** The line it grew from; absent: it grew from none, it is the line as traded. */
  readonly parent: string | undefined
  /** The first tick at which it is another than its parent; 0 where there is none. */
  readonly forkTick: number
  readonly document: ScenarioFile
  readonly builtinId: string | undefined
  /** As in `ScenarioState`: what counts as unedited. */
  readonly opened: ScenarioFile | undefined
  /** Furthest tick shown of it: a change before it grows another line. */
  readonly seen: number
  /** The user's name for it; absent: it is named by what differs to its parent. */
  readonly name: string | undefined
  /** How the account as set stood where the line was left last; absent until then. */
  readonly stood: BranchStand | undefined
}

export interface BranchStand {
  readonly tick: number
  /** Decimal text, in the account's currency. */
  readonly equity: string
  /** Pools liquidated up to it. */
  readonly liquidations: number
}

/** A moment to come back to, in whatever line. */
export interface Bookmark {
  readonly id: string
  readonly tick: number
  readonly label: string
}

/** Everything there is beside the line that is open: what undo and redo, and the storage, keep. */
export interface BranchTree {
  /** In the order they grew. */
  readonly list: readonly Branch[]
  readonly active: string
  /** By tick. */
  readonly bookmarks: readonly Bookmark[]
}

/**
 * The line that is open is `scenario` and `playback`; its entry in `list` is as old as its opening. `currentTree` has it
 * as it is now.
 */
export interface BranchesState extends BranchTree {
  /** Of the next branch or bookmark: ids are never used twice. */
  readonly next: number
  /** The open line has just grown (or was changed since it did) and the cursor has not moved: a change of the same moment goes on with it. */
  readonly isFresh: boolean
}
