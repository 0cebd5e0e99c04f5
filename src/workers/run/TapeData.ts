import type { Tape } from '../../engine/index.ts'

/** A tape read from the user's files, as it is kept and sent: the engine's columns and the checksum of their contents. */
export interface TapeData {
  /** `tapeHash` of the tape. */
  readonly checksum: string
  readonly tape: Tape
}
