import type { PriceKind } from '../engine/index.ts'
import type { PriceLook } from './csv/priceLook.ts'

/** A file that was read, as far as it tells which price of its instrument it is. */
export interface KindSigns {
  readonly instrument: string
  /** As a person chose it. */
  readonly chosen: PriceKind | 'funding' | undefined
  readonly look: PriceLook | undefined
}

/**
 * Which price each file is. A file alone is the mark, whatever it looks like, since margin stands on one; what looks like
 * last or index prices is that beside a file that is the mark. What a person chose stands. [K4]
 */
export function settledKinds(files: readonly KindSigns[]): readonly (PriceKind | 'funding')[] {
  const marked = new Set(files.filter(({ chosen, look }) => chosen === 'mark' || (chosen === undefined && look?.kind === 'mark')).map(({ instrument }) => instrument))
  return files.map(({ instrument, chosen, look }) => {
    if (look?.kind === 'funding') return 'funding'
    if (chosen !== undefined) return chosen
    const beside = look?.kind === 'last' || look?.kind === 'index' ? look.kind : 'mark'
    return marked.has(instrument) ? beside : 'mark'
  })
}
