import type { RulesDocument, TierDocument } from '../../documents/rules/RulesDocument.ts'

/** Rules as a document that states everything: what is saved, exported and put into a scenario. */
export type RulesFile = RulesDocument
export type TierRowFile = TierDocument

/** A set of rules of one's own. */
export interface SavedRules {
  /** Of the document, and unique among the saved ones. */
  readonly id: string
  readonly document: RulesFile
}

export interface RulesState {
  /** Whether the saved sets have been read from the storage. */
  readonly status: 'unread' | 'ready'
  readonly saved: readonly SavedRules[]
  /** What the editor has open; absent when it is closed. */
  readonly editing: RulesEditing | undefined
}

export interface RulesEditing {
  /** The saved set that is changed; absent where a new one is made. */
  readonly savedId: string | undefined
  /** How it begins. */
  readonly document: RulesFile
  /** What every change is compared with: the set it was copied from, or itself where that is not known. */
  readonly base: RulesFile
}
