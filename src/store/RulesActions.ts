import type { RulesFile, SavedRules } from './slices/RulesState.ts'

/** What to open in the editor: a built-in set, one of one's own, or the one the scenario states itself. */
export type RulesSource = { readonly type: 'builtin'; readonly id: string } | { readonly type: 'saved'; readonly id: string } | { readonly type: 'document'; readonly document: RulesFile }

export type RulesImport = { readonly ok: true; readonly saved: SavedRules } | { readonly ok: false; readonly problems: readonly string[] }

export interface RulesApplied {
  readonly isApplied: boolean
  /** Commands up to the tick shown that these rules refuse in the account as set. */
  readonly refused: number
  /** Why the scenario cannot be played by them; it is as it was. */
  readonly problems: readonly string[]
}

/** Rules of one's own: kept in this browser, exported and imported as documents. */
export interface RulesActions {
  /** Reads what is saved, once. */
  readonly readRules: () => Promise<void>
  /** Opens the editor: a built-in set is copied, one of one's own is changed, unless a copy is asked for. */
  readonly editRules: (source: RulesSource, options?: { readonly isCopy?: boolean }) => Promise<void>
  readonly closeRulesEditor: () => void
  /** Keeps a set, in place of the saved one where `savedId` names it. @returns as it is kept, with its id */
  readonly saveRules: (document: RulesFile, savedId?: string) => Promise<SavedRules>
  readonly renameRules: (id: string, name: string) => Promise<void>
  /** @returns what was removed, for `restoreRules` */
  readonly removeRules: (id: string) => Promise<SavedRules | undefined>
  readonly restoreRules: (saved: SavedRules) => Promise<void>
  /** A Rules document as JSON text: kept as a new set, or refused line by line by path; what is there stays as it is. */
  readonly importRules: (text: string) => Promise<RulesImport>
  /** JSON text of a set that `importRules` and the command line read. */
  readonly exportRules: (document: RulesFile) => string
  /** Plays the scenario by these rules: a built-in set by its id, others stated in the scenario. Undoable. */
  readonly applyRules: (rules: string | RulesFile) => Promise<RulesApplied>
}
