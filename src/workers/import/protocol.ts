import type { PartKind } from '../../documents/scenario/TapeSource.ts'
import type { CsvMapping } from '../../tapes/csv/CsvMapping.ts'
import type { CsvProblem } from '../../tapes/csv/CsvProblem.ts'
import type { CsvReport } from '../../tapes/csv/CsvReport.ts'
import type { CsvDetection } from '../../tapes/csv/detectCsv.ts'
import type { PriceLook } from '../../tapes/csv/priceLook.ts'
import type { UnpackedArchive } from '../../tapes/archive/unzipped.ts'
import type { TapePart } from '../run/TapeData.ts'

/** Main thread → import worker. */
export type ImportRequest = { readonly id: number } & (
  | ReadRequest
  /** The files of a zip archive, each to be read on its own. */
  | { readonly type: 'unpack'; readonly file: Blob }
  | { readonly type: 'cancel'; readonly target: number }
)

export interface ReadRequest {
  readonly type: 'read'
  readonly file: Blob
  readonly name: string
  /** The detected one where absent. */
  readonly mapping: CsvMapping | undefined
  /** A name for it; from the file's name where absent. */
  readonly instrument: string | undefined
  /** Which of the instrument's prices it holds; the mark where absent. */
  readonly kind?: PartKind | undefined
  /** Where it lay in the archive `name`; absent of a file that lay in none. */
  readonly entry?: string | undefined
}

/** Import worker → main thread. Every `read` and `unpack` gets one final reply; `progress` may come before it. */
export type ImportReply = { readonly id: number } & (
  | { readonly type: 'progress'; readonly share: number; readonly rows: number }
  | { readonly type: 'read'; readonly detection: CsvDetection; readonly mapping: CsvMapping; readonly report: CsvReport; readonly part: TapePart; readonly look: PriceLook | undefined }
  | ({ readonly type: 'unpacked' } & UnpackedArchive)
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
