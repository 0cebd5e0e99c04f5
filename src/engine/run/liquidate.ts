import { exactEquity, exactPnl, markOf, poolOf, positionsIn, unrealizedPnl } from '../margin/poolMargin.ts'
import { maintenanceOf } from '../margin/requirement.ts'
import { Decimal } from '../units/decimal.ts'
import { asQuote, notional, portion, posted, sum, type Price, type Quote } from '../units/quantities.ts'
import type { LegId, Pool, PoolId, Position } from '../ledger/Account.ts'
import type { Draft, Moment } from '../ledger/Draft.ts'
import type { BreachedLeg } from '../ledger/LedgerEvent.ts'
import { forfeitResidual, settleEmptyPool } from '../ledger/settleEmptyPool.ts'

/** A moment at which a pool is liquidated, and the prices its positions close at. */
export interface Scene {
  readonly moment: Moment
  readonly jumped: boolean
  /** The closing price of a position: the mark, rounded on the side that liquidates earlier. */
  closingPrice(position: Position): Price
  /** The exact test at this moment. */
  fails(pool: Pool): boolean
}

/**
 * Liquidates a pool that failed its test. [Q1]-[Q5] An isolated pool closes whole; a shared pool closes whole or, worst
 * unrealised loss first, until it passes. What is left of an emptied pool is kept or given back as the rules say; what
 * is missing is borne by the insurance fund.
 */
export function liquidate(draft: Draft, scene: Scene, id: PoolId): void {
  const { rules } = draft.setting
  const legs = breachedLegs(draft, scene, id)
  draft.emit(scene.moment, {
    type: 'pool-breached',
    pool: id,
    jumped: scene.jumped,
    equity: posted(exactEquity(draft.account, poolOf(draft.account, id), scene.moment.marks)),
    maintenanceMargin: sum(legs.map((leg) => leg.maintenanceMargin)),
    legs,
  })
  cancelOrders(draft, scene.moment, id)
  const whole = poolOf(draft.account, id).type === 'isolated' || rules.liquidation.sharedPool === 'whole-pool'
  const gone: LegId[] = []
  for (;;) {
    const position = nextToClose(draft, scene, id)
    if (position === undefined) break
    closeByForce(draft, scene, position)
    gone.push(position.leg)
    const rest = poolOf(draft.account, id)
    if (!whole && rest.legs.length > 0 && !scene.fails(rest)) return
  }
  const weights = legs.filter((leg) => gone.includes(leg.leg)).map((leg) => ({ leg: leg.leg, weight: leg.maintenanceMargin }))
  if (rules.liquidation.residual === 'forfeit') forfeitResidual(draft, scene.moment, { pool: id, legs: weights })
  settleEmptyPool(draft, scene.moment, { pool: id, legs: weights })
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

/** The position with the worst unrealised PnL; the one opened first among equals. [Q2] */
function nextToClose(draft: Draft, scene: Scene, id: PoolId): Position | undefined {
  let worst: { position: Position; pnl: Decimal } | undefined
  for (const position of positionsIn(draft.account, poolOf(draft.account, id))) {
    const pnl = exactPnl(position, markOf(scene.moment.marks, position.instrument))
    if (worst === undefined || pnl.lt(worst.pnl)) worst = { position, pnl }
  }
  return worst?.position
}

function closeByForce(draft: Draft, scene: Scene, position: Position): void {
  const { liquidation } = draft.setting.rules
  const price = scene.closingPrice(position)
  draft.emit(scene.moment, {
    type: 'position-liquidated',
    leg: position.leg,
    instrument: position.instrument,
    pool: position.pool,
    qty: position.qty,
    price,
    realizedPnl: posted(exactPnl(position, price)),
    fee: liquidationFee(draft, scene, { position, price }),
    feeTo: liquidation.feeTo,
  })
}

/** The fee never takes more than the pool still has. [Q3] */
function liquidationFee(draft: Draft, scene: Scene, closing: { position: Position; price: Price }): Quote {
  const { position, price } = closing
  const full = posted(portion(notional(position.qty, price), draft.setting.rules.liquidation.feeRate), 'up')
  const atMark = exactEquity(draft.account, poolOf(draft.account, position.pool), scene.moment.marks)
  const mark = markOf(scene.moment.marks, position.instrument)
  const equity = posted(atMark.minus(exactPnl(position, mark)).plus(exactPnl(position, price)), 'down')
  return asQuote(Decimal.max(0, Decimal.min(full, equity)))
}

function cancelOrders(draft: Draft, moment: Moment, id: PoolId): void {
  for (const order of draft.account.orders.values()) {
    if (order.pool === id) draft.emit(moment, { type: 'order-canceled', orderId: order.id, why: 'pool-liquidated', reason: undefined })
  }
}
