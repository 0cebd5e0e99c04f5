import { END, fraction, compareFractions, signAt, type Fraction } from '../units/fraction.ts'
import type { Price } from '../units/quantities.ts'
import type { Account, LegId, Order } from '../ledger/Account.ts'
import type { Draft, Moment } from '../ledger/Draft.ts'
import { fill, type Fill } from '../ledger/fill.ts'
import { triggerStopLimit } from '../ledger/restOrder.ts'
import type { TrailingStop } from '../ledger/Trailing.ts'
import { required } from '../result/result.ts'
import { asQty } from '../units/quantities.ts'
import type { Marks } from '../margin/poolMargin.ts'
import { priceOf } from '../tape/priceKey.ts'
import type { Rejection } from '../result/Rejection.ts'
import type { PriceKind } from '../venues/Rules.ts'
import type { Trail } from './trails.ts'

/** A price that sets something off: a resting order, or a position's take-profit, stop-loss or trailing stop. */
export interface Trigger {
  /** Order id, or the leg. */
  readonly id: string
  readonly type: 'order' | 'take-profit' | 'stop-loss' | 'trailing-stop'
  readonly leg: LegId
  readonly instrument: string
  readonly price: Price
  /** Which price is watched: what the trader said; of a limit order the last price, which it trades at. [K6, K7] */
  readonly by: PriceKind
  /** Fires when that price is at or below (`fall`), or at or above (`rise`), the price. */
  readonly direction: 'rise' | 'fall'
}

/** Where a trailing stop would fire now; nothing while it does not follow yet. [P11] */
export type LevelOf = (trail: Trail) => Price | undefined

/** All triggers of an account; stop-losses first, then trailing stops, take-profits, and orders as placed. [K2] */
export function triggersOf(account: Account, levelOf: LevelOf): readonly Trigger[] {
  const stops: Trigger[] = []
  const trailing: Trigger[] = []
  const targets: Trigger[] = []
  for (const position of account.positions.values()) {
    const { leg, instrument, qty, stopLoss, takeProfit, triggerBy: by = 'mark' } = position
    const long = !qty.isNegative()
    const trigger: Followed = { id: leg, type: 'trailing-stop', leg, instrument, by, direction: long ? 'fall' : 'rise' }
    if (position.trailing !== undefined) trailing.push(...followed(trigger, position.trailing, levelOf))
    if (stopLoss !== undefined) stops.push({ id: leg, type: 'stop-loss', leg, instrument, by, price: stopLoss, direction: long ? 'fall' : 'rise' })
    if (takeProfit !== undefined) targets.push({ id: leg, type: 'take-profit', leg, instrument, by, price: takeProfit, direction: long ? 'rise' : 'fall' })
  }
  const orders = [...account.orders.values()].flatMap((order) => {
    const trigger = triggerOf(order)
    return order.trailing === undefined ? [trigger] : followed(trigger, order.trailing, levelOf)
  })
  return [...stops, ...trailing, ...targets, ...orders]
}

type Followed = Omit<Trigger, 'price'>

function followed(trigger: Followed, stop: TrailingStop, levelOf: LevelOf): readonly Trigger[] {
  const price = levelOf({ ...trigger, stop })
  return price === undefined ? [] : [{ ...trigger, price }]
}

/** What sets a resting order off. */
export function triggerOf({ id, leg, instrument, type, price, direction, triggerBy }: Order): Trigger {
  return { id, type: 'order', leg, instrument, by: type === 'limit' ? 'last' : (triggerBy ?? 'mark'), price, direction }
}

/** Whether the trigger fires at a price of the kind it watches. */
export function firesAt(trigger: Trigger, at: Price): boolean {
  return trigger.direction === 'fall' ? at.lte(trigger.price) : at.gte(trigger.price)
}

/** The first moment after (or at) `after` at which the trigger fires on the way between two such prices. */
export function firingMoment(trigger: Trigger, way: { from: Price; to: Price }, after: Fraction): Fraction | undefined {
  const from = way.from.minus(trigger.price)
  const to = way.to.minus(trigger.price)
  const reached = (at: Fraction): boolean => {
    const sign = signAt(from, to, at)
    return trigger.direction === 'fall' ? sign <= 0 : sign >= 0
  }
  if (reached(after)) return after
  if (!reached(END)) return undefined
  const moment = fraction(from.neg(), to.minus(from))
  return compareFractions(moment, after) < 0 ? after : moment
}

/** Executes what a trigger stands for at the moment's last price [K6]; an order that cannot be paid is cancelled with the reason. */
export function fire(draft: Draft, moment: Moment, trigger: Trigger): void {
  const refusal = draft.attempt(() => execute(draft, moment, trigger))
  if (refusal === undefined) return
  if (trigger.type === 'order') {
    draft.emit(moment, { type: 'order-canceled', orderId: trigger.id, why: 'refused-at-fill', reason: refusal })
  } else {
    draft.emit(moment, { type: 'protection-set', leg: trigger.leg, takeProfit: undefined, stopLoss: undefined })
  }
}

function execute(draft: Draft, moment: Moment, trigger: Trigger): Rejection | undefined {
  const order = trigger.type === 'order' ? draft.account.orders.get(trigger.id) : undefined
  if (order?.type === 'stop-limit') return triggerStopLimit(draft, moment, order, priceOf(moment.marks, order.instrument, 'last'))
  return fill(draft, moment, fillOf(draft.account, trigger, moment.marks))
}

function fillOf(account: Account, trigger: Trigger, marks: Marks): Fill {
  const price = priceOf(marks, trigger.instrument, 'last')
  if (trigger.type === 'order') {
    const order = required(account.orders.get(trigger.id), `order ${trigger.id}`)
    const role = order.type === 'limit' ? 'maker' : 'taker'
    const pool = account.positions.get(order.leg)?.pool ?? order.pool
    return { ...order, orderId: order.id, cause: order.type === 'stop-limit' ? 'limit' : order.type, pool, price, role }
  }
  const held = required(account.positions.get(trigger.leg), `position ${trigger.leg}`)
  return {
    ...held,
    orderId: `${trigger.type}:${held.leg}`,
    cause: trigger.type,
    qty: asQty(held.qty.neg()),
    price,
    role: 'taker',
    reduceOnly: true,
  }
}
