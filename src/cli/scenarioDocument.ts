import { rulesToDocument } from '../documents/rules/rulesToDocument.ts'
import type { Scenario } from '../documents/scenario/Scenario.ts'
import { scenarioToDocument } from '../documents/scenario/scenarioToDocument.ts'

/** A scenario as a document that is read back the same: its rules by their id where they are built in, else in full. */
export function scenarioDocument(scenario: Scenario): ReturnType<typeof scenarioToDocument> {
  return scenarioToDocument(scenario, scenario.rules.type === 'built-in' ? scenario.rules.id : rulesToDocument(scenario.rules.rules))
}
