import { type FundingSeries, type Millis, ok, refused, type Result, type Series, type Tape } from '../engine/index.ts'
import type { TapeRefusal } from './TapeRefusal.ts'
import { utcText } from './utcText.ts'

/**
 * The ticks of a tape from one moment to another, both included. Columns are views, nothing is copied. Of the funding what
 * is paid between the ends stays, and the two payments before, by which the next one is presumed. [F5]
 */
export function cutTape(tape: Tape, from: Millis, to: Millis): Result<Tape, TapeRefusal> {
  const first = tape.time.findIndex((time) => time >= from)
  const last = tape.time.findLastIndex((time) => time <= to)
  if (first < 0 || last < first) {
    const range = `${utcText(tape.time[0] as number)} to ${utcText(tape.time.at(-1) as number)}`
    const message = `${tape.title} has no prices from ${utcText(from)} to ${utcText(to)}; it covers ${range}. Choose a period inside it.`
    return refused({ code: 'empty-range', message })
  }
  const cut = (column: Float64Array): Float64Array => column.subarray(first, last + 1)
  const jump = tape.jump?.slice(first, last + 1)
  if (jump !== undefined) jump[0] = 0
  const { funding, ...rest } = tape
  const payments = funding?.map((each) => cutFunding(each, tape.time[first] as number, (tape.time[last] as number) + tape.barMillis)).filter(({ time }) => time.length > 0)
  return ok({
    ...rest,
    ...(payments === undefined || payments.length === 0 ? {} : { funding: payments }),
    time: cut(tape.time),
    ...(jump === undefined ? {} : { jump }),
    series: tape.series.map((series): Series => {
      const { open, high, low, close, ...name } = series
      const candles = open === undefined || high === undefined || low === undefined ? {} : { open: cut(open), high: cut(high), low: cut(low) }
      return { ...name, ...candles, close: cut(close) }
    }),
  })
}

function cutFunding({ instrument, time, rate }: FundingSeries, from: Millis, to: Millis): FundingSeries {
  const begin = time.findIndex((at) => at >= from)
  const first = Math.max(0, (begin < 0 ? time.length : begin) - 2)
  const end = time.findLastIndex((at) => at <= to) + 1
  return { instrument, time: time.subarray(first, Math.max(first, end)), rate: rate.subarray(first, Math.max(first, end)) }
}
