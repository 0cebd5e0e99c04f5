import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LedgerEvent } from '../ledger/LedgerEvent.ts'
import { required } from '../result/result.ts'
import type { Run, Setup } from '../run/createRun.ts'
import { setupArb } from '../testing/arbitraries.ts'
import { order, pathTape, setupOf, type Words } from '../testing/fixtures.ts'
import { finished, patience, times } from '../testing/promises.ts'
import { venueSetup } from '../testing/venueSetup.ts'
import { Decimal } from '../units/decimal.ts'
import { asPrice, asQty, asQuote, asRate } from '../units/quantities.ts'
import { builtinRules } from '../venues/builtinRules.ts'
import type { Counterfactual, Counterfactuals } from './counterfactual/Counterfactual.ts'
import { changed, type ScenarioChange } from './counterfactual/ScenarioChange.ts'
import { counterfactuals } from './counterfactuals.ts'
import { openingOf } from './openingOf.ts'

type Twin = Found['walls']
type Found = Counterfactual & { readonly type: 'found' }

const CENT = new Decimal('0.01')

function answered(setup: Setup, run: Run, about: { readonly twin: Twin; readonly seq: number; readonly until?: number }): Counterfactuals {
  const work = counterfactuals(setup, run, { until: setup.tape.time.length - 1, moneyStep: CENT, ...about })
  for (let left = 100_000; left > 0; left -= 1) {
    const step = work.next()
    if (step.done === true) return step.value
    if (step.value.done > step.value.total) throw new Error('more than all')
  }
  throw new Error('it does not end')
}

function firstBreach(run: Run): number | undefined {
  return run.events.find(({ type }) => type === 'pool-breached')?.seq
}

/** "kind from -> to" of the first liquidation. */
function told(words: Words, twin: Twin = 'as-set'): readonly string[] {
  const setup = setupOf(words)
  const run = finished(setup, twin)
  return answered(setup, run, { twin, seq: required(firstBreach(run), 'a breach') }).all.map((each) =>
    each.type === 'none' ? `${each.kind} none ${each.reason}` : `${each.kind} ${each.from?.toFixed() ?? '-'} -> ${each.to?.toFixed() ?? '-'}`,
  )
}

describe('what would have saved a pool', () => {
  it('[I2] an isolated long: margin, leverage, stop', () => {
    // 1 at 100 with 10: lives down to 90.45. The path's low is 80: P - 100 + m = 0.005 P -> m = 20.4, and at it the pool fails
    // still (at or below), so 20.41; 100 / 20.4 = 4.9019…: 4.9. The stop on the last tick above (100 - 10) / 0.995 = 90.4522…
    expect(told({ tape: pathTape({ A: [100, 80, 95] }), commands: [order()] })).toEqual(['margin 10 -> 20.41', 'leverage 10 -> 4.9', 'stop - -> 90.46', 'shared - -> -'])
  })

  it('[I2] only what has been seen counts', () => {
    const setup = setupOf({ tape: pathTape({ A: [100, 85, 60] }), commands: [order()] })
    const run = finished(setup, 'as-set')
    const { all, equity } = answered(setup, run, { twin: 'as-set', seq: required(firstBreach(run), 'a breach'), until: 1 })
    // at 85: m = 15 + 0.425, one cent more than 15.42
    expect(all[0]).toMatchObject({ kind: 'margin', type: 'found' })
    expect(all[0]?.type === 'found' && [all[0].to?.toFixed(), all[0].equity.toFixed()]).toEqual(['15.43', '9985'])
    expect(equity.toFixed()).toBe('9990')
  })

  it('[I2] a gap: nothing stops it, margin does', () => {
    const tape = pathTape({ A: [100, 80, 80] }, { jump: Uint8Array.from([0, 1, 0]) })
    expect(told({ tape, commands: [order()] }).filter((each) => !each.startsWith('shared'))).toEqual(['margin 10 -> 20.41', 'leverage 10 -> 4.9', 'stop none gap'])
  })

  it('[I2] a shared pool: a larger wallet, a smaller order, a stop, the wall of the culprit', () => {
    // 30 behind 1 A and 1 B; A falls to 60: 30 - 40 = 0.005 (60 + 100) is missed by 10.8; A of x: 30 - 40 x = 0.3 x + 0.5 -> x = 0.7320…
    const commands = [order({ leg: 'A', pool: 'cross' }), order({ leg: 'B', instrument: 'B', pool: 'cross' })]
    const words = { tape: pathTape({ A: [100, 60, 60], B: [100, 100, 100] }), commands, wallet: '30' }
    const size = new Decimal('29.5').div('40.3').toDecimalPlaces(8, Decimal.ROUND_DOWN).toFixed()
    // the pool fails at A = 70.85 / 0.995… : 30 + P - 100 = 0.005 P + 0.5 -> 70.8542…; on the way 70.86 comes before
    expect(told(words)).toEqual(['margin 30 -> 40.81', `size 1 -> ${size}`, 'stop - -> 70.86', 'own-wall - -> -'])
  })

  it('[I2] says why there is none', () => {
    // the wallet of 15 holds 10 of margin and 5; 20.4 would be needed
    const words = { tape: pathTape({ A: [100, 80, 80] }), commands: [order()], wallet: '15' }
    expect(told(words).slice(0, 2)).toEqual(['margin 10 -> 20.41', 'stop - -> 90.46'])
    expect(told(words)).toContain('leverage none wallet')
  })

  it('[I2] nothing is saved by a later order that is refused for want of what was put up before', () => {
    // 2 at 100, 10 behind each; at 85: m = 30 + 0.005 x 170 = 30.85, so 20.86 with the 10 of the second, and the wallet of 25 is too small by 5.86
    const words = { tape: pathTape({ A: [100, 100, 85, 85] }), commands: [order(), order({ id: 'second', tick: 1 })], wallet: '25' }
    expect(told(words)).toEqual(['margin 10 -> 20.86', 'stop - -> 90.46', 'leverage none wallet', 'shared none not-enough'])
  })

  it('[I2] found on random liquidations: each holds, one step worse does not', () => {
    let counted = 0
    fc.assert(
      fc.property(fc.oneof({ arbitrary: setupArb(), weight: 3 }, { arbitrary: fc.constantFrom(...builtinRules.values()).chain((rules) => venueSetup(rules)), weight: 1 }), fc.constantFrom<Twin>('as-set', 'all-isolated', 'all-cross'), (setup, twin) => {
        const run = finished(setup, twin)
        const seq = firstBreach(run)
        if (seq === undefined) return
        const found = answered(setup, run, { twin, seq }).all.filter((each): each is Found => each.type === 'found')
        counted += found.length
        for (const each of found) {
          expect([each.kind, savedBy(setup, run, { seq, walls: each.walls, changes: each.changes, lost: each.liquidated })]).toEqual([each.kind, true])
          if (each.step !== undefined) expect([each.kind, savedBy(setup, run, { seq, walls: each.walls, changes: each.changes.map((change) => worse(setup, change, each)), lost: [] })]).toEqual([each.kind, false])
        }
      }),
      times(240),
    )
    expect(counted).toBeGreaterThan(30)
  }, patience)
})

/** One step on the grid toward what was. */
function worse({ commands }: Setup, change: ScenarioChange, { kind, step = CENT }: Found): ScenarioChange {
  if (change.type === 'wallet') return { ...change, wallet: asQuote(change.wallet.minus(step)) }
  if (change.type === 'insert') return change.command.type === 'add-margin' ? { ...change, command: { ...change.command, amount: asQuote(change.command.amount.minus(step)) } } : change
  if (kind === 'leverage') return { ...change, leverage: asRate(required(change.leverage, 'a leverage').plus(step)) }
  if (kind === 'size') return { ...change, qty: asQty(required(change.qty, 'a size').plus(step)) }
  const order = commands.find(({ id }) => id === change.id)
  const away = order?.type === 'place-order' && order.side === 'buy' ? step.neg() : step
  return { ...change, stopLoss: asPrice(required(change.stopLoss, 'a stop').plus(away)) }
}

/** Judged from the events alone: the openings are accepted, and no leg of the pool is liquidated but those named. */
function savedBy(setup: Setup, before: Run, about: { readonly seq: number; readonly walls: Twin; readonly changes: readonly ScenarioChange[]; readonly lost: readonly string[] }): boolean {
  const breach = before.events[about.seq - 1]
  if (breach?.type !== 'pool-breached') throw new Error('no breach')
  const openings = breach.legs.map(({ leg }) => required(openingOf(before.events, leg, about.seq - 1), leg))
  const since = Math.min(...openings.map(({ tick }) => tick))
  const enlarged = (event: LedgerEvent): readonly string[] => {
    const opening = openings.find(({ leg }) => event.type === 'filled' && event.leg === leg)
    if (event.type !== 'filled' || opening === undefined || event.seq < opening.seq || event.seq > about.seq) return []
    return event.qtyAfter.abs().gt(event.qtyAfter.minus(event.qty).abs()) ? [event.orderId] : []
  }
  const ids = new Set([...openings.map(({ orderId }) => orderId), ...before.events.flatMap(enlarged)])
  const run = finished(changed(setup, about.changes), about.walls)
  const isLost = (event: LedgerEvent): boolean => event.type === 'position-liquidated' && event.tick >= since && breach.legs.some(({ leg }) => leg === event.leg) && !about.lost.includes(event.leg)
  const isRefused = (event: LedgerEvent): boolean => (event.type === 'command-refused' && ids.has(event.commandId)) || (event.type === 'order-canceled' && event.why === 'refused-at-fill' && ids.has(event.orderId))
  return !run.events.some((event) => isLost(event) || isRefused(event))
}
