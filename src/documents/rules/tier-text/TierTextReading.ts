import type { TierDocument } from '../RulesDocument.ts'

/** What a column of a pasted tier table may hold. `range` is floor and cap in one cell: `0 - 50,000`. */
export const TIER_COLUMNS = ['floor', 'cap', 'range', 'maintenanceRate', 'maintenanceAmount', 'maxLeverage', 'initialRate', 'ignore'] as const
export type TierColumn = (typeof TIER_COLUMNS)[number]

/** What the reader of a paste may be told, where the text itself leaves it open. */
export interface TierTextOptions {
  readonly columns?: readonly TierColumn[] | undefined
  readonly decimalMark?: '.' | ',' | undefined
  /** Whether rates without a sign are fractions (0.004) or percent (0.4). */
  readonly rates?: 'fraction' | 'percent' | undefined
}

/** Something the text does not say and nobody may guess. */
export type TierTextQuestion = 'columns' | 'decimal-mark' | 'rates'

/** One cell (or line) that cannot be read. */
export interface TierTextProblem {
  /** Line of the text, from 1. */
  readonly line: number
  /** Column, from 1; absent where the line as a whole is meant. */
  readonly column: number | undefined
  readonly message: string
}

/** A pasted table as far as it was read. `rows` is filled when there are neither questions nor problems. */
export interface TierTextReading {
  /** As they stand, without the header. */
  readonly cells: readonly (readonly string[])[]
  readonly header: readonly string[] | undefined
  readonly columns: readonly TierColumn[]
  readonly decimalMark: '.' | ',' | undefined
  readonly rates: 'fraction' | 'percent' | undefined
  readonly questions: readonly TierTextQuestion[]
  readonly problems: readonly TierTextProblem[]
  readonly rows: readonly TierDocument[]
}
