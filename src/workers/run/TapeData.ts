import type { FilePart, PartKind } from '../../documents/scenario/TapeSource.ts'
import type { PackedTape } from '../../tapes/packedTape.ts'

/** Prices read from the user's files, one tape a file, as they are kept and sent; the worker puts them on one clock. */
export interface TapeData {
  readonly parts: readonly TapePart[]
}

export interface TapePart {
  readonly name: string
  readonly instrument: string
  /** Which of its prices; `mark` unless said. */
  readonly kind?: PartKind | undefined
  /** As in the document: where in an archive the file lies, and how long the bars are that were made of trades. */
  readonly entry?: FilePart['entry']
  readonly barMillis?: FilePart['barMillis']
  /** `tapeHash` of the tape: what the document remembers of the file. */
  readonly checksum: string
  readonly tape: PackedTape
}
