import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { refineTape } from '../../tapes/refineTape.ts'
import type { Command } from '../ledger/Command.ts'
import { createRun, createRunWith } from '../run/createRun.ts'
import { wallsArb } from '../testing/arbitraries.ts'
import { venueSetup } from '../testing/venueSetup.ts'
import { conservationBreaches, finished, firstDifferenceOf, lines, overdrawn, patience, plainNumbers, times, twinGaps, withoutCertificates } from '../testing/promises.ts'
import { quote } from '../units/quantities.ts'
import { TWINS } from '../pools/Walls.ts'
import { builtinRules } from './builtinRules.ts'

vi.setConfig({ testTimeout: patience })

describe.each([...builtinRules.values()])('promises under $id', (rules) => {
  it('[L1, N1, T1] the ledger sums to zero after every event, in decimals only, and every twin is the sum of its legs', () => {
    fc.assert(
      fc.property(venueSetup(rules), (setup) => {
        const runs = TWINS.map((walls) => finished(setup, walls))
        for (const { events } of runs) {
          expect(conservationBreaches(events)).toEqual([])
          expect(events.flatMap((event) => plainNumbers(event))).toEqual([])
        }
        expect(twinGaps(setup.tape, runs)).toEqual([])
      }),
      times(10),
    )
  })

  it('[W2] an isolated position loses at most what was put into its pool', () => {
    fc.assert(
      fc.property(venueSetup(rules), (setup) => {
        const run = finished({ ...setup, commands: setup.commands.filter((command) => command.type !== 'move-position') }, 'all-isolated')
        expect(overdrawn(setup.tape, run, rules.liquidation.trigger)).toEqual([])
      }),
      times(10),
    )
  })

  // A fund that can be empty is the coupling that rules switch on: who bears a loss beyond a pool may change, here it is full.
  it('[W1] delete the commands of one pool, and the events of the others stay the same', () => {
    const full = { ...rules, insuranceFund: { ...rules.insuranceFund, balance: quote('1e15') } }
    fc.assert(
      fc.property(venueSetup(full, { rich: true }), fc.nat(9), (setup, pick) => {
        const commands = setup.commands.filter((command) => command.type === 'place-order' && command.pool !== 'cross')
        const pools = [...new Set(commands.flatMap((command) => (command.type === 'place-order' ? [command.pool === 'isolated' ? `isolated:${command.leg}` : command.pool] : [])))]
        const gone = pools[pick % Math.max(1, pools.length)]
        const rest = commands.filter((command) => command.type === 'place-order' && (command.pool === 'isolated' ? `isolated:${command.leg}` : command.pool) !== gone)
        const others = (run: readonly string[]): readonly string[] => run.filter((line) => pools.some((pool) => pool !== gone && line.includes(`"pool":"${pool}"`)))
        const of = (list: readonly Command[]): readonly string[] => others(lines(finished({ ...setup, commands: list, population: [] }, 'as-set').events, ['seq']))
        expect(firstDifferenceOf(of(commands), of(rest))).toBeUndefined()
      }),
      times(10),
    )
  })

  it('[L2, L3, N1] the same events in one go, in parts, and without certificates', () => {
    fc.assert(
      fc.property(venueSetup(rules), wallsArb, fc.nat(8), (setup, walls, stop) => {
        const last = setup.tape.time.length - 1
        const whole = lines(finished(setup, walls).events)
        const run = createRun(setup, walls)
        run.advanceTo(Math.min(stop, last))
        run.advanceTo(last)
        expect(firstDifferenceOf(lines(run.events), whole)).toBeUndefined()
        const asked = createRunWith(setup, walls, withoutCertificates)
        asked.advanceTo(last)
        expect(firstDifferenceOf(lines(asked.events), whole)).toBeUndefined()
      }),
      times(10),
    )
  })

  it('[L4] every segment cut in ten: the same events but for the number of the tick', () => {
    fc.assert(
      fc.property(venueSetup(rules, { refinable: true }), wallsArb, (setup, walls) => {
        const fine = refineTape(setup.tape, 10)
        const tickOf = (tick: number): number => Array.from({ length: tick }, (_, i) => (setup.tape.jump?.[i + 1] === 1 ? 1 : 10)).reduce((a, b) => a + b, 0)
        const cut = finished({ ...setup, tape: fine, commands: setup.commands.map((command) => ({ ...command, tick: tickOf(command.tick) })) }, walls)
        expect(firstDifferenceOf(lines(cut.events, ['tick']), lines(finished(setup, walls).events, ['tick']))).toBeUndefined()
      }),
      times(10),
    )
  })
})
