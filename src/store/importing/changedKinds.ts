import type { PartKind } from '../../documents/scenario/TapeSource.ts'
import { settledKinds } from '../../tapes/settledKinds.ts'
import type { Reading } from './Reading.ts'

/** The files, of those read, that are another price beside the others than they were taken for. */
export function changedKinds(readings: readonly Reading[]): readonly { readonly reading: Reading; readonly kind: PartKind }[] {
  const read = readings.flatMap((reading) => (reading.part === undefined ? [] : [{ reading, part: reading.part }]))
  const kinds = settledKinds(read.map(({ reading: { kind, look }, part }) => ({ instrument: part.instrument, chosen: kind, look })))
  return read.flatMap(({ reading, part }, i) => {
    const kind = kinds[i] ?? 'mark'
    return kind === (part.kind ?? 'mark') ? [] : [{ reading, kind }]
  })
}
