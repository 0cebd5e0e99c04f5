import type * as v from 'valibot'
import { parseReading } from './parseReading.ts'
import type { Parsed, PathKey, Problem } from './Problem.ts'
import { readingOf } from './readingOf.ts'

export const DOCUMENT_NAMES = ['scenario', 'rules', 'tape', 'book', 'calc'] as const
export type DocumentName = (typeof DOCUMENT_NAMES)[number]

/** A document as its validator takes it, with what was left out on the way. */
export interface Prepared {
  readonly value: unknown
  readonly warnings: readonly Problem[]
  /** What is wrong there is no matter. */
  readonly isLeftOut: (path: readonly PathKey[]) => boolean
}

/**
 * JSON text, or a value that came from elsewhere, checked against a document's validator. First what can be said about
 * any JSON, then whether it is this kind of document and of a version we know, then every key.
 */
export function parseDocument<T>(input: unknown, name: DocumentName, schema: v.GenericSchema<unknown, T>, prepare?: (value: unknown) => Prepared): Parsed<T> {
  return parseReading(readingOf(input), name, schema, prepare)
}
