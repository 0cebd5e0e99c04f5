import { builtinRules } from '../../engine/index.ts'
import type { Parsed } from '../Problem.ts'
import { parseScenarioBy } from './parseScenarioBy.ts'
import { readingOf } from '../readingOf.ts'
import type { Scenario } from './Scenario.ts'
import { writtenRules } from './writtenRules.ts'

/** A Scenario document, as JSON text or as a value, with every default filled in; it may name any built-in rules. */
export function parseScenario(input: unknown): Parsed<Scenario> {
  return parseScenarioBy(readingOf(input), { known: builtinRules, written: writtenRules })
}
