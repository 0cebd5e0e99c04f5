import type { Pool } from '../ledger/Account.ts'
import type { Millis } from '../units/millis.ts'
import type { Rules } from '../venues/Rules.ts'

/** How long a pool cools down after a part; 0: not at all. [Q7] */
export function cooldownOf({ liquidation: { partial } }: Rules): Millis {
  return 'cooldownMillis' in partial ? partial.cooldownMillis : 0
}

/** Whether the pool is not tested, because it cools down and the rules wait. [Q7] */
export function isWaiting(pool: Pool, rules: Rules): boolean {
  return pool.cooling !== undefined && !closesWhole(rules)
}

/** Whether what fails during a cool-down is closed whole, instead of waiting. [Q7] */
export function closesWhole({ liquidation: { partial } }: Rules): boolean {
  return partial.type === 'share' && partial.inCooldown === 'whole'
}

/** Whether the cool-down is not over yet. */
export function isCooling(pool: Pool, at: Millis): boolean {
  return pool.cooling !== undefined && pool.cooling.until > at
}
