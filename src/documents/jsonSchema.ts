import { toJsonSchema } from '@valibot/to-json-schema'
import type { DocumentName } from './parseDocument.ts'
import { schemas } from './schemas.ts'
import { tapeSourceSchema } from './scenario/TapeSource.ts'
import { decimals } from './validators/decimals.ts'

/**
 * The JSON Schema of a document, from the validator itself. It describes what is accepted as far as a schema can: what
 * depends on several places (tier tables, equal lengths, legs) is checked when the document is read.
 */
export function jsonSchema(name: DocumentName): Readonly<Record<string, unknown>> {
  const schema = toJsonSchema(schemas[name], {
    target: 'draft-2020-12',
    typeMode: 'input',
    errorMode: 'ignore',
    // Prices are made of other prices: the schema names itself.
    definitions: { ...decimals, tapeSource: tapeSourceSchema },
    overrideSchema({ valibotSchema, jsonSchema }) {
      if (valibotSchema.type !== 'loose_object') return undefined
      return { ...jsonSchema, additionalProperties: false, patternProperties: { '^x-': {} } }
    },
  })
  const { $schema, $defs = {}, ...rest } = schema
  const text = JSON.stringify(rest)
  const used = Object.entries($defs).filter(([key]) => text.includes(`"#/$defs/${key}"`))
  const head = { $schema, $id: `${name}.schema.json`, title: `Bulkhead ${name} document, schema 1` }
  return { ...head, ...rest, ...(used.length === 0 ? {} : { $defs: Object.fromEntries(used) }) }
}
