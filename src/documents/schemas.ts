import type { GenericSchema } from 'valibot'
import { bookSchema } from './book/BookDocument.ts'
import { calcSchema } from './calc/CalcDocument.ts'
import type { DocumentName } from './parseDocument.ts'
import { rulesSchema } from './rules/RulesDocument.ts'
import { scenarioSchema } from './scenario/scenarioSchema.ts'
import { tapeSchema } from './tape/TapeDocument.ts'

/** The validator of each document. */
export const schemas: Readonly<Record<DocumentName, GenericSchema>> = {
  scenario: scenarioSchema,
  rules: rulesSchema,
  tape: tapeSchema,
  book: bookSchema,
  calc: calcSchema,
}
