import { editWords } from '../words/editWords.ts'

/** What is wrong with the name of a new bucket. */
export function bucketNameProblem(name: string, taken: readonly string[]): string | undefined {
  if (name === '') return editWords.move.nameMissing
  if (!/^[\w-]{1,40}$/.test(name)) return editWords.move.nameWrong
  return taken.includes(name) ? editWords.move.nameTaken : undefined
}
