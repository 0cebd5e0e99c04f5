import { Decimal } from '../../../engine/index.ts'
import type { FundingRow } from '../../../store/selectors/rows/TableRows.ts'

/** A payment with the sum of all of its position up to it. [F3] */
export type FundingLine = FundingRow & { readonly sum: string }

/** Newest first, as they come. */
export function fundingLines(rows: readonly FundingRow[]): readonly FundingLine[] {
  const sums = new Map<string, Decimal>()
  return rows.toReversed().map((row) => {
    const sum = (sums.get(row.leg) ?? new Decimal(0)).plus(row.amount)
    sums.set(row.leg, sum)
    return { ...row, sum: sum.toFixed() }
  }).toReversed()
}
