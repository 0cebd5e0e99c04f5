import type { Rejection } from '../result/Rejection.ts'
import { ok, refused, type Result } from '../result/result.ts'
import { Decimal, roundToStep } from '../units/decimal.ts'
import { asQty, ZERO_QTY, type Price, type Qty } from '../units/quantities.ts'
import type { Account } from './Account.ts'
import type { Command, PlaceOrder } from './Command.ts'
import { decide } from './decide.ts'
import { rests } from './placeOrder.ts'
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

/** Significant digits of a maximum size: it is found by halving, and rounded down. */
const SIZE_DIGITS = 9

/**
 * The largest quantity (base units) of an order that is accepted and not liquidated at once; 0 when none is. [P8] A
 * resting stop holds nothing back, so it is sized as what it becomes: a market order at its own price.
 * What is accepted at a size is accepted at every smaller one, so the boundary is found by halving.
 */
export function maxSize(account: Account, order: Command & PlaceOrder, context: PreviewContext): Qty {
  const instrument = context.setting.instruments.get(order.instrument)
  const mark = context.moment.marks.get(order.instrument)
  if (instrument === undefined || mark === undefined || mark.isZero()) return ZERO_QTY
  const asked = atItsPrice(order, mark, context)
  const accepts = (size: Decimal): boolean =>
    preview(account, { ...asked.order, size: { unit: 'base', qty: asQty(size) } }, asked.context).ok
  let high = Decimal.max(1, instrument.qtyStep)
  while (accepts(high) && high.lt('1e15')) high = high.times(8)
  while (!accepts(high) && high.gte(instrument.qtyStep) && high.gt('1e-15')) high = high.div(8)
  if (!accepts(high)) return ZERO_QTY
  const step = Decimal.max(instrument.qtyStep, new Decimal(10).pow(high.e + 1 - SIZE_DIGITS))
  let low = roundToStep(high, step, 'down')
  let beyond = roundToStep(high.times(8), step, 'up')
  while (beyond.minus(low).gt(step)) {
    const middle = roundToStep(low.plus(beyond).div(2), step, 'down')
    if (accepts(middle)) low = middle
    else beyond = middle
  }
  return asQty(low)
}

/** A stop that would rest, at the moment its price is reached, the other marks standing where they are. */
function atItsPrice(order: Command & PlaceOrder, mark: Price, context: PreviewContext): { order: Command & PlaceOrder; context: PreviewContext } {
  const { price, orderType } = order
  if (orderType !== 'stop' || price === undefined || !rests(order, price, mark)) return { order, context }
  const marks = new Map(context.moment.marks).set(order.instrument, price)
  return { order: { ...order, orderType: 'market', price: undefined }, context: { ...context, moment: { ...context.moment, marks } } }
}
