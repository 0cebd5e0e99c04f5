import type { Moment } from '../ledger/Draft.ts'
import { payFunding } from './payFunding.ts'
import type { Play } from './Play.ts'

/** Pays funding. It is cash alone: what was known of a pool's safe range is known of it still. */
export function fundPools(play: Play, moment: Moment): void {
  const before = [...play.draft.account.pools.values()]
  payFunding(play.draft, moment, play.funding)
  for (const pool of before) {
    const after = play.draft.account.pools.get(pool.id)
    if (after !== undefined && after !== pool) play.ranges.carry(pool, after)
  }
}
