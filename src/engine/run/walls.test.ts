import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { PoolId } from '../ledger/Account.ts'
import type { Command } from '../ledger/Command.ts'
import type { LedgerEvent } from '../ledger/LedgerEvent.ts'
import { poolId } from '../pools/Walls.ts'
import { setupArb } from '../testing/arbitraries.ts'
import { withFunding } from '../testing/withFunding.ts'
import { withKinds } from '../testing/withKinds.ts'
import { finished, firstDifferenceOf, lines, patience, times } from '../testing/promises.ts'
import { command, order, pathTape, played, story } from '../testing/fixtures.ts'
import type { Setup } from './createRun.ts'

vi.setConfig({ testTimeout: patience })

/** The pool a default leg name says: `A@bucket:x:long` is in `bucket:x`, `A@isolated` in a pool of its own. */
function poolOfLeg(leg: string): PoolId {
  const ref = leg.slice(leg.indexOf('@') + 1).replace(/:(long|short)$/, '')
  return poolId(leg, ref === 'isolated' ? 'isolated' : ref === 'cross' ? 'cross' : `bucket:${ref.slice('bucket:'.length)}`)
}

/** The pool a command acts on; nothing for the wallet itself. */
function poolOfCommand(given: Command): PoolId | undefined {
  if (given.type === 'add-margin') return given.to.type === 'leg' ? poolOfLeg(given.to.leg) : `bucket:${given.to.name}`
  if (given.type === 'remove-margin') return given.from.type === 'leg' ? poolOfLeg(given.from.leg) : `bucket:${given.from.name}`
  return 'leg' in given ? poolOfLeg(given.leg) : undefined
}

/** A scenario without moves between pools and without cancelling by number: each command is one pool's. */
const walled = (setup: Setup): Setup => ({ ...setup, commands: setup.commands.filter((each) => each.type !== 'move-position' && each.type !== 'cancel-order') })

/** What happened in each pool, seq aside. A transfer is part of two lives. */
function lives(setup: Setup, events: readonly LedgerEvent[], omit: readonly string[] = []): ReadonlyMap<PoolId, readonly string[]> {
  const orders = new Map<string, PoolId>()
  const commands = new Map(setup.commands.map((each) => [each.id, poolOfCommand(each)]))
  const found = new Map<PoolId, string[]>()
  const text = lines(events, ['seq', ...omit])
  for (const [i, event] of events.entries()) {
    if (event.type === 'order-placed') orders.set(event.order.id, event.order.pool)
    for (const pool of poolsOfEvent(event, { orders, commands })) found.set(pool, [...(found.get(pool) ?? []), text[i] ?? ''])
  }
  return found
}

interface Index {
  readonly orders: ReadonlyMap<string, PoolId>
  readonly commands: ReadonlyMap<string, PoolId | undefined>
}

function poolsOfEvent(event: LedgerEvent, { orders, commands }: Index): readonly PoolId[] {
  const known = (pool: PoolId | undefined): readonly PoolId[] => (pool === undefined ? [] : [pool])
  if (event.type === 'command-refused') return known(commands.get(event.commandId))
  if (event.type === 'order-canceled') return known(orders.get(event.orderId))
  if (event.type === 'order-placed') return [event.order.pool]
  if (event.type === 'transferred') return [event.from, event.to]
  // the one coupling of the rules: what the shared fund still has decides who pays for a loss, never what the pool loses
  if (event.type === 'deleveraged' || event.type === 'shortfall') return []
  if (event.type === 'order-triggered') return [event.order.pool]
  if (event.type === 'leverage-set' || event.type === 'protection-set' || event.type === 'auto-margin-set') return [poolOfLeg(event.leg)]
  return known('pool' in event ? event.pool : undefined)
}

/** Where the lives of pools part in two runs, transfers with one pool left out. */
function partings(pools: readonly PoolId[], [one, other]: readonly [ReturnType<typeof lives>, ReturnType<typeof lives>], gone?: PoolId): readonly string[] {
  const life = (of: ReturnType<typeof lives>, pool: PoolId): readonly string[] => (of.get(pool) ?? []).filter((line) => gone === undefined || !isTransferWith(line, gone))
  return pools.flatMap((pool) => firstDifferenceOf(life(one, pool), life(other, pool)) ?? [])
}

function poolsOf(setup: Setup): readonly PoolId[] {
  return [...new Set(setup.commands.flatMap((each) => poolOfCommand(each) ?? []))]
}

/** Commands and orders that were refused for lack of cash: the user's transfers are the one real coupling. */
function unpaid(events: readonly LedgerEvent[], of: ReadonlySet<string>): string {
  return events
    .flatMap((event) => (event.type === 'command-refused' && of.has(event.commandId) ? [`${event.type} ${event.commandId} ${event.reason.code}`] : event.type === 'order-canceled' && of.has(event.orderId) ? [`${event.type} ${event.orderId} ${event.reason?.code ?? ''}`] : []))
    .join()
}

describe('walls', () => {
  it('[W1] without one pool every other pool has the same life, byte for byte; the wallet is rich', () => {
    fc.assert(
      fc.property(fc.oneof(setupArb({ rich: true }), setupArb({ rich: true, jumpingTiers: true }), withKinds(setupArb({ rich: true })), withFunding(setupArb({ rich: true }))), fc.nat(5), (any, pick) => {
        const setup = walled(any)
        const pools = poolsOf(setup).filter((pool) => pool !== 'cross')
        const gone = pools[pick % Math.max(1, pools.length)]
        fc.pre(gone !== undefined)
        const without = { ...setup, commands: setup.commands.filter((each) => poolOfCommand(each) !== gone) }
        const [all, fewer] = [finished(setup, 'as-set').events, finished(without, 'as-set').events]
        const others = poolsOf(setup).filter((pool) => pool !== gone)
        expect(partings(others, [lives(setup, all), lives(setup, fewer)], gone)).toEqual([])
      }),
      times(700),
    )
  })

  it('[W1] the same with a poor wallet, where it pays for the same commands: all pools but the wallet itself', () => {
    fc.assert(
      fc.property(fc.oneof(setupArb(), withKinds(setupArb()), withFunding(setupArb())), fc.nat(5), (any, pick) => {
        // what the wallet adds by itself is the wallet's life
        const setup = { ...walled(any), commands: walled(any).commands.filter((each) => each.type !== 'set-auto-margin') }
        const pools = poolsOf(setup)
        const gone = pools[pick % Math.max(1, pools.length)]
        fc.pre(gone !== undefined)
        const without = { ...setup, commands: setup.commands.filter((each) => poolOfCommand(each) !== gone) }
        const [all, fewer] = [finished(setup, 'as-set').events, finished(without, 'as-set').events]
        const ids = new Set(without.commands.map((each) => each.id))
        fc.pre(unpaid(all, ids) === unpaid(fewer, ids))
        // a refusal names what the wallet had, which is the wallet's life
        const others = pools.filter((pool) => pool !== gone && pool !== 'cross')
        expect(partings(others, [lives(setup, all, ['reason']), lives(setup, fewer, ['reason'])])).toEqual([])
      }),
      times(700),
    )
  })

  it('[W1] the prices of an instrument are nothing to a pool that does not hold it', () => {
    fc.assert(
      fc.property(setupArb({ rich: true }), fc.constantFrom('A', 'B', 'C'), (any, symbol) => {
        const setup = walled(any)
        fc.pre(setup.tape.series.length > 1)
        const mirrored = {
          ...setup,
          tape: { ...setup.tape, series: setup.tape.series.map((series) => (series.instrument === symbol ? { ...series, ...reversed(series) } : series)) },
        }
        const holders = new Set(setup.commands.flatMap((each) => ('leg' in each && each.leg.startsWith(`${symbol}@`) ? [poolOfLeg(each.leg)] : [])))
        const [one, other] = [finished(setup, 'as-set').events, finished(mirrored, 'as-set').events]
        // the wallet lives through what others draw from it
        const others = poolsOf(setup).filter((pool) => !holders.has(pool) && pool !== 'cross')
        expect(partings(others, [lives(setup, one), lives(setup, other)])).toEqual([])
      }),
      times(700),
    )
  })

  it('[W1] what couples pools is what the user transfers: cash put into one is not there for another', () => {
    const tape = pathTape({ A: [100, 100], B: [100, 100] })
    const both = [order({ qty: '6' }), order({ instrument: 'B', qty: '6', tick: 1 })]
    expect(story(played({ tape, wallet: '100', commands: both })).at(-1)).toBe('refused place-order insufficient-margin')
    expect(story(played({ tape, wallet: '100', commands: both.slice(1) })).at(-1)).toBe('market B@isolated 6 @ 100')
    // and what a closed one gives back is there again
    expect(story(played({ tape, wallet: '100', commands: [...both.slice(0, 1), command.close(1, 'A@isolated'), ...both.slice(1)] })).at(-1)).toBe('market B@isolated 6 @ 100')
  })
})

/** Whether a line of the wallet's life is a transfer with a pool. */
function isTransferWith(line: string, pool: PoolId): boolean {
  return line.includes('"type":"transferred"') && line.includes(`"${pool}"`)
}

type Columns = Setup['tape']['series'][number]

/** The same prices, last first. */
function reversed(series: Columns): Columns {
  const turned = (column: Float64Array | undefined): Float64Array | undefined => column?.toReversed()
  const [open, high, low] = [turned(series.close), turned(series.high), turned(series.low)]
  if (series.open === undefined || open === undefined || high === undefined || low === undefined) return { ...series, close: series.close.toReversed() }
  return { instrument: series.instrument, open, high, low, close: series.open.toReversed() }
}
