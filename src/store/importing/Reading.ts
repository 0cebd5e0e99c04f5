import type { PartKind } from '../../documents/scenario/TapeSource.ts'
import type { PriceLook } from '../../tapes/csv/priceLook.ts'
import type { TapePart } from '../../workers/run/TapeData.ts'
import type { ImportMapping } from '../slices/ImportState.ts'

/** What the state cannot hold of a file: the file itself, the reading under way, and its columns. */
export interface Reading {
  readonly file: File
  /** The archive it was taken out of. */
  readonly archive: { readonly name: string; readonly entry: string } | undefined
  abort: AbortController
  mapping: ImportMapping | undefined
  instrument: string | undefined
  /** As the user chose it. */
  kind: PartKind | undefined
  /** As it was settled beside the other files, where the user chose none. */
  settled: PartKind | undefined
  part: TapePart | undefined
  look: PriceLook | undefined
  timer: number | undefined
}

export function newReading(file: File, archive?: Reading['archive']): Reading {
  return { file, archive, abort: new AbortController(), mapping: undefined, instrument: undefined, kind: undefined, settled: undefined, part: undefined, look: undefined, timer: undefined }
}
