import { mkdirSync, writeFileSync } from 'node:fs'
import { jsonText } from '../src/documents/json/jsonText.ts'
import { jsonSchema } from '../src/documents/jsonSchema.ts'
import { DOCUMENT_NAMES } from '../src/documents/parseDocument.ts'

/** Writes public/schema/*.schema.json from the validators: `npx tsx scripts/generateSchemas.ts`. A test says when it is due. */
const folder = new URL('../public/schema/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const name of DOCUMENT_NAMES) writeFileSync(new URL(`${name}.schema.json`, folder), jsonText(jsonSchema(name)))
