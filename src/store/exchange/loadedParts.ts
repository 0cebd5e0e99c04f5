import type { FilePart, FileSource } from '../../documents/scenario/TapeSource.ts'
import { mergeRefusal } from '../../tapes/mergeTapes.ts'
import type { LoadedPart } from '../../workers/exchange/protocol.ts'
import type { TapePart } from '../../workers/run/TapeData.ts'
import type { ExchangeResult } from '../slices/ExchangeState.ts'

/** What was loaded, as the screen and a scenario name it. */
export function resultOf(parts: readonly LoadedPart[], notes: readonly string[]): ExchangeResult {
  return { parts: parts.map(({ tape: _tape, ...rest }) => rest), notes, tape: tapeOf(parts), problem: problemOf(parts) }
}

function tapeOf(parts: readonly LoadedPart[]): FileSource {
  return { type: 'file', files: parts.map((part): FilePart => ({ ...nameOf(part), checksum: part.checksum, origin: part.origin })) }
}

/** Why they do not go on one clock: bars, names, no time in common. Funding has no clock. */
function problemOf(parts: readonly LoadedPart[]): string | undefined {
  const priced = parts.filter(({ tape }) => tape.ticks > 0)
  if (priced.length === 0) return undefined
  return mergeRefusal(priced.map(({ tape: { header, first, last, series } }) => ({ barMillis: header.barMillis, between: header.between, time: Float64Array.of(first, last), series })))?.message
}

/** As the shelf keeps it. */
export function shelfPart(part: LoadedPart): TapePart {
  return { ...nameOf(part), checksum: part.checksum, tape: part.tape }
}

function nameOf({ name, instrument, kind }: LoadedPart): Pick<FilePart, 'name' | 'instrument' | 'kind'> {
  return { name, instrument, ...(kind === 'mark' ? {} : { kind }) }
}
