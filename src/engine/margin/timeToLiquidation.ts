import type { Account, PoolId } from '../ledger/Account.ts'
import { asQuote, sum, ZERO_QUOTE, type Quote } from '../units/quantities.ts'
import type { Millis } from '../units/millis.ts'
import type { Rules } from '../venues/Rules.ts'
import { fundingPayment } from './fundingPayment.ts'
import { isBreached, poolOf, positionsIn, type Marks } from './poolMargin.ts'

/** When carry alone liquidates a pool. */
export type CarryLiquidation =
  | {
      readonly type: 'payments'
      /** The payment after which the pool fails its test. */
      readonly payments: number
      readonly at: Millis
      /** What one payment takes from the pool, positive. */
      readonly perPayment: Quote
    }
  | { readonly type: 'none'; readonly reason: 'no-funding' | 'no-position' | 'receives-funding' | 'already-liquidatable' | 'beyond-the-calendar' }

/** The last millisecond a date can name. */
const END_OF_TIME = 8.64e15

/**
 * How long until funding alone brings a pool to its requirement, prices and rates standing still where they are. [F4]
 *
 * Every payment takes the same a = -sum of the posted amounts of the legs from the pool's cash, whatever the cash. So the
 * surplus after n payments is S - n a, which falls with n (where the requirement itself counts the cash, it falls as
 * well), and the n asked for is the smallest for which the pool fails its own test: ceil(S / a) where equality fails,
 * floor(S / a) + 1 where only less does. It is found by doubling and halving on the test itself, without dividing.
 */
export function timeToLiquidationByCarry(account: Account, id: PoolId, now: { readonly marks: Marks; readonly rules: Rules; readonly at: Millis }): CarryLiquidation {
  const { marks, rules, at } = now
  const { funding } = rules
  const pool = poolOf(account, id)
  if (pool.legs.length === 0) return { type: 'none', reason: 'no-position' }
  if (funding.type === 'none') return { type: 'none', reason: 'no-funding' }
  const perPayment = asQuote(sum(positionsIn(account, pool).map((position) => fundingPayment(position, funding, marks)?.amount ?? ZERO_QUOTE)).neg())
  const failsAfter = (payments: number): boolean => isBreached(account, { ...pool, cash: asQuote(pool.cash.minus(perPayment.times(payments))) }, { marks, rules })
  if (failsAfter(0)) return { type: 'none', reason: 'already-liquidatable' }
  if (!perPayment.gt(0)) return { type: 'none', reason: 'receives-funding' }
  const first = (Math.floor(at / funding.intervalMillis) + 1) * funding.intervalMillis
  const most = Math.floor((END_OF_TIME - first) / funding.intervalMillis) + 1
  if (!failsAfter(most)) return { type: 'none', reason: 'beyond-the-calendar' }
  const payments = smallest(failsAfter, most)
  return { type: 'payments', payments, at: first + (payments - 1) * funding.intervalMillis, perPayment }
}

/** The smallest whole number for which a test holds that holds from some number on, at the latest from `most`. */
function smallest(holds: (n: number) => boolean, most: number): number {
  let high = 1
  while (high < most && !holds(high)) high = Math.min(most, high * 2)
  let low = Math.floor(high / 2)
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2)
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}
