import type { Rejection } from '../result/Rejection.ts'
import { ok, refused, type Result } from '../result/result.ts'
import { priceOf, standingKey } from '../tape/priceKey.ts'
import { ZERO_QTY, type Qty } from '../units/quantities.ts'
import type { Account } from './Account.ts'
import type { Command, PlaceOrder } from './Command.ts'
import { decide } from './decide.ts'
import { rests } from './placeOrder.ts'
import { largestAccepted } from './largestAccepted.ts'
import { openDraft, type Moment, type Setting } from './Draft.ts'
import type { LedgerEvent } from './LedgerEvent.ts'

/** Where and when a command would be decided. */
export interface PreviewContext {
  readonly setting: Setting
  readonly moment: Moment
}

export interface Preview {
  readonly account: Account
  readonly events: readonly LedgerEvent[]
}

/** What a command would do, by the code that does it; the account itself is not changed. */
export function preview(account: Account, command: Command, context: PreviewContext): Result<Preview, Rejection> {
  const draft = openDraft(account, context.setting)
  const reason = decide(draft, context.moment, command)
  return reason === undefined ? ok({ account: draft.account, events: draft.events }) : refused(reason)
}

/**
 * The largest quantity (base units, of an inverse contract units of quote) of an order that is accepted and not liquidated at once; 0 when none is. [P8] A
 * resting stop holds nothing back, so it is sized as what it becomes: a market or limit order at its own price, of a
 * trailing stop, which has none, a market order now.
 */
export function maxSize(account: Account, order: Command & PlaceOrder, context: PreviewContext): Qty {
  const instrument = context.setting.instruments.get(order.instrument)
  const { marks } = context.moment
  if (instrument === undefined || !marks.has(order.instrument) || priceOf(marks, order.instrument, 'last').isZero()) return ZERO_QTY
  const asked = atItsPrice(order, context)
  return largestAccepted(instrument.qtyStep, (qty) => {
    const result = preview(account, { ...asked.order, size: { unit: 'base', qty } }, asked.context)
    return result.ok ? undefined : result.error
  })
}

/** A stop that would rest, at the moment its price is reached, the other prices standing where they are. */
function atItsPrice(order: Command & PlaceOrder, context: PreviewContext): { order: Command & PlaceOrder; context: PreviewContext } {
  const { instrument, price, limitPrice, orderType, triggerBy = 'mark' } = order
  const known = context.moment.marks
  if (orderType === 'trailing-stop') return { order: { ...order, orderType: 'market', price: undefined, trailing: undefined }, context }
  const isStop = orderType === 'stop' || orderType === 'stop-limit'
  if (!isStop || price === undefined || !rests(order, price, priceOf(known, instrument, triggerBy))) return { order, context }
  const marks = new Map(known).set(standingKey(known, instrument, triggerBy), price)
  const became: typeof order = orderType === 'stop' ? { ...order, orderType: 'market', price: undefined } : { ...order, orderType: 'limit', price: limitPrice, limitPrice: undefined }
  return { order: became, context: { ...context, moment: { ...context.moment, marks } } }
}
