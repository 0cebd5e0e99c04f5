import { END, fraction, compareFractions, signAt, type Fraction } from '../units/fraction.ts'
import type { Price } from '../units/quantities.ts'
import type { Account, LegId, Order } from '../ledger/Account.ts'
import type { Draft, Moment } from '../ledger/Draft.ts'
import { fill, type Fill } from '../ledger/fill.ts'
import { required } from '../result/result.ts'
import { asQty } from '../units/quantities.ts'
import type { Marks } from '../margin/poolMargin.ts'
import { priceOf } from '../tape/priceKey.ts'
import type { PriceKind } from '../venues/Rules.ts'

/** A price that sets something off: a resting order, or a position's take-profit or stop-loss. */
export interface Trigger {
  /** Order id, or the leg. */
  readonly id: string
  readonly type: 'order' | 'take-profit' | 'stop-loss'
  readonly leg: LegId
  readonly instrument: string
  readonly price: Price
  /** Which price is watched: what the trader said; of a limit order the last price, which it trades at. [K6, K7] */
  readonly by: PriceKind
  /** Fires when that price is at or below (`fall`), or at or above (`rise`), the price. */
  readonly direction: 'rise' | 'fall'
}

/** All triggers of an account; stop-losses first, then take-profits, then orders as placed. [K2] */
export function triggersOf(account: Account): readonly Trigger[] {
  const stops: Trigger[] = []
  const targets: Trigger[] = []
  for (const position of account.positions.values()) {
    const { leg, instrument, qty, stopLoss, takeProfit, triggerBy: by = 'mark' } = position
    const long = !qty.isNegative()
    if (stopLoss !== undefined) stops.push({ id: leg, type: 'stop-loss', leg, instrument, by, price: stopLoss, direction: long ? 'fall' : 'rise' })
    if (takeProfit !== undefined) targets.push({ id: leg, type: 'take-profit', leg, instrument, by, price: takeProfit, direction: long ? 'rise' : 'fall' })
  }
  const orders = [...account.orders.values()].map(triggerOf)
  return [...stops, ...targets, ...orders]
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
  const order = fillOf(draft.account, trigger, moment.marks)
  const refusal = draft.attempt(() => fill(draft, moment, order))
  if (refusal === undefined) return
  if (trigger.type === 'order') {
    draft.emit(moment, { type: 'order-canceled', orderId: trigger.id, why: 'refused-at-fill', reason: refusal })
  } else {
    draft.emit(moment, { type: 'protection-set', leg: trigger.leg, takeProfit: undefined, stopLoss: undefined })
  }
}

function fillOf(account: Account, trigger: Trigger, marks: Marks): Fill {
  const price = priceOf(marks, trigger.instrument, 'last')
  if (trigger.type === 'order') {
    const order = required(account.orders.get(trigger.id), `order ${trigger.id}`)
    const role = order.type === 'limit' ? 'maker' : 'taker'
    const pool = account.positions.get(order.leg)?.pool ?? order.pool
    return { ...order, orderId: order.id, cause: order.type, pool, price, role }
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
