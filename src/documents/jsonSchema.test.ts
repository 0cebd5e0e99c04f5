import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { jsonText } from './json/jsonText.ts'
import { jsonSchema } from './jsonSchema.ts'
import { DOCUMENT_NAMES } from './parseDocument.ts'

describe('public/schema', () => {
  it.each(DOCUMENT_NAMES)('%s.schema.json is what the validators give today (npx tsx scripts/generateSchemas.ts)', (name) => {
    const file = new URL(`../../public/schema/${name}.schema.json`, import.meta.url)
    expect(readFileSync(file, 'utf8')).toBe(jsonText(jsonSchema(name)))
  })

  it('knows the keys that are needed and refuses the ones nobody knows', () => {
    const book = jsonSchema('book')
    expect(book['required']).toEqual(['schema', 'marks', 'positions'])
    expect(book['additionalProperties']).toBe(false)
    expect(book['patternProperties']).toEqual({ '^x-': {} })
  })
})
