import { plainRules, standardRules, textbookRules, type Rules } from '../../engine/index.ts'
import type { Parsed } from '../../documents/Problem.ts'
import type { RulesDocument } from '../../documents/rules/RulesDocument.ts'
import { valueReading } from '../../documents/parseReading.ts'
import { parseScenarioBy } from '../../documents/scenario/parseScenarioBy.ts'
import type { Scenario } from '../../documents/scenario/Scenario.ts'
import { everySource, texts, venues } from './later.ts'
import type { ScenarioFile } from './ScenarioFile.ts'

/** What the first screen plays by. */
const OWN: ReadonlyMap<string, Rules> = new Map([plainRules, standardRules, textbookRules].map((rules) => [rules.id, rules]))

/**
 * Reads a scenario. What reads text is fetched where it is one, what checks other sources of prices when it names one, the
 * venues' tables and the readers of rules when its rules are not our own: the first screen does without.
 */
export async function parseWithVenues(source: string | ScenarioFile): Promise<Parsed<Scenario>> {
  const reading = typeof source === 'string' ? (await texts()).readingOf(source) : valueReading(source)
  let parsed = parseScenarioBy(reading, { known: OWN })
  if (isAbout(parsed, 'tape')) parsed = parseScenarioBy(reading, { known: OWN, schema: (await everySource()).scenarioSchemaById })
  if (!isAbout(parsed, 'rules')) return parsed
  const { builtinRules, writtenRules } = await venues()
  return parseScenarioBy(reading, { known: builtinRules, written: writtenRules })
}

function isAbout(parsed: Parsed<Scenario>, field: 'tape' | 'rules'): boolean {
  return !parsed.ok && parsed.error.some(({ path }) => path[0] === field)
}

/** Its rules as a document has them. */
export async function rulesAsWritten({ rules }: Scenario): Promise<string | RulesDocument> {
  return rules.type === 'built-in' ? rules.id : (await venues()).rulesToDocument(rules.rules)
}
