import type { PriceKind, Tape } from '../../engine/index.ts'

/**
 * Closes of every series as the liquidation test sees them: in the place of a mark the price that triggers, where the
 * tape has it. [K5]
 */
export function testColumns({ series }: Tape, trigger: PriceKind): readonly Float64Array[] {
  return series.map(({ instrument, kind = 'mark', close }) => {
    const seen = kind === 'mark' && trigger !== 'mark' ? series.find((other) => other.instrument === instrument && other.kind === trigger) : undefined
    return seen?.close ?? close
  })
}
