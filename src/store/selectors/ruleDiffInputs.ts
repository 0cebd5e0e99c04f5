import type { AppState } from '../AppState.ts'
import type { RuleDiffInputs, RuleDiffSet } from '../slices/RuleDiffState.ts'
import type { RulesFile } from '../slices/RulesState.ts'

const DEFAULT_RULES = 'plain'

/** What would be played now; absent without a scenario, a second set, or where a saved set is gone. */
export function ruleDiffInputs(state: AppState): RuleDiffInputs | undefined {
  const { document } = state.scenario
  const { walls, lowersLeverage } = state.ruleDiff
  const [a, b] = [ruleDiffRules(state, state.ruleDiff.a), ruleDiffRules(state, state.ruleDiff.b)]
  return document === undefined || a === undefined || b === undefined ? undefined : { scenario: document, a, b, walls, lowersLeverage }
}

/** A set as it is stated: a built-in one by its id. */
export function ruleDiffRules({ scenario, rules }: AppState, set: RuleDiffSet | undefined): string | RulesFile | undefined {
  switch (set?.type) {
    case 'scenario':
      return scenario.document?.rules ?? DEFAULT_RULES
    case 'builtin':
      return set.id
    case 'saved':
      return rules.saved.find(({ id }) => id === set.id)?.document
    case 'document':
      return set.document
    case undefined:
      return undefined
  }
}

/** Whether the answer shown is of another scenario or other rules than are chosen now. */
export function selectIsRuleDiffStale(state: AppState): boolean {
  const { result } = state.ruleDiff
  const now = ruleDiffInputs(state)
  return result !== undefined && (now === undefined || !isSameDiff(result.of, now))
}

export function isSameDiff(one: RuleDiffInputs, other: RuleDiffInputs): boolean {
  return one.scenario === other.scenario && one.a === other.a && one.b === other.b && one.walls === other.walls && one.lowersLeverage === other.lowersLeverage
}
