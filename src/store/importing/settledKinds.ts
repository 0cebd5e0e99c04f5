import type { PartKind } from '../../documents/scenario/TapeSource.ts'
import type { Reading } from './Reading.ts'

/**
 * The files, of those read, that should be another price than they were taken for. A file alone is the mark, whatever it
 * looks like, since margin stands on one; what looks like last or index prices is that beside a file that is the mark. [K4]
 */
export function settledKinds(readings: readonly Reading[]): readonly { readonly reading: Reading; readonly kind: PartKind }[] {
  const marked = new Set(readings.filter(isMark).map(({ part }) => part?.instrument))
  return readings.flatMap((reading) => {
    const { part, kind, look } = reading
    if (part === undefined || kind !== undefined || part.kind === 'funding') return []
    const beside = look?.kind === 'last' || look?.kind === 'index' ? look.kind : 'mark'
    const wanted = marked.has(part.instrument) ? beside : 'mark'
    return wanted === (part.kind ?? 'mark') ? [] : [{ reading, kind: wanted }]
  })
}

function isMark({ part, kind, look }: Reading): boolean {
  return part !== undefined && (kind === 'mark' || (kind === undefined && look?.kind === 'mark'))
}
