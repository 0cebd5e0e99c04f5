import * as v from 'valibot'
import { guardTree } from './json/guardTree.ts'
import type { JsonReading } from './json/readJson.ts'
import { withoutNulls } from './json/withoutNulls.ts'
import { accepted, MOST_PROBLEMS, pathText, quoted, refusedWith, type Parsed, type Problem } from './Problem.ts'
import type { DocumentName, Prepared } from './parseDocument.ts'
import { problemsOf } from './validators/problemsOf.ts'

/** The only version there is. A document says which one it was written for in its `schema` key. */
const SCHEMA = 1

/** A document that was read: JSON text, with what is wrong with it beside its value, or a value that came from elsewhere. */
export type DocumentReading = JsonReading & { readonly isText: boolean }

/** A value that came from elsewhere. */
export function valueReading(value: unknown): DocumentReading {
  return { json: { value }, problems: guardTree(value), isText: false }
}

/** `parseDocument`, of what is read already. Knows nothing of text: the page fetches what reads it when there is some. */
export function parseReading<T>(reading: DocumentReading, name: DocumentName, schema: v.GenericSchema<unknown, T>, prepare: (value: unknown) => Prepared = asItIs): Parsed<T> {
  const { json, problems: found, isText } = reading
  if (json === undefined || (!isText && found.length > 0)) return refusedWith(found)
  const misfit = wrongDocument(json.value, name)
  if (misfit !== undefined) return refusedWith([...found, misfit])
  const stated = withoutNulls(json.value)
  const prepared = prepare(stated.value)
  const problems = found.filter(({ path }) => !prepared.isLeftOut(path))
  const result = v.safeParse(schema, prepared.value)
  const warnings = [...stated.warnings.filter(({ path }) => !prepared.isLeftOut(path)), ...prepared.warnings]
  if (result.success && problems.length === 0) return accepted(result.output, warnings)
  const issues = result.issues ?? []
  const wrong = problemsOf(issues.slice(0, MOST_WORDED)).map((problem) => (problem.message === 'missing' && stated.places.has(pathText(problem.path)) ? { ...problem, message: 'missing; null was given' } : problem))
  return refusedWith([...oneEach([...problems, ...wrong]), ...Array.from({ length: Math.max(0, issues.length - MOST_WORDED) }, () => NOT_WORDED)])
}

/** Far more than anybody is shown. The rest is counted: putting words to ten thousand problems takes longer than finding them. */
const MOST_WORDED = 4 * MOST_PROBLEMS
const NOT_WORDED: Problem = { path: [], message: 'one more problem' }

function asItIs(value: unknown): Prepared {
  return { value, warnings: [], isLeftOut: () => false }
}

/** The first thing to say about each place. */
function oneEach(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>()
  return problems.filter(({ path }) => {
    const place = JSON.stringify(path)
    if (seen.has(place)) return false
    seen.add(place)
    return true
  })
}

function wrongDocument(value: unknown, name: DocumentName): Problem | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { path: [], message: `a ${name} document was expected, ${quoted(value)} was given` }
  }
  const kind = kindOf(value)
  // A calculation may stand beside a book, and says so in the book's words.
  const isBeside = name === 'calc' && kind === 'book'
  if (kind !== undefined && kind !== name && !isBeside) return { path: [], message: `a ${name} document was expected, this looks like a ${kind} document` }
  const version: unknown = 'schema' in value ? value.schema : undefined
  if (version === SCHEMA) return undefined
  if (version === undefined) return { path: ['schema'], message: `missing; a ${name} document begins with "schema": ${SCHEMA}` }
  if (typeof version === 'number' && Number.isInteger(version) && version > SCHEMA) {
    return { path: ['schema'], message: `written by a newer Bulkhead (schema ${version}); this one reads schema ${SCHEMA}` }
  }
  return { path: ['schema'], message: `${SCHEMA} was expected, ${quoted(version)} was given` }
}

/** A key that only one kind of document has. */
const TELLTALES: readonly (readonly [string, DocumentName])[] = [
  ['entryPrice', 'calc'],
  ['solve', 'calc'],
  ['commands', 'scenario'],
  ['tape', 'scenario'],
  ['positions', 'book'],
  ['marks', 'book'],
  ['series', 'tape'],
  ['tiers', 'rules'],
  ['liquidation', 'rules'],
]

function kindOf(value: object): DocumentName | undefined {
  return TELLTALES.find(([key]) => Object.hasOwn(value, key))?.[1]
}
