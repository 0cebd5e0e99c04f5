import type { PartKind } from '../../documents/scenario/TapeSource.ts'
import type { CsvMapping } from '../../tapes/csv/CsvMapping.ts'
import type { CsvReport } from '../../tapes/csv/CsvReport.ts'
import type { CsvDetection } from '../../tapes/csv/detectCsv.ts'
import type { PriceLook } from '../../tapes/csv/priceLook.ts'

export type ImportMapping = CsvMapping

/** Files on their way to becoming a tape. */
export interface ImportState {
  /** `ready`: every file was read and they fit on one clock: `acceptImport` opens the tape. */
  readonly status: 'idle' | 'reading' | 'ready' | 'refused'
  readonly files: readonly ImportedFile[]
  /** Why they do not go together, in words of the tapes. */
  readonly problem: string | undefined
  /** How the prices are to be played between their points; `path` unless the user says otherwise. */
  readonly between: 'path' | 'jump'
}

export interface ImportedFile {
  /** By which it is told from the others; of one of several files in an archive the archive's name and the path in it. */
  readonly name: string
  readonly bytes: number
  readonly status: 'reading' | 'read' | 'refused'
  /** 0 to 1. */
  readonly progress: number
  /** Rows found so far. */
  readonly rowsRead: number
  /** The instrument's name: from the file's name, or as the user wrote it. */
  readonly instrument: string
  /** Which of its prices the file holds. */
  readonly kind: PartKind
  /** Column names, first rows as they stand, open questions; absent until detected, and where nothing could be. */
  readonly detection: CsvDetection | undefined
  /** As detected, or as corrected by the user; absent until detected. */
  readonly mapping: CsvMapping | undefined
  /** Rows, range, gaps, duplicates, violations, first and last rows. */
  readonly report: CsvReport | undefined
  /** Which price it seems to hold. */
  readonly look?: PriceLook | undefined
  /** Paths of what was in its archive besides and is not read. */
  readonly leftOut?: readonly string[] | undefined
  /** Why it was refused, one line each, with line and column. */
  readonly problems: readonly string[]
}
