import * as v from 'valibot'
import { ok, refused, type Result } from '../../engine/index.ts'
import { problemLines } from '../Problem.ts'
import { problemsOf } from '../validators/problemsOf.ts'
import { type TapeSource, tapeSourceSchema } from './TapeSource.ts'

/** Where prices come from, as a value that came from elsewhere; or one line for each thing that is wrong with it, by its path. */
export function parseTapeSource(input: unknown): Result<TapeSource, readonly string[]> {
  const read = v.safeParse(tapeSourceSchema, input)
  if (read.success) return ok(read.output)
  return refused(problemLines(problemsOf(read.issues).map(({ path, message }) => ({ path: ['tape', ...path], message }))))
}
