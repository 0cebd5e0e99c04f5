import { invariant } from '../result/result.ts'
import { countUpTo, fundingPriceOf, fundingSeriesOf, rateAt } from '../tape/fundingSeries.ts'
import type { FundingSeries, Tape } from '../tape/Tape.ts'
import type { Millis } from '../units/millis.ts'
import type { Funding } from '../venues/Rules.ts'
import { fundingTimes } from './payFunding.ts'

/** What is paid and when: as the rules say, or, on an instrument of which the tape has the payments, those and no others. [F1, F5] */
export interface FundingClock {
  /** Moments in (after, until] at which anything may be paid, ascending, each once. */
  timesIn(after: Millis, until: Millis): readonly Millis[]
  /** What an instrument pays at a moment; `none` where nothing is due at it. */
  dueAt(instrument: string, at: Millis): Funding
}

const NOTHING: Funding = { type: 'none' }

export function fundingClock(funding: Funding, tape: Pick<Tape, 'series' | 'funding'>): FundingClock {
  const own = new Map(tape.funding?.map((series) => [series.instrument, checked(series)]))
  invariant(own.size === (tape.funding?.length ?? 0), 'F5: an instrument has its funding once')
  const times = allTimes(tape.funding ?? [])
  const isByRules = tape.series.some(({ instrument }) => fundingSeriesOf(tape, instrument) === undefined)
  const price = fundingPriceOf(funding)
  return {
    timesIn(after, until) {
      const byRules = isByRules ? fundingTimes(funding, after, until) : []
      if (times.length === 0) return byRules
      const ofTape = [...times.subarray(countUpTo(times, after), countUpTo(times, until))]
      return byRules.length === 0 ? ofTape : ofTape.length === 0 ? byRules : [...new Set([...byRules, ...ofTape])].toSorted((a, b) => a - b)
    },
    dueAt(instrument, at) {
      const series = own.get(instrument)
      if (series === undefined) return funding.type !== 'none' && at % funding.intervalMillis === 0 ? funding : NOTHING
      const last = countUpTo(series.time, at) - 1
      if (series.time[last] !== at) return NOTHING
      return { type: 'fixed', intervalMillis: 1, rate: rateAt(series, last), price }
    },
  }
}

/** Every moment of any series, once, ascending. */
function allTimes(funding: readonly FundingSeries[]): Float64Array {
  const [only] = funding
  if (only !== undefined && funding.length === 1) return only.time
  return Float64Array.from(new Set(funding.flatMap(({ time }) => [...time]))).toSorted()
}

function checked(series: FundingSeries): FundingSeries {
  invariant(series.time.length === series.rate.length, `F5: as many moments as rates of ${series.instrument}`)
  return series
}
