import type { CsvMapping } from '../../tapes/csv/CsvMapping.ts'
import type { CsvProblem } from '../../tapes/csv/CsvProblem.ts'
import type { CsvReport } from '../../tapes/csv/CsvReport.ts'
import type { CsvDetection } from '../../tapes/csv/detectCsv.ts'
import type { TapePart } from '../run/TapeData.ts'

/** Main thread → import worker. */
export type ImportRequest = { readonly id: number } & (
  /** Without a mapping the detected one is used. `instrument`: a name for it; from the file's name unless said. */
  | { readonly type: 'read'; readonly file: Blob; readonly name: string; readonly mapping: CsvMapping | undefined; readonly instrument: string | undefined }
  | { readonly type: 'cancel'; readonly target: number }
)

/** Import worker → main thread. Every `read` gets one final reply; `progress` may come before it. */
export type ImportReply = { readonly id: number } & (
  | { readonly type: 'progress'; readonly share: number; readonly rows: number }
  | { readonly type: 'read'; readonly detection: CsvDetection; readonly mapping: CsvMapping; readonly report: CsvReport; readonly part: TapePart }
  | RefusedFile
  | { readonly type: 'cancelled' }
  /** A broken invariant; the file is not the reason. */
  | { readonly type: 'failed'; readonly message: string }
)

export interface RefusedFile {
  readonly type: 'refused'
  /** One sentence: what, and what to do. */
  readonly message: string
  /** Broken rows behind the refusal, if that is the reason. */
  readonly problems: readonly CsvProblem[]
  /** What was detected, where the file is one that a better mapping could read. */
  readonly detection: CsvDetection | undefined
  readonly mapping: CsvMapping | undefined
}
