import { required } from '../result/result.ts'
import { standingKey } from '../tape/priceKey.ts'
import type { PriceKind } from '../venues/Rules.ts'
import type { Play } from './Play.ts'
import { mayReach } from './safeRange.ts'

/** Whether the certificates say that no pool can fail at a point. */
export function isQuiet(play: Play, point: Float64Array): boolean {
  for (const pool of play.draft.account.pools.values()) {
    if (pool.legs.length > 0 && !play.ranges.covers(pool, point)) return false
  }
  return true
}

/** Whether any trigger could fire between two points: saves asking exactly. */
export function anyMayFire(play: Play, from: Float64Array, to: Float64Array): boolean {
  return play.watched().some((each) => mayReach(each, required(from[each.series], 'a price'), required(to[each.series], 'a price')))
}

/** Shows trailing stops a point the prices have come to. [P11] */
export function follow(play: Play, point: Float64Array): void {
  const trailing = play.trailing()
  if (trailing.length > 0) play.trails.follow(trailing, (trail) => pointOf(play, point, trail))
}

function pointOf(play: Play, point: Float64Array, { instrument, by }: { readonly instrument: string; readonly by: PriceKind }): number {
  return required(point[required(play.series.get(standingKey(play.series, instrument, by)), instrument)], instrument)
}
