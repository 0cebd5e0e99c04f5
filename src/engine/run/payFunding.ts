import { markOf, positionsIn } from '../margin/poolMargin.ts'
import type { Draft, Moment } from '../ledger/Draft.ts'
import { invariant } from '../result/result.ts'
import { asRate, portion, posted, value } from '../units/quantities.ts'
import type { Millis } from '../units/millis.ts'
import type { Funding } from '../venues/Rules.ts'

/** Funding times in (after, until]: multiples of the interval since the epoch. */
export function fundingTimes(funding: Funding, after: Millis, until: Millis): readonly Millis[] {
  if (funding.type === 'none') return []
  const times: Millis[] = []
  const step = funding.intervalMillis
  invariant(step > 0, `F1: funding every ${step} ms`)
  for (let at = (Math.floor(after / step) + 1) * step; at <= until; at += step) times.push(at)
  return times
}

/** Every open position pays -qty x mark x rate at a funding time; a positive rate is paid by longs. [F1] */
export function payFunding(draft: Draft, moment: Moment): void {
  const { funding } = draft.setting.rules
  if (funding.type === 'none' || funding.rate.isZero()) return
  const share = asRate(funding.rate.neg())
  for (const pool of draft.account.pools.values()) {
    if (pool.legs.length === 0) continue
    const legs = positionsIn(draft.account, pool).map((position) => {
      const mark = markOf(moment.marks, position.instrument)
      return { leg: position.leg, mark, amount: posted(portion(value(position.qty, mark), share)) }
    })
    draft.emit(moment, { type: 'funding-paid', pool: pool.id, rate: funding.rate, legs })
  }
}
