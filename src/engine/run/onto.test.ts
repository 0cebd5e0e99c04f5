import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { setupArb, wallsArb } from '../testing/arbitraries.ts'
import { finished, firstDifferenceOf, lines, patience, times } from '../testing/promises.ts'
import { withFunding } from '../testing/withFunding.ts'
import { withKinds } from '../testing/withKinds.ts'
import type { Tape } from '../tape/Tape.ts'
import { createRun } from './createRun.ts'

vi.setConfig({ testTimeout: patience })

const anySetup = fc.oneof(setupArb({ jumpingTiers: true }), withKinds(setupArb()), withFunding(setupArb()))

/** After a tick the prices of the bars come in the opposite order. */
function turnedAfter(tape: Tape, tick: number): Tape {
  const turned = (column: Float64Array): Float64Array => Float64Array.from([...column.slice(0, tick + 1), ...column.slice(tick + 1).toReversed()])
  return {
    ...tape,
    series: tape.series.map(({ open, high, low, close, ...name }) => ({
      ...name,
      close: turned(close),
      ...(open === undefined || high === undefined || low === undefined ? {} : { open: turned(open), high: turned(high), low: turned(low) }),
    })),
  }
}

describe('a run that goes on, on other prices', () => {
  it('[L3] is the run on those prices from the start, and the first one goes on as if nothing had been', () => {
    fc.assert(
      fc.property(anySetup, wallsArb, fc.nat(11), fc.nat(11), (setup, walls, from, ahead) => {
        const last = setup.tape.time.length - 1
        const tick = Math.min(from, last)
        const run = createRun(setup, walls)
        run.advanceTo(Math.min(tick + ahead, last))
        const tape = turnedAfter(setup.tape, tick)
        const other = run.onto(tape, tick)
        expect(other.computed).toBe(tick)
        other.advanceTo(last)
        run.advanceTo(last)
        expect(firstDifferenceOf(lines(other.events), lines(finished({ ...setup, tape }, walls).events))).toBeUndefined()
        expect(firstDifferenceOf(lines(run.events), lines(finished(setup, walls).events))).toBeUndefined()
      }),
      times(200),
    )
  })
})
