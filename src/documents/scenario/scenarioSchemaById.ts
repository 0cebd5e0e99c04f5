import { scenarioSchemaBy } from './ScenarioDocument.ts'
import { tapeSourceSchema } from './TapeSource.ts'

/** The validator of a scenario with prices of any source and rules by their id. */
export const scenarioSchemaById = scenarioSchemaBy(tapeSourceSchema)
