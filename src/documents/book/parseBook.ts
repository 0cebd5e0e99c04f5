import { parseDocument } from '../parseDocument.ts'
import { accepted, refusedWith, type Parsed } from '../Problem.ts'
import { bookSchema } from './BookDocument.ts'
import { bookOf, type BookSetup } from './bookOf.ts'
import { bookWarnings } from './bookProblems.ts'
import { percentRates } from './percentRates.ts'
import { publishedRows } from './publishedRows.ts'

export type { BookSetup } from './bookOf.ts'

/** A Book document, as JSON text or as a value. */
export function parseBook(input: unknown): Parsed<BookSetup> {
  const parsed = parseDocument(input, 'book', bookSchema, (value) => publishedRows(percentRates(value)))
  if (!parsed.ok) return parsed
  const { setup, problems, warnings } = bookOf(parsed.value)
  if (problems.length > 0) return refusedWith(problems)
  return accepted(setup, [...parsed.warnings, ...bookWarnings(parsed.value), ...warnings])
}
