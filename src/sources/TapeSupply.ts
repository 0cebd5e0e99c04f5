import type { Result, Tape } from '../engine/index.ts'
import type { FilePart } from '../documents/scenario/TapeSource.ts'
import type { TapeText } from '../tapes/bundled/loadBundledTape.ts'

/** A tape, or one line for each thing that keeps it from being made, with its path in the scenario. */
export type TapeResult = Result<Tape, readonly string[]>

/** What a tape may have to be made from besides its source. */
export interface TapeSupply {
  /** Reads a file that ships with the program. */
  readonly textOf: TapeText
  /** The prices of one of the user's files, as they were read; what keeps them from being there in one sentence. */
  readonly fileOf: (part: FilePart) => Promise<Result<Tape, { readonly message: string }>>
}
