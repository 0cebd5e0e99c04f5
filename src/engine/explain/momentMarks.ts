import type { Instrument } from '../instruments/Instrument.ts'
import type { Marks } from '../margin/poolMargin.ts'
import { markOf } from '../margin/poolMargin.ts'
import { required } from '../result/result.ts'
import { marksFrom, stepsOf, type Step } from '../run/steps.ts'
import { ofPriceKey } from '../tape/priceKey.ts'
import type { Tape } from '../tape/Tape.ts'
import { fraction, priceAt } from '../units/fraction.ts'
import type { Millis } from '../units/millis.ts'
import type { Price } from '../units/quantities.ts'

/**
 * The prices at a millisecond of a tick: on a path in proportion to the time, rounded half-even to the tick size; before the
 * end of a jump those before it. Funding and commands happen on whole milliseconds: theirs are exact. [K2, K3, I1]
 */
export function momentMarks(tape: Tape, instruments: ReadonlyMap<string, Instrument>, { tick, at }: { readonly tick: number; readonly at: Millis }): Marks {
  const steps = stepsOf(tape, tick)
  const last = required(steps.at(-1), 'a step')
  if (at >= last.end) return marksFrom(tape, last.to)
  const step = required(steps.findLast(({ start, end }) => start <= at && end > start) ?? steps[0], 'a step')
  return step.type === 'jump' ? marksFrom(tape, at < step.end ? step.from : step.to) : onPath(tape, instruments, { step, at })
}

function onPath(tape: Tape, instruments: ReadonlyMap<string, Instrument>, { step, at }: { readonly step: Step; readonly at: Millis }): Marks {
  const to = marksFrom(tape, step.to)
  const part = fraction(at - step.start, step.end - step.start)
  const marks = new Map<string, Price>()
  for (const [key, from] of marksFrom(tape, step.from)) {
    const { tickSize } = required(instruments.get(ofPriceKey(key).instrument), key)
    marks.set(key, priceAt(from, markOf(to, key), part, { tick: tickSize, rounding: 'half-even' }))
  }
  return marks
}
