import fc from 'fast-check'
import type { Setup } from '../run/createRun.ts'
import type { FundingSeries } from '../tape/Tape.ts'

/**
 * The same scenarios on tapes that say themselves what was paid on some of the instruments. [F5] Moments fall on ticks, on
 * the rules' own funding times, between both and outside the tape; rates go both ways, from nothing to twice the value.
 */
export function withFunding(setups: fc.Arbitrary<Setup>): fc.Arbitrary<Setup> {
  return setups.chain((setup) => {
    const { tape } = setup
    const symbols = [...new Set(tape.series.map(({ instrument }) => instrument))]
    return fc.tuple(...symbols.map((symbol) => fc.option(seriesOf(setup, symbol), { freq: 3, nil: undefined }))).map((lists) => {
      const funding = lists.flatMap((each): readonly FundingSeries[] => (each === undefined ? [] : [each]))
      return funding.length === 0 ? setup : { ...setup, tape: { ...tape, funding } }
    })
  })
}

const RATES = [0.0001, -0.0001, 0.000123456789, 0.01, -0.01, 0.05, -0.05, 0.3, -0.3, 2, -2, 0]

function seriesOf({ tape, rules }: Setup, instrument: string): fc.Arbitrary<FundingSeries> {
  const { barMillis } = tape
  const start = tape.time[0] ?? 0
  const length = (tape.time.at(-1) ?? start) + barMillis - start
  const step = rules.funding.type === 'none' ? barMillis : rules.funding.intervalMillis
  const moment = fc.oneof(
    fc.integer({ min: -1, max: length + 1 }).map((after) => start + after),
    fc.constantFrom(...tape.time),
    fc.constantFrom(...tape.time).map((time) => time + barMillis / 2),
    fc.integer({ min: 0, max: Math.min(20, Math.ceil(length / step)) }).map((n) => (Math.floor(start / step) + n) * step),
  )
  return fc.array(fc.tuple(moment, fc.constantFrom(...RATES)), { minLength: 1, maxLength: 8 }).map((list) => {
    const paid = [...new Map(list).entries()].toSorted(([a], [b]) => a - b)
    return { instrument, time: Float64Array.from(paid, ([time]) => time), rate: Float64Array.from(paid, ([, rate]) => rate) }
  })
}
