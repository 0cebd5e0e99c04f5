import {
  asQuote, createRun, entries, equityOf, hashEvents, marksAt, pnlOf, priceKey, resolveRules, sum, tickTime, toJson, totalOf,
  type Account, type LedgerEvent, type Marks, type Quote, type Run, type Setup, type Tape,
} from '../engine/index.ts'
import { tapeHash } from '../tapes/tapeHash.ts'
import { accountFigures } from './accountFigures.ts'
import type { NamedWalls } from './namedWalls.ts'
import { plainText } from './plainText.ts'

/** A run of a scenario as far as it was asked for. */
export interface Twin {
  readonly walls: NamedWalls
  readonly run: Run
}

/** Plays the scenario under each partition up to a tick. */
export function playedTwins(setup: Setup, partitions: readonly NamedWalls[], tick: number): readonly Twin[] {
  return partitions.map((walls) => {
    const run = createRun(setup, walls)
    run.advanceTo(tick)
    return { walls, run }
  })
}

/** What came of a scenario under each partition, and whether the twins agree with one another. [T1] */
export function runReport(scenario: { readonly title: string }, setup: Setup, twins: readonly Twin[], tick: number) {
  const { rules, tape } = setup
  return {
    scenario: scenario.title,
    rules: { id: rules.id, name: rules.name, date: rules.date },
    tape: tapeReport(tape),
    tick,
    twins: twins.map((twin) => twinReport(twin, tick, marksAt(tape, tick), setup)),
    twinIdentity: identityReport(twins, tape, tick),
  }
}

export type RunReport = ReturnType<typeof runReport>

function tapeReport(tape: Tape) {
  const last = tape.time.length - 1
  return {
    id: tape.id,
    title: tape.title,
    source: tape.source,
    instruments: tape.series.map(({ instrument, kind }) => priceKey(instrument, kind)),
    ticks: tape.time.length,
    from: isoText(tape.time[0] ?? 0),
    to: isoText(tape.time[last] ?? 0),
    between: tape.between,
    candlePath: tape.candlePath,
    hash: tapeHash(tape),
  }
}

function twinReport({ walls, run }: Twin, tick: number, marks: Marks, setup: Setup) {
  const { rules } = setup
  const account = run.accountAt(tick)
  const events = run.events.slice(0, run.countAt(tick))
  return {
    walls,
    equity: plainText(equityOf(account, marks)),
    walletBalance: plainText(account.pools.get('cross')?.cash ?? rules.insuranceFund.balance.times(0)),
    deposits: plainText(account.counterparties.external.neg()),
    legs: legsOf(account).map((leg) => legReport(account, leg, marks)),
    ...figuresAt(account, tick, setup),
    liquidations: liquidations(events),
    refused: refusals(events),
    insuranceFund: plainText(rules.insuranceFund.balance.plus(account.counterparties.insuranceFund)),
    fundHistory: fundHistory(events, rules.insuranceFund.balance),
    deleveraged: events.flatMap((event) => (event.type === 'deleveraged' ? [toJson(event)] : [])),
    uncovered: plainText(account.counterparties.uncovered.neg()),
    events: events.length,
    hash: hashEvents(events),
  }
}

/** What is held at the tick, as `margin` prints it. */
function figuresAt(account: Account, tick: number, { rules, instruments, tape }: Setup) {
  const realized = new Map([...account.totals].map(([leg, totals]) => [leg, asQuote(totals.realizedPnl.plus(totals.fees).plus(totals.funding))]))
  const context = { rules: resolveRules(rules, instruments), instruments: new Map(instruments.map((each) => [each.symbol, each])), marks: marksAt(tape, tick), at: tickTime(tape, tick), tape, realized }
  const { valuation, pools, positions, collateral } = accountFigures(account, context)
  return { ...(valuation === undefined ? {} : { valuation }), pools, positions, ...(collateral === undefined ? {} : { collateral }) }
}

/** Every change of the insurance funds, with what they hold after it. */
function fundHistory(events: readonly LedgerEvent[], balance: Quote) {
  let held = balance
  return events.flatMap((event) => {
    const change = sum(entries(event).flatMap((entry) => ('counterparty' in entry && entry.counterparty === 'insuranceFund' ? [entry.amount] : [])))
    if (change.isZero()) return []
    held = asQuote(held.plus(change))
    return [{ tick: event.tick, at: isoText(event.at), event: event.type, change: plainText(change), balance: plainText(held) }]
  })
}

/** Every position there is or was, in the order of its first event. */
function legsOf(account: Account): readonly string[] {
  return [...new Set([...account.totals.keys(), ...account.positions.keys()])]
}

function legReport(account: Account, leg: string, marks: Marks) {
  const totals = account.totals.get(leg)
  const position = account.positions.get(leg)
  const pnl = pnlOf(account, leg, marks)
  const unrealizedPnl = totals === undefined ? pnl : pnl.minus(totalOf(totals))
  return {
    leg,
    qty: position === undefined ? '0' : plainText(position.qty),
    ...(position === undefined ? {} : { pool: position.pool }),
    pnl: plainText(pnl),
    unrealizedPnl: plainText(unrealizedPnl),
    ...(totals === undefined ? {} : Object.fromEntries(Object.entries(totals).map(([key, amount]) => [key, plainText(amount)]))),
  }
}

function liquidations(events: readonly LedgerEvent[]) {
  return events.flatMap((event) => {
    if (event.type !== 'position-liquidated') return []
    const { leg, instrument, pool, tick, at, price, qty, realizedPnl, fee, rest } = event
    const part = rest === undefined ? {} : { rest: plainText(rest.qty) }
    return [{ leg, instrument, pool, tick, at: isoText(at), qty: plainText(qty), ...part, price: plainText(price), realizedPnl: plainText(realizedPnl), fee: plainText(fee) }]
  })
}

/** Commands and resting orders that were refused, with the reason and its numbers. */
function refusals(events: readonly LedgerEvent[]) {
  return events.flatMap((event) => {
    const { tick, at } = event
    if (event.type === 'command-refused') return [{ id: event.commandId, command: event.command, tick, at: isoText(at), reason: toJson(event.reason) }]
    if (event.type !== 'order-canceled' || event.reason === undefined) return []
    return [{ id: event.orderId, command: 'place-order', tick, at: isoText(at), reason: toJson(event.reason) }]
  })
}

/**
 * [T1] At every tick at which something happened in any twin, and at the last: the equity of a twin is what was deposited
 * plus what its legs made. Then the difference of two twins' equities is the sum of their legs' differences.
 */
function identityReport(twins: readonly Twin[], tape: Tape, last: number) {
  const ticks = new Set([last])
  for (const { run } of twins) for (const event of run.events) if (event.tick <= last) ticks.add(event.tick)
  const broken = [...ticks].filter((tick) => {
    const marks = marksAt(tape, tick)
    return twins.some(({ run }) => {
      const account = run.accountAt(tick)
      const made = legsOf(account).reduce((total, leg) => total.plus(pnlOf(account, leg, marks)), account.counterparties.external.neg())
      return !equityOf(account, marks).eq(made)
    })
  })
  return { holds: broken.length === 0, ticksChecked: ticks.size, ...(broken.length === 0 ? {} : { brokenAt: broken }) }
}

/** One row a twin and leg. */
export function runRows({ twins }: RunReport): readonly Readonly<Record<string, unknown>>[] {
  return twins.flatMap(({ walls, legs, liquidations: dead }) =>
    legs.map((leg) => {
      const end = dead.findLast((each) => each.leg === leg.leg)
      return { walls, ...leg, liquidatedAtTick: end?.tick ?? '', liquidationPrice: end?.price ?? '' }
    }),
  )
}

function isoText(millis: number): string {
  return new Date(millis).toISOString()
}
