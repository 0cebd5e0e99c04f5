import type { Account, Pool, PoolId } from '../ledger/Account.ts'
import { asQuote, sum, ZERO_QUOTE, type Quote } from '../units/quantities.ts'
import type { Millis } from '../units/millis.ts'
import type { Funding, Rules } from '../venues/Rules.ts'
import type { Tape } from '../tape/Tape.ts'
import { fundingPayment } from './fundingPayment.ts'
import { knownFunding } from './knownFunding.ts'
import { testMarks } from '../tape/testMarks.ts'
import { exactEquity, isBreached, poolOf, positionsIn, requirementOf, type Marks } from './poolMargin.ts'

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
  | { readonly type: 'none'; readonly reason: 'no-funding' | 'no-position' | 'receives-funding' | 'already-liquidatable' | 'beyond-the-calendar' | 'different-times' }

/** What carry is worked out at: `rules.funding` says when it is paid, or what the tape has paid so far. [F5] */
export interface CarryCircumstances {
  readonly marks: Marks
  readonly rules: Rules
  readonly at: Millis
  readonly tape?: Pick<Tape, 'funding'> | undefined
  /** The funding of an instrument where it is not that of the rules: a rate that is stated for one of them. */
  readonly fundingOf?: ((instrument: string) => Funding) | undefined
}

/** The last millisecond a date can name. */
const END_OF_TIME = 8.64e15

/**
 * How long until funding alone brings a pool to its requirement, prices and rates standing still where they are. [F4]
 *
 * Every payment takes the same a = -sum of the posted amounts of the legs from the pool's cash, whatever the cash. So the
 * surplus after n payments is S - n a, which falls with n (where the requirement itself counts the cash, it falls as
 * well), and the n asked for is the smallest for which the pool fails its own test: ceil(S / a) where equality fails,
 * floor(S / a) + 1 where only less does. That quotient is tried first; the test itself decides, and where it says otherwise
 * doubling and halving find the number.
 */
export function timeToLiquidationByCarry(account: Account, id: PoolId, now: CarryCircumstances): CarryLiquidation {
  const { marks, rules } = now
  const pool = poolOf(account, id)
  if (pool.legs.length === 0) return { type: 'none', reason: 'no-position' }
  const payments = paymentsOf(account, pool, now)
  if (rules.funding.type === 'none' && payments.every(({ funding }) => funding.type === 'none' || (funding.type === 'fixed' && funding.rate.isZero()))) return { type: 'none', reason: 'no-funding' }
  const perPayment = carryPerPayment(account, pool, now)
  const failsAfter = (payments: number): boolean => isBreached(account, { ...pool, cash: asQuote(pool.cash.minus(perPayment.times(payments))) }, { marks, rules })
  if (failsAfter(0)) return { type: 'none', reason: 'already-liquidatable' }
  const due = payments.filter(({ amount }) => !amount.isZero())
  if (due.some((each) => each.first !== due[0]?.first || each.step !== due[0]?.step) && due.some(({ amount }) => amount.isNegative())) return { type: 'none', reason: 'different-times' }
  if (!perPayment.gt(0)) return { type: 'none', reason: 'receives-funding' }
  const { first = 0, step = 1 } = due[0] ?? {}
  const most = Math.floor((END_OF_TIME - first) / step) + 1
  const count = beside(failsAfter, estimate(account, pool, { marks, rules, perPayment }), most) ?? (failsAfter(most) ? smallest(failsAfter, most) : undefined)
  if (count === undefined) return { type: 'none', reason: 'beyond-the-calendar' }
  return { type: 'payments', payments: count, at: first + (count - 1) * step, perPayment }
}

/** What each position of a pool receives next, and when it is paid: the first time and the interval. */
function paymentsOf(account: Account, pool: Pool, now: CarryCircumstances) {
  const { marks, at } = now
  return positionsIn(account, pool).map((position) => {
    const known = knownFunding(now, position.instrument)
    const funding = now.fundingOf?.(position.instrument) ?? known.funding
    const step = funding.type === 'none' ? undefined : funding.intervalMillis
    const first = now.fundingOf === undefined || step === undefined ? known.next : (Math.floor(at / step) + 1) * step
    return { funding, first, step, amount: fundingPayment(position, funding, marks)?.amount ?? ZERO_QUOTE }
  })
}

/** What one payment takes from a pool, all its positions together; negative where it receives. [F1] */
export function carryPerPayment(account: Account, pool: Pool, now: CarryCircumstances): Quote {
  return asQuote(sum(paymentsOf(account, pool, now).map(({ amount }) => amount)).neg())
}

/** Surplus over payment: where the requirement does not depend on the cash, the answer or the number beside it. */
function estimate(account: Account, pool: Pool, { marks, rules, perPayment }: { readonly marks: Marks; readonly rules: Rules; readonly perPayment: Quote }): number {
  const tested = { rules, marks: testMarks(marks, rules.liquidation.trigger) }
  const surplus = exactEquity(account, pool, tested.marks).minus(requirementOf(account, pool, tested))
  const whole = surplus.div(perPayment).ceil()
  return whole.gt(0) && whole.lt(END_OF_TIME) ? Number.parseInt(whole.toFixed(), 10) : 0
}

/** Of an estimate and its neighbours the one from which on a test holds. */
function beside(holds: (n: number) => boolean, estimate: number, most: number): number | undefined {
  return [estimate, estimate + 1, estimate - 1].find((n) => n >= 1 && n <= most && holds(n) && !holds(n - 1))
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
