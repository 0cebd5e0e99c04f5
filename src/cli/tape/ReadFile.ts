import type { PartKind } from '../../documents/scenario/TapeSource.ts'
import type { Tape } from '../../engine/index.ts'
import type { ImportedCsv } from '../../tapes/csv/importCsv.ts'
import type { CsvReport } from '../../tapes/csv/CsvReport.ts'

/** A file, or one of an archive, that was read. */
export interface ReadFile {
  /** As it was given, folders included. */
  readonly path: string
  readonly entry: string | undefined
  readonly imported: ImportedCsv
  readonly report: CsvReport
  readonly instrument: string
  readonly kind: PartKind
  readonly tape: Tape
}

/** What is said of the files on the command line, for all of them. */
export interface TapeOptions {
  readonly instrument: string | undefined
  readonly kind: PartKind | undefined
  readonly change: { readonly barMillis?: number; readonly utcOffsetMinutes?: number; readonly summerTime?: 'EU' | 'US' }
}
