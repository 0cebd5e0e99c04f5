import { CROSS, poolOf, removable } from '../margin/poolMargin.ts'
import { poolTypeOf } from '../pools/Walls.ts'
import type { Rejection } from '../result/Rejection.ts'
import { required } from '../result/result.ts'
import { priceOf } from '../tape/priceKey.ts'
import { roundToStep } from '../units/decimal.ts'
import { asQty, ZERO_QUOTE, type Qty, type Quote, type Rate } from '../units/quantities.ts'
import type { LegId, PoolId, Position } from './Account.ts'
import type { Command, MarginTarget } from './Command.ts'
import { circumstances, type Draft, type Moment } from './Draft.ts'
import { fill, openPool } from './fill.ts'
import { movePosition } from './movePosition.ts'
import { otherCurrency } from './otherCurrency.ts'
import { wrongPrices, wrongTrailing } from './malformedOrder.ts'
import { placeOrder } from './placeOrder.ts'
import { setLeverage } from './setLeverage.ts'
import { isSameTrailing, type TrailingStop } from './Trailing.ts'

/** Decides one command. A refusal is recorded with its reason and changes nothing else. [P1] */
export function decide(draft: Draft, moment: Moment, command: Command): Rejection | undefined {
  const reason = onCollateral(draft, command) ?? otherCurrency(draft, command) ?? draft.attempt(() => decision(draft, moment, command))
  if (reason !== undefined) {
    draft.emit(moment, { type: 'command-refused', commandId: command.id, command: command.type, reason })
  }
  return reason
}

function decision(draft: Draft, moment: Moment, command: Command): Rejection | undefined {
  switch (command.type) {
    case 'place-order':
      return placeOrder(draft, moment, command)
    case 'cancel-order':
      return cancelOrder(draft, moment, command.orderId)
    case 'close-position':
      return trade(draft, moment, { ...command, cause: 'close', qtyOf: (held) => closing(draft, held, command.share) })
    case 'reverse-position':
      return trade(draft, moment, { ...command, cause: 'reverse', qtyOf: (held) => asQty(held.qty.times(-2)) })
    case 'set-leverage':
      return setLeverage(draft, moment, command)
    case 'add-margin':
      return addMargin(draft, moment, command)
    case 'remove-margin':
      return removeMargin(draft, moment, command)
    case 'move-position':
      return movePosition(draft, moment, command)
    case 'set-protection':
      return setProtection(draft, moment, command)
    case 'set-auto-margin':
      return setAutoMargin(draft, moment, command)
    case 'deposit':
      return command.amount.gt(0) ? emitted(draft, moment, { type: 'deposited', amount: command.amount }) : notPositive(command.amount)
    case 'withdraw':
      return withdraw(draft, moment, command.amount)
  }
}

/** Assets that serve as collateral can be sold (closed), and nothing else is done with them. [C2] */
function onCollateral(draft: Draft, command: Command): Rejection | undefined {
  const held = 'leg' in command ? draft.account.positions.get(command.leg) : undefined
  return held?.type === 'spot' && command.type !== 'close-position' ? { code: 'collateral-only', instrument: held.instrument } : undefined
}

function emitted(draft: Draft, moment: Moment, body: Parameters<Draft['emit']>[1]): undefined {
  draft.emit(moment, body)
  return undefined
}

function notPositive(amount: Quote): Rejection {
  return { code: 'amount-not-positive', amount }
}

function cancelOrder(draft: Draft, moment: Moment, orderId: string): Rejection | undefined {
  if (!draft.account.orders.has(orderId)) return { code: 'unknown-order', orderId }
  return emitted(draft, moment, { type: 'order-canceled', orderId, why: 'by-user', reason: undefined })
}

interface Trade {
  readonly id: string
  readonly leg: LegId
  readonly cause: 'close' | 'reverse'
  readonly qtyOf: (held: Position) => Qty
}

function trade(draft: Draft, moment: Moment, order: Trade): Rejection | undefined {
  const held = draft.account.positions.get(order.leg)
  if (held === undefined) return { code: 'no-position', leg: order.leg }
  return fill(draft, moment, {
    orderId: order.id,
    cause: order.cause,
    leg: held.leg,
    instrument: held.instrument,
    pool: held.pool,
    qty: order.qtyOf(held),
    price: priceOf(moment.marks, held.instrument, 'last'),
    role: 'taker',
    reduceOnly: order.cause === 'close',
    positionSide: held.positionSide,
    leverage: held.leverage,
    takeProfit: undefined,
    stopLoss: undefined,
  })
}

function closing(draft: Draft, held: Position, share: Rate): Qty {
  if (share.gte(1)) return asQty(held.qty.neg())
  const step = required(draft.setting.instruments.get(held.instrument), held.instrument).qtyStep
  const size = roundToStep(held.qty.abs().times(share), step, 'down')
  return asQty(held.qty.isNegative() ? size : size.neg())
}

/** The pool of a margin target, or why it has no wall of its own in this run. */
function poolOfTarget(draft: Draft, target: MarginTarget): PoolId | Rejection {
  if (target.type === 'bucket') {
    const id = `bucket:${target.name}`
    const fixed = draft.setting.walls === 'all-isolated' || draft.setting.walls === 'all-cross'
    return fixed ? { code: 'shared-by-walls', pool: id } : id
  }
  const held = draft.account.positions.get(target.leg)
  if (held === undefined) return { code: 'no-position', leg: target.leg }
  return poolTypeOf(held.pool) === 'isolated' ? held.pool : { code: 'shared-by-walls', pool: held.pool }
}

function addMargin(draft: Draft, moment: Moment, command: { to: MarginTarget; amount: Quote }): Rejection | undefined {
  if (!command.amount.gt(0)) return notPositive(command.amount)
  const to = poolOfTarget(draft, command.to)
  if (typeof to !== 'string') return to
  const available = removable(draft.account, poolOf(draft.account, CROSS), circumstances(draft, moment))
  if (command.amount.gt(available)) return { code: 'insufficient-margin', required: command.amount, available }
  openPool(draft, moment, to)
  return emitted(draft, moment, { type: 'transferred', from: CROSS, to, amount: command.amount, why: 'added' })
}

function removeMargin(draft: Draft, moment: Moment, command: { from: MarginTarget; amount: Quote }): Rejection | undefined {
  if (!command.amount.gt(0)) return notPositive(command.amount)
  const from = poolOfTarget(draft, command.from)
  if (typeof from !== 'string') return from
  const pool = draft.account.pools.get(from)
  const most = pool === undefined ? ZERO_QUOTE : removable(draft.account, pool, circumstances(draft, moment))
  if (command.amount.gt(most)) return { code: 'more-than-removable', amount: command.amount, removable: most }
  return emitted(draft, moment, { type: 'transferred', from, to: CROSS, amount: command.amount, why: 'removed' })
}

function setProtection(draft: Draft, moment: Moment, command: Command & { type: 'set-protection' }): Rejection | undefined {
  const held = draft.account.positions.get(command.leg)
  if (held === undefined) return { code: 'no-position', leg: command.leg }
  const instrument = required(draft.setting.instruments.get(held.instrument), held.instrument)
  const refusal = wrongPrices([command.takeProfit, command.stopLoss], instrument) ?? wrongTrailing(command.trailing, instrument)
  if (refusal !== undefined) return refusal
  const { leg, takeProfit, stopLoss, triggerBy } = command
  return emitted(draft, moment, { type: 'protection-set', leg, takeProfit, stopLoss, trailing: trailingOf(held, moment, command), triggerBy })
}

/** The trailing stop asked for; one that is in place goes on from the best price it has followed. [P11] */
function trailingOf(held: Position, moment: Moment, { trailing, triggerBy = 'mark' }: Command & { type: 'set-protection' }): TrailingStop | undefined {
  if (trailing === undefined) return undefined
  const stays = (held.triggerBy ?? 'mark') === triggerBy && isSameTrailing(held.trailing, trailing)
  return stays ? held.trailing : { ...trailing, from: priceOf(moment.marks, held.instrument, triggerBy) }
}

/** A position behind a wall of its own may be added to by the wallet before it is liquidated. [P12] */
function setAutoMargin(draft: Draft, moment: Moment, { leg, on, upTo }: Command & { type: 'set-auto-margin' }): Rejection | undefined {
  const pool = poolOfTarget(draft, { type: 'leg', leg })
  if (typeof pool !== 'string') return pool
  if (upTo !== undefined && !upTo.gt(0)) return notPositive(upTo)
  return emitted(draft, moment, { type: 'auto-margin-set', leg, on, upTo: on ? upTo : undefined })
}

function withdraw(draft: Draft, moment: Moment, amount: Quote): Rejection | undefined {
  if (!amount.gt(0)) return notPositive(amount)
  const most = removable(draft.account, poolOf(draft.account, CROSS), circumstances(draft, moment))
  if (amount.gt(most)) return { code: 'more-than-removable', amount, removable: most }
  return emitted(draft, moment, { type: 'withdrawn', amount })
}
