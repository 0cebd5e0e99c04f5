import { CROSS, exactEquity, freeCollateral, isBreached, poolOf, positionOf, removable, requirementOf } from '../margin/poolMargin.ts'
import { notionalOf, valueOf } from '../instruments/valuation.ts'
import { openingMargin } from '../margin/requirement.ts'
import { poolTypeOf } from '../pools/Walls.ts'
import type { InstrumentType } from '../instruments/Instrument.ts'
import { required } from '../result/result.ts'
import type { Rejection } from '../result/Rejection.ts'
import { asQty, asQuote, maxQuote, portion, posted, ZERO_QTY, ZERO_QUOTE, type Price, type Qty, type Quote, type Rate } from '../units/quantities.ts'
import { testMarks } from '../tape/testMarks.ts'
import type { PriceKind } from '../venues/Rules.ts'
import { allowedLeverage } from './allowedLeverage.ts'
import type { LegId, OrderId, PoolId, Position, PositionSide } from './Account.ts'
import { circumstances, type Draft, type Moment } from './Draft.ts'
import type { Filled } from './LedgerEvent.ts'
import { settleEmptyPool } from './settleEmptyPool.ts'

/** A trade about to happen at a price. */
export interface Fill {
  readonly orderId: OrderId
  readonly cause: Filled['cause']
  readonly leg: LegId
  readonly instrument: string
  readonly pool: PoolId
  /** Signed. */
  readonly qty: Qty
  readonly price: Price
  readonly role: 'maker' | 'taker'
  readonly reduceOnly: boolean
  readonly positionSide: PositionSide
  readonly leverage: Rate
  readonly takeProfit: Price | undefined
  readonly stopLoss: Price | undefined
  /** Of the targets it brings. [K7] */
  readonly triggerBy?: PriceKind | undefined
}

/** Entry notional released by a partial close is rounded here; the rest stays with the position, so nothing is lost. */
const ENTRY_PLACES = 30

/**
 * Trades: first what reduces the position, then what opens or adds, each an event of its own.             [P3]
 * Call inside `draft.attempt`: a refusal leaves nothing behind.
 */
export function fill(draft: Draft, moment: Moment, order: Fill): Rejection | undefined {
  const position = draft.account.positions.get(order.leg)
  const refusal = wrongFill(position, order)
  if (refusal !== undefined) return refusal
  let rest = order.qty
  if (position !== undefined && position.qty.s !== order.qty.s) {
    const closed = order.qty.abs().lte(position.qty.abs()) ? order.qty : asQty(position.qty.neg())
    reduce(draft, moment, { ...order, qty: closed })
    rest = asQty(order.qty.minus(closed))
  }
  if (order.reduceOnly || rest.isZero()) return undefined
  // At a price of zero a position would need no margin at all.
  if (order.price.isZero()) return { code: 'price-not-positive', price: order.price }
  return increase(draft, moment, { ...order, qty: rest })
}

function wrongFill(position: Position | undefined, order: Fill): Rejection | undefined {
  if (order.qty.isZero()) return { code: 'quantity-zero' }
  if (position !== undefined && position.instrument !== order.instrument) {
    return { code: 'leg-in-other-instrument', leg: order.leg, instrument: position.instrument }
  }
  const held = position?.qty ?? ZERO_QTY
  if (order.reduceOnly) return held.isZero() || held.s === order.qty.s ? { code: 'nothing-to-reduce', leg: order.leg } : undefined
  const after = held.plus(order.qty)
  const sides = [order.positionSide, position?.positionSide]
  const wrong = (sides.includes('long') && after.lt(0)) || (sides.includes('short') && after.gt(0))
  return wrong ? { code: 'wrong-side', leg: order.leg } : undefined
}

/** Closes part or all; an isolated pool gives back the closed share of its cash, with the result of the trade. [P4] */
function reduce(draft: Draft, moment: Moment, order: Fill): void {
  const position = positionOf(draft.account, order.leg)
  const pool = poolOf(draft.account, position.pool)
  const whole = order.qty.abs().eq(position.qty.abs())
  const share = order.qty.abs().div(position.qty.abs())
  const released = whole ? position.entryNotional : position.entryNotional.times(share).toDecimalPlaces(ENTRY_PLACES)
  const closed = { type: position.type, qty: asQty(order.qty.neg()) }
  const realizedPnl = posted(valueOf(closed, order.price).minus(released))
  const fee = feeOf(draft, order)
  draft.emit(moment, {
    ...tradeOf(draft, { ...order, leverage: position.leverage, takeProfit: undefined, stopLoss: undefined }, position),
    fee,
    realizedPnl,
    qtyAfter: asQty(position.qty.plus(order.qty)),
    entryNotionalAfter: asQuote(position.entryNotional.minus(released)),
  })
  if (whole) {
    cancelReducing(draft, moment, order.leg)
    settleEmptyPool(draft, moment, { pool: pool.id, legs: [{ leg: order.leg, weight: ZERO_QUOTE }] })
  } else if (pool.type === 'isolated') {
    const back = posted(pool.cash.times(share), 'down').plus(realizedPnl).minus(fee)
    if (back.gt(0)) draft.emit(moment, { type: 'transferred', from: pool.id, to: CROSS, amount: asQuote(back), why: 'released' })
  }
}

function increase(draft: Draft, moment: Moment, order: Fill): Rejection | undefined {
  const position = draft.account.positions.get(order.leg)
  const qtyAfter = asQty((position?.qty ?? ZERO_QTY).plus(order.qty))
  const { rules } = draft.setting
  const kind = { type: typeOf(draft, order), instrument: order.instrument }
  const allowed = allowedLeverage(draft, { ...kind, qty: qtyAfter }, position?.leverage ?? order.leverage, order.price)
  if (!allowed.ok) return allowed.error
  const leverage = allowed.value
  const holding = { ...kind, leverage }
  const fee = feeOf(draft, order)
  const pool = position?.pool ?? order.pool
  const need = asQuote(openingMargin({ ...holding, qty: order.qty }, order.price, rules).plus(fee))
  const refusal = poolTypeOf(pool) === 'isolated' ? fundIsolated(draft, moment, { pool, need, filling: order.orderId }) : undefined
  if (refusal !== undefined) return refusal
  openPool(draft, moment, pool)
  const before = freeCollateral(draft.account, poolOf(draft.account, pool), { ...circumstances(draft, moment), filling: order.orderId })
  draft.emit(moment, {
    ...tradeOf(draft, { ...order, pool, leverage }, position),
    fee,
    realizedPnl: ZERO_QUOTE,
    qtyAfter,
    entryNotionalAfter: asQuote((position?.entryNotional ?? ZERO_QUOTE).plus(valueOf({ ...holding, qty: order.qty }, order.price))),
  })
  return poolTypeOf(pool) === 'isolated' ? survives(draft, moment, pool) : (covers(draft, moment, { pool, before }) ?? survives(draft, moment, pool))
}

function fundIsolated(draft: Draft, moment: Moment, transfer: { pool: PoolId; need: Quote; filling: OrderId }): Rejection | undefined {
  const available = removable(draft.account, poolOf(draft.account, CROSS), { ...circumstances(draft, moment), filling: transfer.filling })
  if (transfer.need.gt(available)) return { code: 'insufficient-margin', required: transfer.need, available }
  openPool(draft, moment, transfer.pool)
  draft.emit(moment, { type: 'transferred', from: CROSS, to: transfer.pool, amount: transfer.need, why: 'initial-margin' })
  return undefined
}

function covers(draft: Draft, moment: Moment, at: { pool: PoolId; before: Quote }): Rejection | undefined {
  const after = freeCollateral(draft.account, poolOf(draft.account, at.pool), circumstances(draft, moment))
  if (!after.isNegative() || after.isZero()) return undefined
  return { code: 'insufficient-margin', required: asQuote(at.before.minus(after)), available: maxQuote(ZERO_QUOTE, at.before) }
}

/** Refuses what leaves a pool at its liquidation point. */
export function survives(draft: Draft, moment: Moment, id: PoolId): Rejection | undefined {
  const pool = poolOf(draft.account, id)
  const { rules } = draft.setting
  const context = { rules, marks: testMarks(moment.marks, rules.liquidation.trigger) }
  if (!isBreached(draft.account, pool, context)) return undefined
  return {
    code: 'liquidated-on-fill',
    equity: posted(exactEquity(draft.account, pool, context.marks)),
    maintenance: posted(requirementOf(draft.account, pool, context)),
  }
}

/** Opens a pool that does not exist yet. */
export function openPool(draft: Draft, moment: Moment, pool: PoolId): void {
  if (!draft.account.pools.has(pool)) draft.emit(moment, { type: 'pool-opened', pool, poolType: poolTypeOf(pool) })
}

function feeOf(draft: Draft, order: Fill): Quote {
  const { maker, taker } = draft.setting.rules.fees
  return posted(portion(notionalOf({ type: typeOf(draft, order), qty: order.qty }, order.price), order.role === 'maker' ? maker : taker), 'up')
}

/** What kind of contract is traded. */
function typeOf(draft: Draft, { instrument }: Pick<Fill, 'instrument'>): InstrumentType {
  return required(draft.setting.instruments.get(instrument), `instrument ${instrument}`).type
}

function tradeOf(draft: Draft, order: Fill, position: Position | undefined): Omit<Filled, 'fee' | 'realizedPnl' | 'qtyAfter' | 'entryNotionalAfter'> {
  return {
    type: 'filled',
    orderId: order.orderId,
    cause: order.cause,
    leg: order.leg,
    instrument: order.instrument,
    instrumentType: typeOf(draft, order),
    pool: position?.pool ?? order.pool,
    qty: order.qty,
    price: order.price,
    role: order.role,
    positionSide: position?.positionSide ?? order.positionSide,
    leverage: order.leverage,
    takeProfit: order.takeProfit ?? position?.takeProfit,
    stopLoss: order.stopLoss ?? position?.stopLoss,
    triggerBy: order.takeProfit === undefined && order.stopLoss === undefined ? position?.triggerBy : order.triggerBy,
  }
}

function cancelReducing(draft: Draft, moment: Moment, leg: LegId): void {
  for (const order of draft.account.orders.values()) {
    if (order.leg === leg && order.reduceOnly) {
      draft.emit(moment, { type: 'order-canceled', orderId: order.id, why: 'position-closed', reason: undefined })
    }
  }
}
