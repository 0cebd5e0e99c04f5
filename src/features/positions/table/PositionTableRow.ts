import type { BucketHead } from '../../../store/selectors/selectBucketHeads.ts'
import type { PositionRow } from '../../../store/selectors/rows/PositionRow.ts'

/** A line of the positions table: a position, a liquidated leg, or the head of a bucket over its positions. */
export type PositionTableRow = PositionRow | BucketHead
