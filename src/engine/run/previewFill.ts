import type { Account, OrderId } from '../ledger/Account.ts'
import { openDraft } from '../ledger/Draft.ts'
import type { Preview, PreviewContext } from '../ledger/preview.ts'
import type { Rejection } from '../result/Rejection.ts'
import { ok, refused, required, type Result } from '../result/result.ts'
import { standingKey } from '../tape/priceKey.ts'
import { fire, triggerOf } from './triggers.ts'

/**
 * What a resting order would do when its price is reached, the other prices standing where they are; by the code that
 * fires it in a run. The account itself is not changed.
 */
export function previewFill(account: Account, orderId: OrderId, context: PreviewContext): Result<Preview, Rejection> {
  const order = required(account.orders.get(orderId), `order ${orderId}`)
  const trigger = triggerOf(order)
  const { instrument, by, price } = trigger
  const draft = openDraft(account, context.setting)
  const known = context.moment.marks
  const marks = new Map(known).set(standingKey(known, instrument, by), price)
  fire(draft, { ...context.moment, marks }, trigger)
  // A stop-limit that rests as a limit order fills at its limit.
  const limit = order.type === 'stop-limit' ? draft.account.orders.get(orderId) : undefined
  if (limit !== undefined) fire(draft, { ...context.moment, marks: new Map(marks).set(standingKey(marks, instrument, 'last'), limit.price) }, triggerOf(limit))
  for (const event of draft.events) {
    if (event.type === 'order-canceled' && event.orderId === orderId && event.reason !== undefined) return refused(event.reason)
  }
  return ok({ account: draft.account, events: draft.events })
}
