import { rulesOf } from '../rules/rulesOf.ts'
import type { WrittenRules } from './parseScenarioBy.ts'
import { scenarioSchema } from './scenarioSchema.ts'

/** Reads rules that are written out in a scenario. */
export const writtenRules: WrittenRules = { schema: scenarioSchema, read: rulesOf }
