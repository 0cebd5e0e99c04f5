import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { refineTape } from '../../tapes/refineTape.ts'
import { TWINS } from '../pools/Walls.ts'
import { setupArb, wallsArb } from '../testing/arbitraries.ts'
import { withFunding } from '../testing/withFunding.ts'
import { withKinds } from '../testing/withKinds.ts'
import { finished, firstDifferenceOf, lines, overdrawn, patience, times, twinGaps, withoutCertificates } from '../testing/promises.ts'
import type { LedgerEvent } from '../ledger/LedgerEvent.ts'
import type { Tape } from '../tape/Tape.ts'
import { createRun, createRunWith, type Setup } from './createRun.ts'
import { stepsOf, tickTime } from './steps.ts'

vi.setConfig({ testTimeout: patience })

/** Random scenarios with continuous tiers, with requirements that jump, with prices of three kinds, and with funding that the tape says. */
const anySetup = fc.oneof(setupArb(), setupArb({ jumpingTiers: true }), withKinds(setupArb()), withFunding(setupArb()), withFunding(withKinds(setupArb({ jumpingTiers: true }))))
const pathSetup = fc.oneof(setupArb({ refinable: true }), setupArb({ refinable: true, jumpingTiers: true }), withKinds(setupArb({ refinable: true })), withFunding(withKinds(setupArb({ refinable: true }))))

/** The scenario on another tape, each command moved to the tick where its old one ends there. */
function movedTo(setup: Setup, tape: Tape, tickOf: (tick: number) => number): Setup {
  return { ...setup, tape, commands: setup.commands.map((command) => ({ ...command, tick: tickOf(command.tick) })) }
}

/** The path of candles as a tape of closes: open (a jump), first extreme, second extreme, close. */
function asPath(tape: Tape): Tape {
  const points = Array.from({ length: tape.time.length }, (_, tick) => stepsOf(tape, tick)).flatMap((steps) => steps)
  return {
    ...tape,
    candlePath: 'close-only',
    time: Float64Array.from(points, (step) => step.end),
    jump: Uint8Array.from(points, (step) => (step.type === 'jump' ? 1 : 0)),
    series: tape.series.map(({ instrument, kind = 'mark' }, i) => ({ instrument, kind, close: Float64Array.from(points, (step) => step.to[i] ?? Number.NaN) })),
  }
}

/** The command by which a user moves money behind a wall, for each reason a transfer can have. */
const ORDERED_BY = { added: 'add-margin', leverage: 'set-leverage', moved: 'move-position' } as const

/** Whether money leaves the wallet because the user said so: for an order that fills, by standing consent, or by a command of that tick and kind. */
function isOrdered({ from, why, tick }: LedgerEvent & { readonly type: 'transferred' }, { commands }: Setup): boolean {
  if (from !== 'cross' || why === 'auto-added' || why === 'initial-margin') return true
  return (why === 'added' || why === 'leverage' || why === 'moved') && commands.some((command) => command.tick === tick && command.type === ORDERED_BY[why])
}

describe('promises of a run', () => {
  it('[T1] at every tick, in every twin and partition, equity is what came in and what the legs earned', () => {
    fc.assert(
      fc.property(anySetup, wallsArb, (setup, walls) => {
        expect(twinGaps(setup.tape, [...TWINS, walls].map((each) => finished(setup, each)))).toEqual([])
      }),
      times(300),
    )
  })

  it('[L3] run to a tick and on, cut at any command and given others: as if it had been run at once', () => {
    fc.assert(
      fc.property(anySetup, wallsArb, fc.nat(8), fc.nat(12), (setup, walls, stop, kept) => {
        const last = setup.tape.time.length - 1
        const whole = lines(finished(setup, walls).events)
        const run = createRun(setup, walls)
        run.advanceTo(Math.min(stop, last))
        expect(lines(run.events)).toEqual(whole.slice(0, run.events.length))
        run.advanceTo(last)
        expect(firstDifferenceOf(lines(run.events), whole)).toBeUndefined()
        const fewer = setup.commands.filter((_, i) => i !== kept)
        run.setCommands(fewer)
        run.advanceTo(last)
        expect(firstDifferenceOf(lines(run.events), lines(finished({ ...setup, commands: fewer }, walls).events))).toBeUndefined()
        run.setCommands(setup.commands)
        run.advanceTo(last)
        expect(firstDifferenceOf(lines(run.events), whole)).toBeUndefined()
      }),
      times(400),
    )
  })

  it('[L4] every segment cut into 2, 5 or 10: the same events but for the number of the tick', () => {
    fc.assert(
      fc.property(pathSetup, wallsArb, fc.constantFrom(10, 10, 5, 2), (setup, walls, parts) => {
        const fine = refineTape(setup.tape, parts)
        const tickOf = (tick: number) => Array.from({ length: tick }, (_, i) => (setup.tape.jump?.[i + 1] === 1 ? 1 : parts)).reduce((a, b) => a + b, 0)
        const cut = finished(movedTo(setup, fine, tickOf), walls)
        expect(firstDifferenceOf(lines(cut.events, ['tick']), lines(finished(setup, walls).events, ['tick']))).toBeUndefined()
      }),
      times(700),
    )
  })

  it('[L4] a candle is its polyline: the same events on the bars and on the path they stand for', () => {
    const bars = anySetup.filter(({ tape }) => tape.between === 'path' && tape.candlePath !== 'close-only')
    fc.assert(
      fc.property(bars, wallsArb, (setup, walls) => {
        const path = finished(movedTo(setup, asPath(setup.tape), (tick) => 4 * tick + 3), walls)
        expect(firstDifferenceOf(lines(path.events, ['tick']), lines(finished(setup, walls).events, ['tick']))).toBeUndefined()
      }),
      times(300),
    )
  })

  it('[N1] certificates save asking and decide nothing: without them the events are byte for byte the same', () => {
    fc.assert(
      fc.property(anySetup, wallsArb, (setup, walls) => {
        const asked = createRunWith(setup, walls, withoutCertificates)
        asked.advanceTo(setup.tape.time.length - 1)
        expect(firstDifferenceOf(lines(asked.events), lines(finished(setup, walls).events))).toBeUndefined()
      }),
      times(700),
    )
  })

  it('[K2] events follow each other in number, tick and time, and lie inside their tick', () => {
    fc.assert(
      fc.property(anySetup, wallsArb, (setup, walls) => {
        const { events } = finished(setup, walls)
        for (const [i, event] of events.entries()) {
          const before = events[i - 1]
          expect(event.seq).toBe(i + 1)
          expect(event.tick).toBeGreaterThanOrEqual(before?.tick ?? 0)
          expect(event.at).toBeGreaterThanOrEqual(before?.at ?? 0)
          expect(event.at).toBeLessThanOrEqual(tickTime(setup.tape, event.tick))
          if (event.tick > 0) expect(event.at).toBeGreaterThanOrEqual(tickTime(setup.tape, event.tick - 1))
        }
      }),
      times(300),
    )
  })

  it('[W2] at every tick an isolated position has lost at most what was put into its pool', () => {
    fc.assert(
      fc.property(anySetup, fc.constantFrom<'as-set' | 'all-isolated'>('as-set', 'all-isolated'), (setup, walls) => {
        const run = finished({ ...setup, commands: setup.commands.filter((command) => command.type !== 'move-position') }, walls)
        expect(overdrawn(setup.tape, run, setup.rules.liquidation.trigger)).toEqual([])
      }),
      times(500),
    )
  })

  it('[W2] no amount ever moves backwards, and a liquidation takes nothing from another pool', () => {
    fc.assert(
      fc.property(anySetup, wallsArb, (setup, walls) => {
        const { events } = finished(setup, walls)
        for (const [i, event] of events.entries()) {
          if (event.type === 'transferred') expect(event.amount.gt(0)).toBe(true)
          if (event.type === 'filled' || event.type === 'position-liquidated') expect(event.fee.lt(0)).toBe(false)
          if (event.type === 'bad-debt-covered' || event.type === 'residual-forfeited') expect(event.amount.gt(0)).toBe(true)
          if (event.type !== 'transferred') continue
          // the wallet pays for what the user orders, and is paid by what is released
          if (event.from === 'cross') expect(['initial-margin', 'added', 'auto-added', 'leverage', 'moved']).toContain(event.why)
          // Right after a liquidation only the margin of an order (its fill is next), or what a command of that tick takes, may come.
          if (!isOrdered(event, setup)) expect(events[i - 1]).not.toMatchObject({ type: 'position-liquidated', pool: event.to })
          if (event.why === 'released') expect(event.to).toBe('cross')
          if (event.why === 'initial-margin') expect(events[i + 1]).toMatchObject({ type: 'filled', pool: event.to })
        }
      }),
      times(300),
    )
  })
})
