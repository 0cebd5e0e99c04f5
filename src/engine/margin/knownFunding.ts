import { countUpTo, fundingPriceOf, fundingSeriesOf, rateAt } from '../tape/fundingSeries.ts'
import type { Tape } from '../tape/Tape.ts'
import type { Millis } from '../units/millis.ts'
import type { Funding, Rules } from '../venues/Rules.ts'

/** A moment at which funding is asked for. Without a tape, or with one that has none, the rules say it. */
export interface FundingMoment {
  readonly rules: Pick<Rules, 'funding'>
  readonly tape?: Pick<Tape, 'funding'> | undefined
  readonly at: Millis
}

/** What is known of an instrument's funding at a moment, and nothing that comes later. [F1, F5] */
export interface KnownFunding {
  /** What the next payment is worked out by; `none` where there is none, or where the tape's first one is still to come. */
  readonly funding: Funding
  /** When it is due, as far as that can be told; absent with `none`. */
  readonly next: Millis | undefined
  /** The tape's last payment, where it is the tape that says what is paid. */
  readonly last: Millis | undefined
  readonly isOfTape: boolean
}

/** Where neither the tape nor the rules have shown an interval: what most venues do. */
const USUAL_INTERVAL: Millis = 8 * 3_600_000

const NOT_YET: KnownFunding = { funding: { type: 'none' }, next: undefined, last: undefined, isOfTape: true }

export function knownFunding({ rules: { funding }, tape = {}, at }: FundingMoment, instrument: string): KnownFunding {
  const series = fundingSeriesOf(tape, instrument)
  if (series === undefined) return { funding, next: funding.type === 'none' ? undefined : nextAfter(0, funding.intervalMillis, at), last: undefined, isOfTape: false }
  const paid = countUpTo(series.time, at)
  const last = series.time[paid - 1]
  if (last === undefined) return NOT_YET
  const before = series.time[paid - 2]
  const intervalMillis = before !== undefined ? last - before : funding.type === 'none' ? USUAL_INTERVAL : funding.intervalMillis
  return { funding: { type: 'fixed', intervalMillis, rate: rateAt(series, paid - 1), price: fundingPriceOf(funding) }, next: nextAfter(last, intervalMillis, at), last, isOfTape: true }
}

/** The first moment after another that lies whole intervals from a third. */
function nextAfter(from: Millis, interval: Millis, at: Millis): Millis {
  return from + (Math.floor((at - from) / interval) + 1) * interval
}
