import type { ScenarioCommand, ScenarioFile } from '../../workers/run/ScenarioFile.ts'
import type { SessionInfo } from '../../workers/run/SessionInfo.ts'
import type { BranchTree } from './BranchesState.ts'

export type { ScenarioCommand } from '../../workers/run/ScenarioFile.ts'

export interface ScenarioState {
  /** `opening`: the worker is reading it. `broken`: it was refused, see `problems`; the scenario before stays open. */
  readonly status: 'none' | 'opening' | 'open'
  /** The scenario as it stands; absent until the first one is open. */
  readonly document: ScenarioFile | undefined
  /** What the worker made of it: tape, instruments, rules. */
  readonly info: SessionInfo | undefined
  /** Which built-in scenario it started as; absent for imported ones. */
  readonly builtinId: string | undefined
  /** The document as it was opened; absent when that is not known any more (restored with edits). */
  readonly opened: ScenarioFile | undefined
  /** Whether it differs from what was opened: the edited dot. */
  readonly isEdited: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly past: readonly HistoryEntry[]
  readonly future: readonly HistoryEntry[]
  /** Why the last scenario or file was refused; one line each. */
  readonly problems: readonly string[]
}

/** The scenario before (or after) one change, and what the change was called. */
export interface HistoryEntry extends Pick<ScenarioState, 'builtinId' | 'opened'> {
  readonly document: ScenarioFile
  readonly tick: number
  /** All lines as they were; `document` is that of the one that was open. */
  readonly tree: BranchTree
  readonly label: ChangeLabel
}

/** What an undo or redo would take back, as data: the words are made where they are shown. */
export interface ChangeLabel {
  readonly type: ScenarioCommand['type'] | 'close-all' | 'edit-command' | 'remove-command' | 'settings' | 'tape' | 'reset' | 'try-instead' | BranchChange
  /** Leg or instrument it was about. */
  readonly subject: string | undefined
}

/** What is done to the lines themselves. */
export type BranchChange = 'rename-branch' | 'delete-branch' | 'promote-branch' | 'bookmark'
