import type { Account, OrderId } from '../ledger/Account.ts'
import { openDraft } from '../ledger/Draft.ts'
import type { Preview, PreviewContext } from '../ledger/preview.ts'
import type { Rejection } from '../result/Rejection.ts'
import { ok, refused, required, type Result } from '../result/result.ts'
import { fire } from './triggers.ts'

/**
 * What a resting order would do when its price is reached, the other marks standing where they are; by the code that
 * fires it in a run. The account itself is not changed.
 */
export function previewFill(account: Account, orderId: OrderId, context: PreviewContext): Result<Preview, Rejection> {
  const order = required(account.orders.get(orderId), `order ${orderId}`)
  const { leg, instrument, price, direction } = order
  const draft = openDraft(account, context.setting)
  const marks = new Map(context.moment.marks).set(instrument, price)
  fire(draft, { ...context.moment, marks }, { id: orderId, type: 'order', leg, instrument, price, direction })
  for (const event of draft.events) {
    if (event.type === 'order-canceled' && event.orderId === orderId && event.reason !== undefined) return refused(event.reason)
  }
  return ok({ account: draft.account, events: draft.events })
}
