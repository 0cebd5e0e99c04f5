import { START } from '../units/fraction.ts'
import type { Millis } from '../units/millis.ts'
import { firstBreach } from '../margin/firstBreach.ts'
import { backingOf, isBreached, markOf, type Marks } from '../margin/poolMargin.ts'
import { testMarks } from '../tape/testMarks.ts'
import type { Account, Pool } from '../ledger/Account.ts'
import type { Draft, Moment } from '../ledger/Draft.ts'
import type { Rules } from '../venues/Rules.ts'
import { backstopRules } from './backstop.ts'
import { closesWhole, cooldownOf, isCooling } from './cooldown.ts'
import { liquidate } from './liquidate.ts'
import type { Play } from './Play.ts'
import type { Scene } from './Scene.ts'

/** A point at which the marks stand still, and whether they jumped to it. */
export interface Standing {
  readonly point: Float64Array
  readonly jumped: boolean
}

/** Tests every pool at a standing point and liquidates those that fail. [M6, Q7] */
export function testPools(play: Play, moment: Moment, { point, jumped }: Standing): void {
  const { draft, ranges } = play
  const context = { marks: moment.marks, rules: draft.setting.rules }
  for (const pool of draft.account.pools.values()) {
    if (pool.legs.length === 0) continue
    if (pool.cooling !== undefined) testCooling(draft, standing(draft, moment, jumped), pool)
    else if (!ranges.covers(pool, point) && isBreached(draft.account, pool, context)) liquidate(draft, standing(draft, moment, jumped), pool.id)
  }
}

/** A pool that cools down is looked at by the backstop alone; when the time is over it is tested as any other. [Q7, Q9] */
export function testCooling(draft: Draft, scene: Scene, pool: Pool): void {
  const { rules } = draft.setting
  if (isCooling(pool, scene.moment.at)) {
    if (closesWhole(rules)) {
      if (scene.fails(pool, rules)) liquidate(draft, scene, pool.id)
    } else if (scene.fails(pool, backstopRules(rules))) liquidate(draft, scene, pool.id, 'backstop')
  } else if (scene.fails(pool, rules)) liquidate(draft, scene, pool.id)
  else draft.emit(scene.moment, { type: 'pool-cooled', pool: pool.id })
}

function standing(draft: Draft, at: Moment, jumped: boolean): Scene {
  const moment = tested(draft, at)
  return {
    moment,
    untested: at,
    jumped,
    closingPrice: (position) => markOf(moment.marks, position.instrument),
    fails: (pool, rules) => (rules === draft.setting.rules ? isBreached(draft.account, pool, { marks: moment.marks, rules }) : failsAt(draft.account, pool, { marks: moment.marks, rules })),
  }
}

/** The test without dividing, under any rules. */
function failsAt(account: Account, pool: Pool, { marks, rules }: { readonly marks: Marks; readonly rules: Rules }): boolean {
  return firstBreach(backingOf(account, pool, { need: 'maintenance', rules }), { from: marks, to: marks }, { after: START, until: START }) !== undefined
}

/** A liquidation looks at the prices that trigger it, and closes at them. [K5] */
export function tested(draft: Draft, moment: Moment): Moment {
  return { ...moment, marks: testMarks(moment.marks, draft.setting.rules.liquidation.trigger) }
}

/** The first moment after `after`, at the latest `until`, at which a pool has cooled down. */
export function nextCooled(draft: Draft, after: Millis, until: Millis): Millis | undefined {
  if (cooldownOf(draft.setting.rules) === 0) return undefined
  let first: Millis | undefined
  for (const { cooling } of draft.account.pools.values()) {
    if (cooling === undefined || cooling.until <= after || cooling.until > until) continue
    if (first === undefined || cooling.until < first) first = cooling.until
  }
  return first
}
