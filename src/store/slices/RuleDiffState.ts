import type { Twin } from '../../workers/run/Frame.ts'
import type { RuleDiffReport } from '../../workers/run/RuleDiffReport.ts'
import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'
import type { RulesFile } from './RulesState.ts'

/** A set to compare: the scenario's own, a built-in one, one of one's own, or a document as it stands in the editor. */
export type RuleDiffSet =
  | { readonly type: 'scenario' }
  | { readonly type: 'builtin'; readonly id: string }
  | { readonly type: 'saved'; readonly id: string }
  | { readonly type: 'document'; readonly document: RulesFile }

export interface RuleDiffChoice {
  readonly a: RuleDiffSet
  readonly b: RuleDiffSet | undefined
  readonly walls: Twin
  /** Orders above the leverage limit of a set are opened with the limit, not refused. */
  readonly lowersLeverage: boolean
}

export interface RuleDiffState extends RuleDiffChoice {
  readonly isOpen: boolean
  /** `refused`: what is asked for cannot be played. `failed`: the engine stopped at it. See `problems`. */
  readonly status: 'idle' | 'running' | 'refused' | 'failed'
  /** 0 to 1. */
  readonly progress: number
  readonly problems: readonly string[]
  /** The last answer, whatever is asked for now (`selectIsRuleDiffStale`). */
  readonly result: RuleDiffResult | undefined
}

/** What was played. Compared by identity: documents are replaced, never changed. */
export interface RuleDiffInputs {
  readonly scenario: ScenarioFile
  /** A built-in set by its id, or a document. */
  readonly a: string | RulesFile
  readonly b: string | RulesFile
  readonly walls: Twin
  readonly lowersLeverage: boolean
}

export interface RuleDiffResult {
  readonly of: RuleDiffInputs
  readonly report: RuleDiffReport
}
