import type { BucketHead } from '../../../store/selectors/selectBucketHeads.ts'
import type { PositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import type { PositionTableRow } from './PositionTableRow.ts'

/** Rows with the head of each bucket put before its positions; liquidated legs last. */
export function positionLines(rows: readonly PositionRow[], buckets: readonly BucketHead[]): readonly PositionTableRow[] {
  const block = positionBlocks(buckets)
  return [...rows, ...buckets].sort((a, b) => block(a) - block(b))
}

/** Own walls and the shared pool first, then bucket after bucket with its head on top, liquidated legs at the end. */
export function positionBlocks(buckets: readonly BucketHead[]): (row: PositionTableRow) => number {
  return (row) => {
    if (row.type === 'liquidated') return 2 * buckets.length + 2
    if (row.bucket === undefined) return 0
    const index = buckets.findIndex((head) => head.bucket === row.bucket)
    return 2 * index + (row.type === 'bucket' ? 1 : 2)
  }
}
