import { Decimal } from '../../engine/index.ts'
import type { TierFacts } from '../rules/tierFacts.ts'

export interface RequirementLine {
  readonly fromX: number
  readonly toX: number
  readonly fromY: number
  readonly toY: number
}

/** The requirement over the notional as a chart draws it, up to the end of a tier (all of them without one). */
export function requirementLine({ pieces }: TierFacts, lastRow: number | undefined): readonly RequirementLine[] {
  return pieces
    .filter(({ row }) => lastRow === undefined || row <= lastRow)
    .map(({ from, to, requiredFrom, requiredTo }) => ({
      fromX: new Decimal(from).toNumber(),
      toX: new Decimal(to).toNumber(),
      fromY: new Decimal(requiredFrom).toNumber(),
      toY: new Decimal(requiredTo).toNumber(),
    }))
}
