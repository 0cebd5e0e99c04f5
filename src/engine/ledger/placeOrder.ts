import { qtyOfQuote } from '../instruments/valuation.ts'
import { poolFor, poolTypeOf } from '../pools/Walls.ts'
import type { Rejection } from '../result/Rejection.ts'
import { priceOf } from '../tape/priceKey.ts'
import { roundToStep } from '../units/decimal.ts'
import { required } from '../result/result.ts'
import { asQty, ZERO_QUOTE, type Price, type Qty } from '../units/quantities.ts'
import type { Instrument } from '../instruments/Instrument.ts'
import type { PriceKind } from '../venues/Rules.ts'
import type { LegId, Order, PoolId, PositionSide } from './Account.ts'
import type { Command, PlaceOrder } from './Command.ts'
import type { Draft, Moment } from './Draft.ts'
import { fill, type Fill } from './fill.ts'
import { malformedOrder, wrongPrice } from './malformedOrder.ts'
import { restOrder } from './restOrder.ts'
import { trailLevel, type TrailingStop } from './Trailing.ts'

type OrderCommand = Command & PlaceOrder

/** Decides an order: fills it at the last price [K6], lets it rest, or refuses it. [P1, P2, P10, P11] */
export function placeOrder(draft: Draft, moment: Moment, given: OrderCommand): Rejection | undefined {
  const instrument = draft.setting.instruments.get(given.instrument)
  if (instrument === undefined || !moment.marks.has(given.instrument)) return { code: 'unknown-instrument', instrument: given.instrument }
  const pool = draft.account.positions.get(given.leg)?.pool ?? poolFor(draft.setting.walls, given.leg, given.pool)
  const last = priceOf(moment.marks, given.instrument, 'last')
  const refusal = malformedOrder(draft, given, instrument) ?? unsized(given, last) ?? doubled(draft, given, pool)
  if (refusal !== undefined) return refusal
  const command = asItStands(given, priceOf(moment.marks, given.instrument, watchedBy(given)))
  const wait = waitOf(command, instrument, { watched: priceOf(moment.marks, command.instrument, watchedBy(command)), last })
  const qty = signedQty(command, instrument, wait?.sizedAt ?? last)
  if (qty.isZero()) return { code: 'quantity-below-step', qty, step: instrument.qtyStep }
  if (wait === undefined) return fill(draft, moment, { ...command, orderId: command.id, cause: causeOf(command), pool, qty, price: last, role: 'taker' })
  return wrongPrice(wait.price, instrument) ?? restOrder(draft, moment, restingOf(command, wait, { pool, qty }))
}

/** A stop-limit whose trigger is there already is its limit order. [P10] */
function asItStands(command: OrderCommand, watched: Price): OrderCommand {
  if (command.orderType !== 'stop-limit' || command.price === undefined || rests(command, command.price, watched)) return command
  return { ...command, orderType: 'limit', price: command.limitPrice, limitPrice: undefined }
}

/** A stop-limit that trades is a limit order by then. */
function causeOf({ orderType }: OrderCommand): Fill['cause'] {
  return orderType === 'stop-limit' ? 'limit' : orderType
}

/** What an order waits for. */
interface Wait extends Pick<Order, 'type' | 'price' | 'limitPrice' | 'trailing'> {
  /** The price a size in quote is divided by. */
  readonly sizedAt: Price
}

/** Nothing where its price is there already. */
function waitOf(command: OrderCommand, instrument: Instrument, at: { readonly watched: Price; readonly last: Price }): Wait | undefined {
  const { orderType: type, price, limitPrice, trailing } = command
  if (type === 'trailing-stop') {
    const stop: TrailingStop = { ...required(trailing, 'trailing'), from: at.watched }
    const direction = command.side === 'buy' ? 'rise' : 'fall'
    return { type, price: trailLevel(stop, stop.activation ?? stop.from, { direction, tickSize: instrument.tickSize }), trailing: stop, sizedAt: at.last }
  }
  if (type === 'market' || price === undefined || !rests(command, price, at.watched)) return undefined
  return type === 'stop-limit' ? { type, price, limitPrice, sizedAt: limitPrice ?? price } : { type, price, sizedAt: price }
}

function restingOf(command: OrderCommand, { type, price, limitPrice, trailing }: Wait, { pool, qty }: { readonly pool: PoolId; readonly qty: Qty }): Order {
  return {
    id: command.id,
    leg: command.leg,
    instrument: command.instrument,
    pool,
    qty,
    type,
    price,
    limitPrice,
    trailing,
    direction: (type === 'limit') === (command.side === 'buy') ? 'fall' : 'rise',
    reduceOnly: command.reduceOnly,
    positionSide: command.positionSide,
    leverage: command.leverage,
    reserve: ZERO_QUOTE,
    takeProfit: command.takeProfit,
    stopLoss: command.stopLoss,
    triggerBy: command.triggerBy,
  }
}

/** A size in quote is divided by the last price, so there must be one above zero. */
function unsized(command: OrderCommand, last: Price): Rejection | undefined {
  return command.size.unit === 'quote' && !last.gt(0) ? { code: 'price-not-positive', price: last } : undefined
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
  return orderType === 'limit' || orderType === 'market' ? 'last' : triggerBy
}

/** Whether an order waits for its price at a price of the kind it watches. */
export function rests(command: OrderCommand, price: Price, at: Price): boolean {
  const buys = command.side === 'buy'
  if (command.orderType === 'limit') return buys ? at.gt(price) : at.lt(price)
  return buys ? at.lt(price) : at.gt(price)
}
