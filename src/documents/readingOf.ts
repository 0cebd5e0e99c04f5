import { readJson } from './json/readJson.ts'
import { valueReading, type DocumentReading } from './parseReading.ts'

/** JSON text, or a value that came from elsewhere, read. */
export function readingOf(input: unknown): DocumentReading {
  return typeof input === 'string' ? { ...readJson(input), isText: true } : valueReading(input)
}
