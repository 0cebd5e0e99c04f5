import type { RuleDiffChoice } from './slices/RuleDiffState.ts'

/** The scenario under two sets of rules. */
export interface RuleDiffActions {
  /** Starts what plays it, so that it is there when it is wanted, also without a network. */
  readonly prepareRuleDiff: () => void
  /** Opens the comparison; with a second set it is played at once, unless what is known is of the same. */
  readonly openRuleDiff: (choice?: Partial<RuleDiffChoice>) => Promise<void>
  readonly closeRuleDiff: () => void
  /** Changes what is compared, and plays it. */
  readonly setRuleDiff: (choice: Partial<RuleDiffChoice>) => Promise<void>
  /** Plays both, and a run or two for every rule they differ in. What was known stays until the answer comes. */
  readonly compareRules: () => Promise<void>
  readonly cancelRuleDiff: () => void
}
