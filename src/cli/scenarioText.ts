import { jsonText } from '../documents/json/jsonText.ts'
import { rulesToDocument } from '../documents/rules/rulesToDocument.ts'
import type { Scenario } from '../documents/scenario/Scenario.ts'
import { scenarioToDocument } from '../documents/scenario/scenarioToDocument.ts'

/** A scenario as a document that is read back the same. */
export function scenarioText(scenario: Scenario): string {
  return jsonText(scenarioToDocument(scenario, scenario.rules.type === 'built-in' ? scenario.rules.id : rulesToDocument(scenario.rules.rules)))
}
