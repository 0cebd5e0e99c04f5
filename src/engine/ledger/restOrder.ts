import { CROSS, freeCollateral, poolOf } from '../margin/poolMargin.ts'
import { notionalOf, type Holding } from '../instruments/valuation.ts'
import { openingMargin } from '../margin/requirement.ts'
import { poolTypeOf } from '../pools/Walls.ts'
import type { Rejection } from '../result/Rejection.ts'
import { Decimal } from '../units/decimal.ts'
import { ok, refused, required, type Result } from '../result/result.ts'
import { asQty, asQuote, maxQuote, portion, posted, ZERO_QUOTE, type Price, type Quote } from '../units/quantities.ts'
import { allowedLeverage } from './allowedLeverage.ts'
import type { Order } from './Account.ts'
import { circumstances, type Draft, type Moment } from './Draft.ts'
import { fill, openPool } from './fill.ts'

/** Lets an order rest; a limit order that opens holds back its initial margin and maker fee. [P2] */
export function restOrder(draft: Draft, moment: Moment, order: Order): Rejection | undefined {
  const position = draft.account.positions.get(order.leg)
  if (order.reduceOnly && (position === undefined || position.qty.s === order.qty.s)) {
    return { code: 'nothing-to-reduce', leg: order.leg }
  }
  const part = openingPart(draft, order)
  const allowed = allowedLeverage(draft, part, position?.leverage ?? order.leverage, order.price)
  if (!allowed.ok) return allowed.error
  if (poolTypeOf(order.pool) === 'bucket') openPool(draft, moment, order.pool)
  const placed: Order = { ...order, leverage: allowed.value }
  const reserve = reserveOf(draft, moment, placed)
  if (!reserve.ok) return reserve.error
  draft.emit(moment, { type: 'order-placed', order: { ...placed, reserve: reserve.value } })
  return undefined
}

/**
 * A stop-limit whose trigger was reached becomes its limit order: it holds back what that holds back, and where its price is
 * there already it takes at the last price. [P10]
 */
export function triggerStopLimit(draft: Draft, moment: Moment, order: Order, last: Price): Rejection | undefined {
  const { limitPrice, ...rest } = order
  const limit: Order = { ...rest, type: 'limit', price: required(limitPrice, `limit of ${order.id}`), direction: order.qty.isNegative() ? 'rise' : 'fall' }
  if (limit.direction === 'fall' ? last.lte(limit.price) : last.gte(limit.price)) {
    draft.emit(moment, { type: 'order-triggered', order: limit })
    const pool = draft.account.positions.get(order.leg)?.pool ?? order.pool
    return fill(draft, moment, { ...limit, orderId: limit.id, cause: 'limit', pool, price: last, role: 'taker' })
  }
  const reserve = reserveOf(draft, moment, limit)
  if (!reserve.ok) return reserve.error
  draft.emit(moment, { type: 'order-triggered', order: { ...limit, reserve: reserve.value } })
  return undefined
}

/** What the order holds back, if the pool that pays for it has as much. */
function reserveOf(draft: Draft, moment: Moment, order: Order): Result<Quote, Rejection> {
  if (order.type !== 'limit' || order.reduceOnly) return ok(ZERO_QUOTE)
  const payer = poolTypeOf(order.pool) === 'bucket' ? order.pool : CROSS
  const added = { ...openingPart(draft, order), leverage: order.leverage }
  const fee = posted(portion(notionalOf(added, order.price), draft.setting.rules.fees.maker), 'up')
  const reserve = asQuote(openingMargin(added, order.price, draft.setting.rules).plus(fee))
  const available = maxQuote(ZERO_QUOTE, freeCollateral(draft.account, poolOf(draft.account, payer), circumstances(draft, moment)))
  return reserve.gt(available) ? refused({ code: 'insufficient-margin', required: reserve, available }) : ok(reserve)
}

/** The part of the order that opens or adds. */
function openingPart(draft: Draft, { leg, instrument, qty }: Order): Holding {
  const position = draft.account.positions.get(leg)
  const opposing = position !== undefined && position.qty.s !== qty.s
  const size = opposing ? qty.abs().minus(position.qty.abs()) : qty.abs()
  const { type } = required(draft.setting.instruments.get(instrument), instrument)
  return { type, instrument, qty: asQty(Decimal.max(0, size)) }
}
