import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Command } from '../ledger/Command.ts'
import { setupArb } from '../testing/arbitraries.ts'
import { command, eventsOf } from '../testing/fixtures.ts'
import { finished, patience, times } from '../testing/promises.ts'
import type { Run, Setup } from './createRun.ts'

vi.setConfig({ testTimeout: patience })

/** Positions opened at the market at the first tick and left alone: only collateral differs. */
function leftAlone(setup: Setup): Setup {
  return { ...setup, commands: setup.commands.filter((each) => each.tick === 0 && (each.type === 'place-order' ? each.orderType === 'market' : each.type === 'add-margin')) }
}

/** The moment a pool is first liquidated; never is later than any. */
function firstFall(run: Run, pool: string): number {
  return eventsOf(run, 'pool-breached').find((event) => event.pool === pool)?.at ?? Number.POSITIVE_INFINITY
}

function refusals(run: Run): string {
  return eventsOf(run, 'command-refused').map((event) => event.commandId).join()
}

describe('more collateral', () => {
  it('[M2] margin added to one pool never brings its liquidation nearer', () => {
    fc.assert(
      fc.property(fc.oneof(setupArb({ rich: true }), setupArb({ rich: true, jumpingTiers: true })), fc.constantFrom('0.000000000001', '0.5', '3', '20', '500'), (any, amount) => {
        const setup = leftAlone(any)
        const before = finished(setup, 'as-set')
        const added = setup.commands.flatMap((each): readonly Command[] => (each.type === 'place-order' && each.pool !== 'cross' ? [command.add(0, each.pool === 'isolated' ? each.leg : each.pool, amount)] : []))
        fc.pre(added.length > 0)
        const after = finished({ ...setup, commands: [...added.filter((each) => each.type === 'add-margin' && each.to.type === 'bucket'), ...setup.commands, ...added.filter((each) => each.type === 'add-margin' && each.to.type === 'leg')] }, 'as-set')
        for (const pool of new Set(eventsOf(before, 'filled').map((event) => event.pool))) {
          // a bucket that can suddenly afford another position is another book
          if (pool !== 'cross' && refusals(before) === refusals(after)) expect(firstFall(after, pool)).toBeGreaterThanOrEqual(firstFall(before, pool))
        }
      }),
      times(500),
    )
  })

  it('[M2] a larger wallet never brings the liquidation of the cross pool nearer', () => {
    fc.assert(
      fc.property(setupArb(), fc.constantFrom('0.000000000001', '1', '25', '300'), (any, amount) => {
        const setup = leftAlone(any)
        const [before, after] = [finished(setup, 'all-cross'), finished({ ...setup, commands: [command.deposit(0, amount), ...setup.commands] }, 'all-cross')]
        fc.pre(refusals(before) === refusals(after))
        expect(firstFall(after, 'cross')).toBeGreaterThanOrEqual(firstFall(before, 'cross'))
      }),
      times(500),
    )
  })
})
