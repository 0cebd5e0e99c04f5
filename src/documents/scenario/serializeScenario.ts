import { jsonText } from '../json/jsonText.ts'
import { rulesToDocument } from '../rules/rulesToDocument.ts'
import type { Scenario } from './Scenario.ts'
import { scenarioToDocument } from './scenarioToDocument.ts'

/** A scenario as the text of a document, keys always in the same order, so that two texts can be compared line by line. */
export function serializeScenario(scenario: Scenario): string {
  const { rules } = scenario
  return jsonText(scenarioToDocument(scenario, rules.type === 'built-in' ? rules.id : rulesToDocument(rules.rules)))
}
