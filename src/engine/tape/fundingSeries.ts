import { Decimal } from '../units/decimal.ts'
import type { Millis } from '../units/millis.ts'
import { asRate, type Rate } from '../units/quantities.ts'
import type { Funding, PriceKind } from '../venues/Rules.ts'
import type { FundingSeries, Tape } from './Tape.ts'

/** The payments a tape has of an instrument; absent where the rules say what is paid. [F5] */
export function fundingSeriesOf({ funding }: Pick<Tape, 'funding'>, instrument: string): FundingSeries | undefined {
  return funding?.find((each) => each.instrument === instrument)
}

/** How many moments of an ascending column lie at or before one: found by halving, so a tick costs little however long it is. */
export function countUpTo(time: Float64Array, at: Millis): number {
  let low = 0
  let high = time.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((time[middle] ?? Number.POSITIVE_INFINITY) <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** A rate of the tape: the shortest decimal of its double is the rate exactly. [N1] */
export function rateAt({ rate }: FundingSeries, i: number): Rate {
  return asRate(new Decimal(String(rate[i] ?? 0)))
}

/** The price a tape's rates are paid on: what the rules say; the mark where they know no funding. [F5] */
export function fundingPriceOf(funding: Funding): PriceKind {
  return funding.type === 'none' ? 'mark' : funding.price
}
