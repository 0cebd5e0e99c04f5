import { Decimal } from '../../../engine/index.ts'
import type { FundingRow } from '../../../store/selectors/rows/TableRows.ts'

/** A payment with the sum of all up to it, in the order of time. */
export type FundingLine = FundingRow & { readonly sum: string }

export function fundingLines(rows: readonly FundingRow[]): readonly FundingLine[] {
  let sum = new Decimal(0)
  return rows.toSorted((a, b) => a.time - b.time).map((row) => {
    sum = sum.plus(row.amount)
    return { ...row, sum: sum.toFixed() }
  })
}
