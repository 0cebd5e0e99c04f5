import type { Account, LegId, Pool, Position } from '../ledger/Account.ts'
import type { LedgerEvent, PoolBreached } from '../ledger/LedgerEvent.ts'
import { exactPnl, markOf, positionsIn, type Marks } from '../margin/poolMargin.ts'
import { backedLegs } from '../margin/backedLegs.ts'
import { requirementAt, requirementPieces, reservedFor } from '../margin/requirement.ts'
import type { Run, Setup } from '../run/createRun.ts'
import { marksAt } from '../run/steps.ts'
import { testMarks } from '../tape/testMarks.ts'
import { Decimal } from '../units/decimal.ts'
import { asPrice, posted, type Price } from '../units/quantities.ts'
import { required } from '../result/result.ts'
import type { Rules } from '../venues/Rules.ts'
import type { DriftPart, LiquidationDrift } from './Incident.ts'
import { surplusRoot } from './surplusRoot.ts'

interface Scene {
  readonly setup: Setup
  readonly run: Run
  readonly breach: LedgerEvent & PoolBreached
  /** Just before the breach. */
  readonly before: Account
  readonly pool: Pool
  readonly culprit: LegId
}

/** For each bystander of a shared pool: how its liq. price came to its mark. Legs for which it cannot be told are left out. */
export function liquidationDrifts(scene: Scene): readonly LiquidationDrift[] {
  const own = new Set(scene.breach.legs.filter((leg) => leg.leg === scene.culprit).map((leg) => leg.instrument))
  return scene.breach.legs.flatMap((leg) => (own.has(leg.instrument) ? [] : (driftOf(scene, leg.leg) ?? [])))
}

/** The pool at one moment, seen from one instrument: what moves with it, and everything else. */
interface Snapshot {
  readonly cash: Decimal
  /** Legs of the instrument asked about. */
  readonly own: readonly Position[]
  /** What each other leg adds to equity less requirement. */
  readonly others: ReadonlyMap<LegId, Decimal>
}

/**
 * The liquidation price P of an instrument solves h(P) + S = 0, where h is what its own legs add to the surplus (PnL less
 * requirement) and S is everything else: cash, and what each other leg adds. From then to now own legs stay as they are,
 * so h is the same function, and
 *   P_now - P_then = -(S_now - S_then) / k,   k the slope of h between the two prices.
 * Each cause has its share of S_now - S_then, and the same share of the way. The parts add up by construction.
 */
function driftOf(scene: Scene, leg: LegId): LiquidationDrift | undefined {
  const { setup, run, breach, before, pool } = scene
  const instrument = required(before.positions.get(leg), leg).instrument
  const fromTick = lastOwnTick(scene, instrument)
  if (fromTick === undefined || fromTick >= breach.tick) return undefined
  const account = run.accountAt(fromTick)
  const earlier = account.pools.get(pool.id)
  if (earlier === undefined || !earlier.legs.includes(leg)) return undefined
  const { rules } = setup
  const seen = (tick: number): Marks => testMarks(marksAt(setup.tape, tick), rules.liquidation.trigger)
  const nowMarks = new Map([...seen(breach.tick), ...breach.legs.map((each) => [each.instrument, each.mark] as const)])
  const was = snapshot(account, earlier, instrument, { rules, marks: seen(fromTick) })
  const now = snapshot(before, pool, instrument, { rules, marks: nowMarks })
  const mark = markOf(nowMarks, instrument)
  const start = rootOf(was, markOf(seen(fromTick), instrument), rules)
  const end = rootOf(now, mark, rules)
  if (start === undefined || end === undefined) return undefined
  const causes = causesOf(scene, { was: was, now, instrument, fromTick })
  return { leg, instrument, fromTick, before: start, after: end, mark, parts: shared(causes, asPrice(end.minus(start))) }
}

/** The tick in which a leg of the instrument in the pool was last traded or moved before the breach. */
function lastOwnTick({ run, breach, before, pool }: Scene, instrument: string): number | undefined {
  const own = new Set(positionsIn(before, pool).filter((each) => each.instrument === instrument).map((each) => each.leg))
  return run.events.slice(0, breach.seq - 1).findLast((event) => (event.type === 'filled' || event.type === 'position-moved') && own.has(event.leg))?.tick
}

function snapshot(account: Account, pool: Pool, instrument: string, at: { rules: Rules; marks: Marks }): Snapshot {
  const positions = positionsIn(account, pool)
  const others = positions.filter((each) => each.instrument !== instrument)
  const own = positions.filter((each) => each.instrument === instrument)
  const alone = backedLegs(positions).length === 1
  // Closing fees that the pool's margin sets aside do not move with any price. [M14]
  const reserved = (each: Position): Decimal => (each.type === 'spot' ? new Decimal(0) : reservedFor(each, pool, { alone, rules: at.rules }))
  return {
    cash: own.reduce((cash: Decimal, each) => cash.minus(reserved(each)), pool.cash),
    own,
    others: new Map(others.map((each) => [each.leg, surplusOf(each, markOf(at.marks, each.instrument), at.rules).minus(reserved(each))])),
  }
}

/** PnL less requirement of one position at a price. Exact. */
function surplusOf(position: Position, mark: Price, rules: Rules): Decimal {
  return exactPnl(position, mark).minus(requirementAt(position, mark, rules))
}

function rootOf({ cash, own, others }: Snapshot, mark: Price, rules: Rules): Price | undefined {
  let rest = cash
  for (const surplus of others.values()) rest = rest.plus(surplus)
  const turns = own.flatMap((each) => requirementPieces(each, rules).pieces.slice(1).map(({ floor }) => (each.type === 'inverse' ? each.qty.abs().times(floor.den).div(floor.num) : floor.num.div(floor.den).div(each.qty.abs()))))
  // An inverse contract's surplus times its price is piecewise linear; what grows with the square has no such line.
  if (own.some((each) => !requirementPieces(each, rules).growth.isZero())) return undefined
  const isInverse = own.some((each) => each.type === 'inverse')
  const surplus = (at: Decimal): Decimal => own.reduce((total, each) => total.plus(surplusOf(each, asPrice(at), rules)), rest).times(isInverse ? at : 1)
  const root = surplusRoot(surplus, turns, mark)
  return root === undefined ? undefined : asPrice(posted(root))
}

interface Cause {
  readonly cause: DriftPart['cause']
  readonly surplus: Decimal
}

function causesOf({ setup, run, breach, pool }: Scene, drift: { was: Snapshot; now: Snapshot; instrument: string; fromTick: number }): readonly Cause[] {
  const { was, now, instrument, fromTick } = drift
  const booked = bookedByLeg(run.events.slice(run.countAt(fromTick), breach.seq - 1), pool.id)
  const symbols = instrumentsOf(run, breach.seq)
  const isOwn = (leg: LegId): boolean => symbols.get(leg) === instrument
  const legs = [...new Set([...was.others.keys(), ...now.others.keys(), ...booked.keys()])].filter((leg) => !isOwn(leg))
  const zero = new Decimal(0)
  const causes: Cause[] = legs.map((leg) => {
    const symbol = symbols.get(leg) ?? leg
    const base = setup.instruments.find((each) => each.symbol === symbol)?.base ?? symbol
    const open = (now.others.get(leg) ?? zero).minus(was.others.get(leg) ?? zero)
    return { cause: { type: 'leg', leg, base }, surplus: open.plus(booked.get(leg) ?? zero) }
  })
  let own = zero
  let known = zero
  for (const [leg, amount] of booked) {
    known = known.plus(amount)
    if (isOwn(leg)) own = own.plus(amount)
  }
  causes.push({ cause: { type: 'own-costs' }, surplus: own }, { cause: { type: 'cash' }, surplus: now.cash.minus(was.cash).minus(known) })
  return causes.filter((each) => !each.surplus.isZero())
}

/** What each leg's fills, funding and liquidations booked to a pool's cash. */
function bookedByLeg(events: readonly LedgerEvent[], pool: string): ReadonlyMap<LegId, Decimal> {
  const booked = new Map<LegId, Decimal>()
  const add = (leg: LegId, amount: Decimal): unknown => booked.set(leg, (booked.get(leg) ?? new Decimal(0)).plus(amount))
  for (const event of events) {
    if (!('pool' in event) || event.pool !== pool) continue
    if (event.type === 'filled' || event.type === 'position-liquidated') add(event.leg, event.realizedPnl.minus(event.fee))
    else if (event.type === 'funding-paid') for (const leg of event.legs) add(leg.leg, leg.amount)
  }
  return booked
}

function instrumentsOf(run: Run, until: number): ReadonlyMap<LegId, string> {
  const symbols = new Map<LegId, string>()
  for (const event of run.events.slice(0, until)) if (event.type === 'filled') symbols.set(event.leg, event.instrument)
  return symbols
}

/** The way, divided in proportion to the causes; rounded to 12 places, the last part takes what remains. */
function shared(causes: readonly Cause[], way: Price): readonly DriftPart[] {
  const total = causes.reduce((sum, each) => sum.plus(each.surplus), new Decimal(0))
  if (total.isZero()) return []
  let rest: Decimal = way
  return causes.map(({ cause, surplus }, i) => {
    const part = i === causes.length - 1 ? rest : way.times(surplus).div(total).toDecimalPlaces(12)
    rest = rest.minus(part)
    return { cause, surplus: posted(surplus), price: asPrice(part) }
  })
}
