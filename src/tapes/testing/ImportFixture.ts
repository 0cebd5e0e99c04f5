import type { RowContent } from '../csv/CsvMapping.ts'
import type { CsvReport } from '../csv/CsvReport.ts'
import type { PriceLook } from '../csv/priceLook.ts'

/** A file as a known source writes it, by its name and text, with what reading it must give. */
export interface ImportFixture {
  /** The row of data-sources.md section 3, and what is typical or troublesome about this one. */
  readonly source: string
  readonly name: string
  readonly text: string
  /** `bars` unless said. */
  readonly content?: RowContent
  /** ISO time, then open, high, low, close, or the close or rate alone. */
  readonly rows: readonly (readonly [time: string, ...prices: number[]])[]
  /** None unless said. */
  readonly questions?: readonly string[]
  /** `unknown`: nothing tells, as when it is left out. */
  readonly look?: PriceLook['kind'] | 'unknown'
  readonly symbol?: string
  /** Parts of notes that must be there. */
  readonly notes?: readonly string[]
  readonly report?: Partial<CsvReport>
}
