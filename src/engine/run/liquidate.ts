import { exactEquity, markOf, poolOf, positionsIn, unrealizedPnl } from '../margin/poolMargin.ts'
import { maintenanceOf } from '../margin/requirement.ts'
import { asQty, asQuote, posted, sum } from '../units/quantities.ts'
import type { Millis } from '../units/millis.ts'
import type { LegId, Pool, PoolId, Position } from '../ledger/Account.ts'
import type { Closed } from '../ledger/coverLoss.ts'
import type { Draft, Moment } from '../ledger/Draft.ts'
import type { BreachedLeg } from '../ledger/LedgerEvent.ts'
import { forfeitResidual, settleEmptyPool, type Departure } from '../ledger/settleEmptyPool.ts'
import { backstopRules } from './backstop.ts'
import { closeByForce, type ForcedClosing } from './closeByForce.ts'
import { closingOrder } from './closingOrder.ts'
import { closesWhole, cooldownOf, isCooling } from './cooldown.ts'
import { orderPrice } from './orderPrice.ts'
import { isFreed, openRound, partialQuantity } from './partialQuantity.ts'
import type { Scene } from './Scene.ts'
import { topUp } from './topUp.ts'

/**
 * Liquidates a pool that failed its test. [Q1]-[Q11] It closes in rounds: all of its positions, or the next in order; of
 * each all or a part, as the rules say; until it passes, cools down or is empty. Below the backstop's share the whole pool
 * is taken at once. What is left of an emptied pool is kept or given back; what is missing is borne by the insurance fund,
 * then by counterparties, then by nobody.
 * @param reason  `backstop` where the moment is known to be that of the backstop, which may be just after it
 */
export function liquidate(draft: Draft, scene: Scene, id: PoolId, reason: 'test' | 'backstop' = 'test'): void {
  if (topUp(draft, scene, id)) return
  const { rules } = draft.setting
  const legs = breachedLegs(draft, scene, id)
  const taken = reason === 'backstop' || isBelowBackstop(draft, scene, id)
  draft.emit(scene.moment, {
    type: 'pool-breached',
    pool: id,
    jumped: scene.jumped,
    equity: posted(exactEquity(draft.account, poolOf(draft.account, id), scene.moment.marks)),
    maintenanceMargin: sum(legs.map((leg) => leg.maintenanceMargin)),
    legs,
    ...(taken ? { backstop: true } : {}),
  })
  cancelOrders(draft, scene.moment, id)
  const closed = new Map<LegId, Closed>()
  const end = taken ? takeOver(draft, scene, { id, closed }) : closeInRounds(draft, scene, { id, closed })
  if (poolOf(draft.account, id).legs.length > 0) return
  const departure: Departure = { pool: id, legs: bearers(legs, closed), closed }
  if (end === 'taken' || rules.liquidation.residual === 'forfeit') forfeitResidual(draft, scene.moment, departure)
  settleEmptyPool(draft, scene.moment, departure)
}

/** The legs closed by which what is left, or missing, is told apart; an asset sold for others has no part in it. [Q4] */
function bearers(legs: readonly BreachedLeg[], closed: ReadonlyMap<LegId, Closed>): Departure['legs'] {
  const all = legs.filter(({ leg }) => closed.has(leg))
  const backed = all.filter(({ leg }) => closed.get(leg)?.type !== 'spot')
  return (backed.length > 0 ? backed : all).map(({ leg, maintenanceMargin }) => ({ leg, weight: maintenanceMargin }))
}

/** A pool being closed, and what has been closed of it so far. */
interface Closings {
  readonly id: PoolId
  readonly closed: Map<LegId, Closed>
}

/** Rounds until the pool passes, is empty, has to wait, or falls to the backstop. [Q2, Q6, Q7] */
function closeInRounds(draft: Draft, scene: Scene, closings: Closings): 'closed' | 'taken' {
  const { id } = closings
  const { rules } = draft.setting
  const since = poolOf(draft.account, id).cooling?.since ?? scene.moment.at
  for (;;) {
    const inParts = closeRound(draft, scene, { ...closings, since })
    const rest = poolOf(draft.account, id)
    if (rest.legs.length === 0) return 'closed'
    const fails = scene.fails(rest, rules)
    if (fails && isBelowBackstop(draft, scene, id)) return takeOver(draft, scene, closings)
    const cools = inParts && cooldownOf(rules) > 0
    if (cools) draft.emit(scene.moment, { type: 'pool-cooling', pool: id, since, until: scene.moment.at + cooldownOf(rules) })
    else if (!fails) endCooling(draft, scene, rest)
    if (!fails || (cools && !closesWhole(rules))) return 'closed'
  }
}

/** A liquidation that goes on after a cool-down and ends without another part ends it. */
function endCooling(draft: Draft, scene: Scene, pool: Pool): void {
  if (pool.cooling !== undefined && !isCooling(pool, scene.moment.at)) draft.emit(scene.moment, { type: 'pool-cooled', pool: pool.id })
}

/** One round. @returns whether a position was closed in part */
function closeRound(draft: Draft, scene: Scene, { id, closed, since }: Closings & { readonly since: Millis }): boolean {
  const round = openRound(draft, scene, id, since)
  let inParts = false
  for (const [i, position] of nextToClose(draft, scene, id).entries()) {
    if (i > 0 && isFreed(draft, scene, id, round)) break
    const price = orderPrice(draft, scene, position)
    const size = isCooling(poolOf(draft.account, id), scene.moment.at) ? asQty(position.qty.abs()) : partialQuantity(draft, scene, { position, price, round })
    inParts ||= size.lt(position.qty.abs())
    close(draft, scene, { position, size, price, charged: true }, closed)
  }
  return inParts
}

/** All positions of a pool that closes whole, else the first in order. Collateral is not sold for a part of what it backs. */
function nextToClose(draft: Draft, scene: Scene, id: PoolId): readonly Position[] {
  const { rules } = draft.setting
  const pool = poolOf(draft.account, id)
  const order = closingOrder(draft.account, pool, { marks: scene.moment.marks, rules })
  if (pool.type !== 'isolated' && rules.liquidation.sharedPool !== 'whole-pool') return order.slice(0, 1)
  if (rules.liquidation.partial.type === 'whole') return order
  const backed = order.filter((position) => position.type !== 'spot')
  return backed.length === 0 ? order : backed
}

/** The backstop takes every position at the mark, without a fee, and what is left. [Q9] */
function takeOver(draft: Draft, scene: Scene, { id, closed }: Closings): 'taken' {
  const order = closingOrder(draft.account, poolOf(draft.account, id), { marks: scene.moment.marks, rules: draft.setting.rules })
  for (const position of order) {
    close(draft, scene, { position, size: asQty(position.qty.abs()), price: scene.closingPrice(position), charged: false }, closed)
  }
  return 'taken'
}

function close(draft: Draft, scene: Scene, closing: ForcedClosing, closed: Map<LegId, Closed>): void {
  const part = closeByForce(draft, scene, closing)
  const before = closed.get(closing.position.leg)
  const all = before === undefined ? part : { ...part, qty: asQty(before.qty.plus(part.qty)), worth: asQuote(before.worth.plus(part.worth)) }
  closed.set(closing.position.leg, all)
}

function isBelowBackstop(draft: Draft, scene: Scene, id: PoolId): boolean {
  const { rules } = draft.setting
  return !rules.liquidation.backstopBelow.isZero() && scene.fails(poolOf(draft.account, id), backstopRules(rules))
}

function breachedLegs(draft: Draft, scene: Scene, id: PoolId): readonly BreachedLeg[] {
  return positionsIn(draft.account, poolOf(draft.account, id)).map((position) => {
    const mark = markOf(scene.moment.marks, position.instrument)
    return {
      leg: position.leg,
      instrument: position.instrument,
      qty: position.qty,
      mark,
      unrealizedPnl: unrealizedPnl(position, mark),
      maintenanceMargin: posted(maintenanceOf(position, mark, draft.setting.rules)),
    }
  })
}

function cancelOrders(draft: Draft, moment: Moment, id: PoolId): void {
  for (const order of draft.account.orders.values()) {
    if (order.pool === id) draft.emit(moment, { type: 'order-canceled', orderId: order.id, why: 'pool-liquidated', reason: undefined })
  }
}
