import { createSelector } from 'reselect'
import type { Twin } from '../../workers/run/Frame.ts'
import type { AppState } from '../AppState.ts'

/** A bucket with open positions: what stands over them in the table. */
export interface BucketHead {
  readonly type: 'bucket'
  readonly key: string
  readonly bucket: string
  readonly pool: string
  readonly twin: Twin
  readonly equity: string
  readonly maintenanceMargin: string
  /** Absent where the pool has no equity left. */
  readonly marginRatio: string | undefined
  readonly positions: number
}

const NONE: readonly BucketHead[] = []

/** Of the account whose tables are shown. */
export const selectBucketHeads: (state: AppState) => readonly BucketHead[] = createSelector(
  [(state: AppState) => state.view.detail],
  (detail) => {
    const heads = (detail?.account.pools ?? []).flatMap((pool): readonly BucketHead[] =>
      pool.type === 'bucket' && pool.legs.length > 0
        ? [{
            type: 'bucket',
            key: pool.id,
            bucket: pool.id.slice('bucket:'.length),
            pool: pool.id,
            twin: detail?.twin ?? 'as-set',
            equity: pool.equity,
            maintenanceMargin: pool.maintenanceMargin,
            marginRatio: pool.marginRatio,
            positions: pool.legs.length,
          }]
        : [],
    )
    return heads.length === 0 ? NONE : heads
  },
)
