import type { CsvMapping } from '../../tapes/csv/CsvMapping.ts'
import type { CsvReport } from '../../tapes/csv/CsvReport.ts'
import type { TapeInfo } from '../../workers/run/SessionInfo.ts'

export type ImportMapping = CsvMapping

/** Files on their way to becoming a tape. */
export interface ImportState {
  /** `ready`: every file was read and they fit on one clock: `acceptImport` opens the tape. */
  readonly status: 'idle' | 'reading' | 'ready' | 'refused'
  readonly files: readonly ImportedFile[]
  /** What the files make together; when `ready`. */
  readonly tape: TapeInfo | undefined
  /** Why they do not go together, in words of the tapes. */
  readonly problem: string | undefined
}

export interface ImportedFile {
  readonly name: string
  readonly bytes: number
  readonly status: 'reading' | 'read' | 'refused'
  /** 0 to 1. */
  readonly progress: number
  /** As detected, or as corrected by the user; absent until detected. */
  readonly mapping: CsvMapping | undefined
  /** Rows, range, gaps, duplicates, violations, first and last rows. */
  readonly report: CsvReport | undefined
  /** Why it was refused, one line each, with line and column. */
  readonly problems: readonly string[]
}
