import { Decimal } from '../../../engine/index.ts'
import type { FundingRow } from '../../../store/selectors/rows/TableRows.ts'

/** A payment with the sum of all up to it. */
export type FundingLine = FundingRow & { readonly sum: string }

/** Newest first, as they come. */
export function fundingLines(rows: readonly FundingRow[]): readonly FundingLine[] {
  let sum = new Decimal(0)
  return rows.toReversed().map((row) => {
    sum = sum.plus(row.amount)
    return { ...row, sum: sum.toFixed() }
  }).toReversed()
}
