import type { LegId, Position } from '../ledger/Account.ts'
import type { LedgerEvent } from '../ledger/LedgerEvent.ts'
import type { NoLiquidationReason } from '../margin/LiquidationPrice.ts'
import { required } from '../result/result.ts'
import { Decimal } from '../units/decimal.ts'
import type { Price } from '../units/quantities.ts'
import { chainActs, type Act } from './chainActs.ts'
import { divided, openPhases, told, type ChainPart, type Phases } from './chainPhases.ts'
import type { ChainReader } from './chainReader.ts'
import type { ChainCause, ChainMoment, LiquidationChain } from './LiquidationChain.ts'
import { openingOf, type Opening } from './openingOf.ts'
import { ownCurve, rootContinued, rootNear, slopeAt, type CurvePiece, type Direction, type OwnCurve } from './ownCurve.ts'
import { isSameHolding, restChanges, type RestChange } from './restChanges.ts'
import { restOf, type Standing } from './standing.ts'

/** Payments and moves of prices of a long history are looked at in at most so many stretches. */
const MOST_STRETCHES = 256

/**
 * How the liquidation price of a leg of a breached pool came to where it was just before the breach. [I1]
 *
 * The price P solves h(P) + S = 0: h is what the leg and others of its instrument add to the pool's surplus, S everything
 * else. Between two things that were done h stays, S moves from S0 to S1, and on a straight piece of h with slope k
 *   P1 - P0 = -(S1 - S0) / k,
 * so each cause has -1/k times what it did to S; what a bend of h between P0 and P1 adds is the tier's. At a change of h
 * itself (a fill) the price just after less the price just before is its share, its fee apart. All is a difference of
 * prices to the quantum, so the shares sum to the whole way.
 */
export function legChain(reader: ChainReader, leg: LegId): LiquidationChain {
  const { run, breach } = reader
  const { instrument, qty } = required(breach.legs.find((each) => each.leg === leg), leg)
  const opening = required(openingOf(run.events, leg, breach.seq - 1), `the opening of ${leg}`)
  const start = reader.standing(opening.seq, opening, opening.pool)
  const end = reader.standing(breach.seq - 1, breach, breach.pool)
  const endRoot = rootNear(ownCurve(ownLegs(end, instrument), reader.rules), restOf(end, instrument), { mark: required(end.legs.get(leg), leg).mark })
  const direction = endRoot?.direction ?? (qty.isNegative() ? 'rising' : 'falling')
  const walk: Walk = { reader, leg, instrument, direction }
  const base = reader.baseOf(leg)
  return { leg, instrument, base, direction, opened: { seq: opening.seq, ...momentOf(opening) }, phases: walked(walk, { start, opening }) }
}

function momentOf({ tick, at }: ChainMoment): ChainMoment {
  return { tick, at }
}

interface Walk {
  readonly reader: ChainReader
  readonly leg: LegId
  readonly instrument: string
  readonly direction: Direction
}

/** The pool at a moment, and the liquidation price there. */
interface Place {
  readonly standing: Standing
  readonly moment: ChainMoment
  readonly curve: OwnCurve
  readonly rest: Decimal
  readonly root: { readonly price: Price; readonly piece: CurvePiece } | NoLiquidationReason
}

function walked(walk: Walk, { start, opening }: { readonly start: Standing; readonly opening: Opening }): LiquidationChain['phases'] {
  const { reader, leg } = walk
  const { run, breach } = reader
  const span = { leg, pool: opening.pool, members: new Set(start.legs.keys()), from: opening.seq, until: breach.seq - 1 }
  const payments = [...chainActs(run.events, span)].filter(({ type }) => type === 'funding').length
  const size = Math.max(1, Math.ceil((payments * breach.legs.length) / MOST_STRETCHES))
  let here = placeOf(walk, start, momentOf(opening))
  const phases = openPhases(here.moment, shownOf(here))
  let quiet: LedgerEvent[] = []
  for (const act of chainActs(run.events, span)) {
    const last = required(act.events.at(-1), 'an event')
    const moment = momentOf(last)
    if (act.type === 'funding') {
      quiet.push(...act.events)
      if (quiet.length < size) continue
      here = drift(walk, phases, { from: here, to: placeOf(walk, reader.standing(last.seq, moment, act.pool), moment, here), events: quiet })
    } else {
      const before = reader.standing(required(act.events[0], 'an event').seq - 1, moment, act.pool)
      here = drift(walk, phases, { from: here, to: placeOf(walk, before, moment, here), events: quiet })
      here = change(walk, phases, { from: here, to: placeOf(walk, reader.standing(last.seq, moment, act.poolAfter), moment, here), act })
    }
    quiet = []
  }
  const end = reader.standing(breach.seq - 1, breach, breach.pool)
  here = drift(walk, phases, { from: here, to: placeOf(walk, end, momentOf(breach), here), events: quiet })
  return phases.end(momentOf(breach))
}

function ownLegs({ legs }: Standing, instrument: string): readonly Position[] {
  return [...legs.values()].flatMap(({ position }) => (position.instrument === instrument ? [position] : []))
}

function placeOf({ reader, leg, instrument, direction }: Walk, standing: Standing, moment: ChainMoment, before?: Place): Place {
  const own = ownLegs(standing, instrument)
  const curve = before !== undefined && isSameOwn(ownLegs(before.standing, instrument), own) ? before.curve : ownCurve(own, reader.rules)
  const rest = restOf(standing, instrument)
  const held = required(standing.legs.get(leg), leg)
  const root = rootNear(curve, rest, { mark: held.mark, direction })
  if (root === undefined) return { standing, moment, curve, rest, root: whyNone(own, held.position) }
  return { standing, moment, curve, rest, root: { price: told(root.price), piece: required(curve[root.piece], 'a piece') } }
}

function isSameOwn(before: readonly Position[], after: readonly Position[]): boolean {
  return before.length === after.length && before.every((each, i) => isSameHolding(each, required(after[i], 'a leg')) && each.leverage.eq(required(after[i], 'a leg').leverage))
}

function whyNone(own: readonly Position[], { qty }: Position): NoLiquidationReason {
  const net = own.reduce((sum: Decimal, each) => sum.plus(each.qty), new Decimal(0))
  return net.isZero() || net.s !== qty.s ? 'hedged' : 'fully-collateralized'
}

function shownOf({ root }: Place): Price | NoLiquidationReason {
  return typeof root === 'string' ? root : root.price
}

interface Leap {
  readonly from: Place
  readonly to: Place
}

/** Time goes by: prices move, funding is paid, the own legs stay as they are. */
function drift(walk: Walk, phases: Phases, leap: Leap & { readonly events: readonly LedgerEvent[] }): Place {
  phases.go(leap.to.moment, shownOf(leap.to), drifted(walk, leap))
  return leap.to
}

function drifted(walk: Walk, { from, to, events }: Leap & { readonly events: readonly LedgerEvent[] }): readonly ChainPart[] {
  const { reader, instrument, leg } = walk
  if (typeof from.root === 'string' || typeof to.root === 'string') return []
  const { rules, baseOf } = reader
  const changes = restChanges({ from: from.standing, to: to.standing, events, instrument, rules, baseOf })
  const start = from.root.price
  const straight = rootContinued(from.root.piece, to.rest, { mark: to.root.price, direction: walk.direction })
  // Where the tier's line leads nowhere the whole way is told by what was done to the surplus.
  const reached = straight === undefined || changes.length === 0 ? to.root.price : told(straight)
  const parts = changes.length === 0 ? [] : divided(reached.minus(start), changes, perSurplus(from.root.piece, { start, reached, changes }))
  const bent = to.root.price.minus(changes.length === 0 ? start : reached)
  return bent.isZero() ? parts : [...parts, { cause: ofLeg('tier', leg, reader), surplus: undefined, price: bent, count: 1 }]
}

/** How far the price goes for one unit of surplus: the chord where there is one, else the tangent. */
function perSurplus(piece: CurvePiece, { start, reached, changes }: { readonly start: Price; readonly reached: Price; readonly changes: readonly RestChange[] }): Decimal {
  const slope = slopeAt(piece, start)
  if (piece.c.isZero() && piece.d.isZero() && !slope.isZero()) return slope.pow(-1).neg()
  const total = changes.reduce((sum, each) => sum.plus(each.surplus), new Decimal(0))
  if (!total.isZero()) return reached.minus(start).div(total)
  return slope.isZero() ? new Decimal(0) : slope.pow(-1).neg()
}

function ofLeg(type: Exclude<ChainCause['type'], 'margin'>, leg: LegId, reader: ChainReader): ChainCause {
  return { type, leg, base: reader.baseOf(leg) }
}

/** Something was done: to the pool's cash or other legs, which is told like the time that goes by, or to the own legs. */
function change(walk: Walk, phases: Phases, { from, to, act }: Leap & { readonly act: Act }): Place {
  const same = isSameOwn(ownLegs(from.standing, walk.instrument), ownLegs(to.standing, walk.instrument)) && act.pool === act.poolAfter
  const parts = same ? drifted(walk, { from, to, events: act.events }) : changed(walk, { from, to, act })
  phases.go(to.moment, shownOf(to), parts)
  return to
}

/** The own legs changed: the way of the price is theirs, the part of a fee that the pool paid itself apart. */
function changed(walk: Walk, { from, to, act }: Leap & { readonly act: Act }): readonly ChainPart[] {
  if (typeof from.root === 'string' || typeof to.root === 'string') return []
  const done = act.events.find((event) => event.type === 'filled' || event.type === 'position-liquidated' || event.type === 'position-moved' || event.type === 'leverage-set')
  if (done === undefined || !('leg' in done)) return []
  const { reader } = walk
  const fee = feeOf(act)
  const free = fee.isZero() ? undefined : rootNear(to.curve, to.rest.plus(fee), { mark: to.root.price, direction: walk.direction })
  const reached = free === undefined ? to.root.price : told(free.price)
  const main: ChainPart = { cause: causeOf(done.type, done.leg, reader), surplus: undefined, price: reached.minus(from.root.price), count: 1 }
  if (free === undefined) return [main]
  return [main, { cause: ofLeg('fee', done.leg, reader), surplus: fee.neg(), price: to.root.price.minus(reached), count: 1 }]
}

function causeOf(type: LedgerEvent['type'], leg: LegId, reader: ChainReader): ChainCause {
  if (type === 'position-moved') return ofLeg('moved', leg, reader)
  if (type === 'leverage-set') return { type: 'margin', why: 'leverage' }
  return ofLeg(type === 'filled' ? 'fill' : 'liquidation', leg, reader)
}

/** What a fill cost its pool: nothing where the wallet brought it along with the margin. */
function feeOf({ events }: Act): Decimal {
  const isBrought = events.some((event) => event.type === 'transferred' && event.why === 'initial-margin')
  const fill = events.find((event) => event.type === 'filled')
  return fill === undefined || isBrought ? new Decimal(0) : fill.fee
}
