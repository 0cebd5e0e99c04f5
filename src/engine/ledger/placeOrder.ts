import { CROSS, freeCollateral, poolOf } from '../margin/poolMargin.ts'
import { notionalOf, qtyOfQuote, type Holding } from '../instruments/valuation.ts'
import { openingMargin } from '../margin/requirement.ts'
import { poolFor, poolTypeOf } from '../pools/Walls.ts'
import type { Rejection } from '../result/Rejection.ts'
import { priceOf } from '../tape/priceKey.ts'
import { Decimal, roundToStep } from '../units/decimal.ts'
import { required } from '../result/result.ts'
import { asQty, asQuote, maxQuote, portion, posted, ZERO_QUOTE, type Price, type Qty, type Quote } from '../units/quantities.ts'
import type { Instrument } from '../instruments/Instrument.ts'
import type { PriceKind } from '../venues/Rules.ts'
import { allowedLeverage } from './allowedLeverage.ts'
import type { LegId, Order, PoolId, Position, PositionSide } from './Account.ts'
import type { Command, PlaceOrder } from './Command.ts'
import { circumstances, type Draft, type Moment } from './Draft.ts'
import { fill, openPool } from './fill.ts'

type OrderCommand = Command & PlaceOrder

/** Decides an order: fills it at the last price [K6], lets it rest, or refuses it. [P1, P2] */
export function placeOrder(draft: Draft, moment: Moment, command: OrderCommand): Rejection | undefined {
  const instrument = draft.setting.instruments.get(command.instrument)
  if (instrument === undefined || !moment.marks.has(command.instrument)) return { code: 'unknown-instrument', instrument: command.instrument }
  const position = draft.account.positions.get(command.leg)
  const pool = position?.pool ?? poolFor(draft.setting.walls, command.leg, command.pool)
  const last = priceOf(moment.marks, command.instrument, 'last')
  const refusal = malformed(draft, command, instrument) ?? unsized(command, last) ?? doubled(draft, command, pool)
  if (refusal !== undefined) return refusal
  const limit = command.price
  const qty = signedQty(command, instrument, limit ?? last)
  if (qty.isZero()) return { code: 'quantity-below-step', qty, step: instrument.qtyStep }
  if (limit !== undefined && command.orderType !== 'market' && rests(command, limit, priceOf(moment.marks, command.instrument, watchedBy(command)))) {
    return rest(draft, moment, { command, pool, qty, price: limit, position })
  }
  return fill(draft, moment, {
    ...command,
    orderId: command.id,
    cause: command.orderType,
    pool,
    qty: signedQty(command, instrument, last),
    price: last,
    role: 'taker',
  })
}

function malformed(draft: Draft, command: OrderCommand, instrument: Instrument): Rejection | undefined {
  if (instrument.type === 'spot') return { code: 'collateral-only', instrument: command.instrument }
  if (draft.account.orders.has(command.id)) return { code: 'duplicate-order', orderId: command.id }
  if (command.leverage.lt(1)) return { code: 'leverage-below-one', leverage: command.leverage }
  if (command.orderType !== 'market' && command.price === undefined) return { code: 'price-required' }
  for (const price of [command.price, command.takeProfit, command.stopLoss]) {
    const refusal = price === undefined ? undefined : wrongPrice(price, instrument)
    if (refusal !== undefined) return refusal
  }
  const size = command.size.unit === 'base' ? command.size.qty : command.size.notional
  return size.isZero() || size.isNegative() ? { code: 'quantity-zero' } : undefined
}

/** A size in quote is divided by the last price, so there must be one above zero. */
function unsized(command: OrderCommand, last: Price): Rejection | undefined {
  return command.size.unit === 'quote' && !last.gt(0) ? { code: 'price-not-positive', price: last } : undefined
}

/** A price an order may carry: positive and a multiple of the tick size. */
export function wrongPrice(price: Price, instrument: Instrument): Rejection | undefined {
  if (!price.gt(0)) return { code: 'price-not-positive', price }
  return price.mod(instrument.tickSize).isZero() ? undefined : { code: 'price-not-on-tick', price, tickSize: instrument.tickSize }
}

/** As the user set the walls, a shared pool holds one position an instrument, or the two sides of a hedge. [P5] */
function doubled(draft: Draft, command: OrderCommand, pool: PoolId): Rejection | undefined {
  return draft.setting.walls === 'as-set' && poolTypeOf(pool) !== 'isolated' ? crowded(draft, command, pool) : undefined
}

/** Refuses a leg beside another in the same instrument, unless the two are opposite sides of a hedge. [P5] */
export function crowded(draft: Draft, leg: { leg: LegId; instrument: string; positionSide: PositionSide }, pool: PoolId): Rejection | undefined {
  const beside = (draft.account.pools.get(pool)?.legs ?? []).find((each) => {
    const other = draft.account.positions.get(each)
    return each !== leg.leg && other?.instrument === leg.instrument && !areHedge(other.positionSide, leg.positionSide)
  })
  return beside === undefined ? undefined : { code: 'position-exists-in-pool', leg: beside, pool }
}

function areHedge(a: PositionSide, b: PositionSide): boolean {
  return a !== 'both' && b !== 'both' && a !== b
}

function signedQty(command: OrderCommand, instrument: Instrument, at: Price): Qty {
  const raw = command.size.unit === 'base' ? command.size.qty : qtyOfQuote(instrument.type, command.size.notional, at)
  const size = roundToStep(raw, instrument.qtyStep, 'down')
  return asQty(command.side === 'buy' ? size : size.neg())
}

/** The price an order waits by: a stop's own, of a limit order the one it trades at. [K6, K7] */
function watchedBy({ orderType, triggerBy = 'mark' }: OrderCommand): PriceKind {
  return orderType === 'stop' ? triggerBy : 'last'
}

/** Whether an order waits for its price at a price of the kind it watches. */
export function rests(command: OrderCommand, price: Price, at: Price): boolean {
  const buys = command.side === 'buy'
  if (command.orderType === 'limit') return buys ? at.gt(price) : at.lt(price)
  return buys ? at.lt(price) : at.gt(price)
}

interface Resting {
  readonly command: OrderCommand
  readonly pool: PoolId
  readonly qty: Qty
  readonly price: Price
  readonly position: Position | undefined
}

/** Lets the order rest; a limit order that opens holds back its initial margin and maker fee. [P2] */
function rest(draft: Draft, moment: Moment, resting: Resting): Rejection | undefined {
  const { command, pool, position } = resting
  if (command.reduceOnly && (position === undefined || position.qty.s === resting.qty.s)) {
    return { code: 'nothing-to-reduce', leg: command.leg }
  }
  const { rules } = draft.setting
  const part = openingPart(draft, resting)
  const allowed = allowedLeverage(draft, part, position?.leverage ?? command.leverage, resting.price)
  if (!allowed.ok) return allowed.error
  const leverage = allowed.value
  const added = { ...part, leverage }
  if (poolTypeOf(pool) === 'bucket') openPool(draft, moment, pool)
  const payer = poolTypeOf(pool) === 'bucket' ? pool : CROSS
  const reserve = command.orderType === 'limit' && !command.reduceOnly ? heldBack(draft, notionalOf(added, resting.price), openingMargin(added, resting.price, rules)) : ZERO_QUOTE
  const available = maxQuote(ZERO_QUOTE, freeCollateral(draft.account, poolOf(draft.account, payer), circumstances(draft, moment)))
  if (reserve.gt(available)) return { code: 'insufficient-margin', required: reserve, available }
  const order: Order = {
    id: command.id,
    leg: command.leg,
    instrument: command.instrument,
    pool,
    qty: resting.qty,
    type: command.orderType === 'limit' ? 'limit' : 'stop',
    price: resting.price,
    direction: (command.orderType === 'limit') === (command.side === 'buy') ? 'fall' : 'rise',
    reduceOnly: command.reduceOnly,
    positionSide: command.positionSide,
    leverage,
    reserve,
    takeProfit: command.takeProfit,
    stopLoss: command.stopLoss,
    triggerBy: command.triggerBy,
  }
  draft.emit(moment, { type: 'order-placed', order })
  return undefined
}

/** The part of the order that opens or adds. */
function openingPart(draft: Draft, { command, position, qty }: Resting): Holding {
  const opposing = position !== undefined && position.qty.s !== qty.s
  const size = opposing ? qty.abs().minus(position.qty.abs()) : qty.abs()
  const { type } = required(draft.setting.instruments.get(command.instrument), command.instrument)
  return { type, instrument: command.instrument, qty: asQty(Decimal.max(0, size)) }
}

function heldBack(draft: Draft, added: Quote, margin: Quote): Quote {
  return asQuote(margin.plus(posted(portion(added, draft.setting.rules.fees.maker), 'up')))
}
