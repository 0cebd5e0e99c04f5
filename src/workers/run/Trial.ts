import {
  asQty, maxSize, notionalOf, preview, previewFill, priceKey, priceOf, qty, required, type Account, type Order, type Preview, type PreviewContext, type Price, type Qty, type Quote,
  type Rejection,
} from '../../engine/index.ts'
import type { Step } from './changeOf.ts'
import type { DraftedOrder, OrderCommand } from './orderOfDraft.ts'
import { watchedByOrder } from './watchedPrice.ts'

/** An order as it was tried on a copy of the account: taken or refused, and the account around its fill. */
export interface Trial {
  readonly drafted: DraftedOrder
  readonly context: PreviewContext
  readonly rejection: Rejection | undefined
  /** What giving the order does at once; absent when it is refused or not complete. */
  readonly placed: Step | undefined
  /** The order in the book, where it rests. */
  readonly order: Order | undefined
  /** Around the fill, at the marks of the fill: those of now, or with the order's own price where it rests. */
  readonly fill: Step | undefined
  readonly fillContext: PreviewContext
  readonly maxQty: Qty
}

export function tryOrder(account: Account, drafted: DraftedOrder, context: PreviewContext): Trial {
  const { command } = drafted
  const maxQty = drafted.isPriced ? largest(account, command, context) : qty('0')
  const blank: Trial = { drafted, context, rejection: undefined, placed: undefined, order: undefined, fill: undefined, fillContext: context, maxQty }
  if (!drafted.isSized || !drafted.isPriced) return blank
  const placed = preview(account, command, context)
  if (!placed.ok) return { ...blank, rejection: placed.error }
  const step = stepOf(account, placed.value)
  const order = step.after.orders.get(command.id)
  if (order === undefined) return { ...blank, placed: step, fill: step }
  const known = context.moment.marks
  const marks = new Map(known).set(priceKey(order.instrument, watchedByOrder(order, known).kind), fillPriceOf(order))
  const fillContext = { ...context, moment: { ...context.moment, marks } }
  const filled = previewFill(step.after, order.id, context)
  if (!filled.ok) return { ...blank, order, fillContext, rejection: filled.error }
  return { ...blank, placed: step, order, fillContext, fill: stepOf(account, filled.value) }
}

/** Where an order would fill: of a stop-limit its limit, unless that is there when the trigger is. */
function fillPriceOf({ price, limitPrice, qty }: Order): Price {
  if (limitPrice === undefined) return price
  return (qty.isNegative() ? limitPrice.lte(price) : limitPrice.gte(price)) ? price : limitPrice
}

function stepOf(before: Account, { account, events }: Preview): Step {
  return { before, after: account, events }
}

/** A reduce-only order is cut to the position, so any size is taken; the position is the most that makes sense. */
function largest(account: Account, command: OrderCommand, context: PreviewContext): Qty {
  if (!command.reduceOnly) return maxSize(account, command, context)
  const held = account.positions.get(command.leg)
  const isOpposing = held !== undefined && held.qty.isNegative() === (command.side === 'buy')
  return isOpposing ? asQty(held.qty.abs()) : qty('0')
}

/** What the largest size comes to at the order's price, or at the last one. */
export function largestNotional({ drafted: { command }, context, maxQty }: Trial): Quote {
  const last = priceOf(context.moment.marks, command.instrument, 'last')
  const { type } = required(context.setting.instruments.get(command.instrument), command.instrument)
  return notionalOf({ type, qty: maxQty }, command.price ?? last)
}
