import { rulesSchema } from '../rules/RulesDocument.ts'
import { scenarioSchemaBy } from './ScenarioDocument.ts'
import { tapeSourceSchema } from './TapeSource.ts'

/** The validator of a scenario, its rules by id or written out. */
export const scenarioSchema = scenarioSchemaBy(tapeSourceSchema, rulesSchema)
