import { bookAccount } from '../engine/index.ts'
import type { BookSetup } from '../documents/book/parseBook.ts'
import { accountFigures } from './accountFigures.ts'

/** A book and every figure of it. */
export function marginReport(setup: BookSetup) {
  const { id, name, date, source } = setup.rules
  return { book: setup.title, rules: { id, name, date, source }, ...accountFigures(bookAccount(setup.book), setup) }
}

export type MarginReport = ReturnType<typeof marginReport>
