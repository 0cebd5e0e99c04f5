import { positionsIn } from '../margin/poolMargin.ts'
import { fundingPayment } from '../margin/fundingPayment.ts'
import type { Pool } from '../ledger/Account.ts'
import type { Draft, Moment } from '../ledger/Draft.ts'
import type { FundingLeg } from '../ledger/LedgerEvent.ts'
import { invariant } from '../result/result.ts'
import type { Millis } from '../units/millis.ts'
import type { Rate } from '../units/quantities.ts'
import type { Funding } from '../venues/Rules.ts'
import type { FundingClock } from './fundingClock.ts'

/** Funding times in (after, until]: multiples of the interval since the epoch. */
export function fundingTimes(funding: Funding, after: Millis, until: Millis): readonly Millis[] {
  if (funding.type === 'none') return []
  const times: Millis[] = []
  const step = funding.intervalMillis
  invariant(step > 0, `F1: funding every ${step} ms`)
  for (let at = (Math.floor(after / step) + 1) * step; at <= until; at += step) times.push(at)
  return times
}

/** Every open position on whose instrument something is due pays; a pool has one event for each rate. [F1, F2, F5] */
export function payFunding(draft: Draft, moment: Moment, clock: FundingClock): void {
  for (const pool of draft.account.pools.values()) {
    if (pool.legs.length === 0) continue
    for (const { rate, legs } of paymentsOf(draft, pool, { moment, clock })) draft.emit(moment, { type: 'funding-paid', pool: pool.id, rate, legs })
  }
}

interface Payments {
  readonly rate: Rate
  readonly legs: FundingLeg[]
}

interface Due {
  readonly moment: Moment
  readonly clock: FundingClock
}

function paymentsOf(draft: Draft, pool: Pool, { moment, clock }: Due): readonly Payments[] {
  const byRate = new Map<string, Payments>()
  let last: Payments | undefined
  for (const position of positionsIn(draft.account, pool)) {
    const payment = fundingPayment(position, clock.dueAt(position.instrument, moment.at), moment.marks)
    if (payment === undefined) continue
    const { rate, price, amount } = payment
    if (last?.rate !== rate) {
      const key = rate.toFixed()
      last = byRate.get(key) ?? { rate, legs: [] }
      byRate.set(key, last)
    }
    last.legs.push({ leg: position.leg, mark: price, amount })
  }
  return [...byRate.values()]
}
