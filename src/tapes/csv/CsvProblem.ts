/** A row that could not be used. The message is a whole sentence: what, where, and what to do. */
export interface CsvProblem {
  /** In the file, from 1. */
  readonly line: number
  /** From 1; absent where the whole line is meant. */
  readonly column?: number
  readonly message: string
}
