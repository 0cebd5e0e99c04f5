import { notionalOf, priceOfValue } from '../../instruments/valuation.ts'
import type { InstrumentType } from '../../instruments/Instrument.ts'
import type { Position } from '../../ledger/Account.ts'
import { partOf } from '../../run/partOf.ts'
import { required } from '../../result/result.ts'
import { Decimal } from '../../units/decimal.ts'
import { asQty, asQuote, type Price } from '../../units/quantities.ts'
import type { Expression } from '../Explanation.ts'
import { difference, firstThatGives, given, greatestOf, leastOf, magnitudeOf, negativeOf, plainNumber, postedOf, productOf, quotientOf, roundedTo, sumOf } from '../expressions.ts'
import type { FieldOf } from '../FigureId.ts'
import { eventRef, figure, noFigure, type Explained } from './Explained.ts'
import { breachBefore, heldBefore, releasedTerm, seqOf, type EventOf, type EventScene } from './EventScene.ts'
import { sizeTerm, valueTerm } from './legFormulas.ts'

type TradeScene = EventScene<EventOf<'filled' | 'position-liquidated'>>

/** How a figure of a fill or a forced closing comes about. */
export function explainTrade(scene: TradeScene, field: FieldOf<'trade'>): Explained {
  return FIELDS[field](scene)
}

/** What was closed of a counterparty, and at which price; its other figures are those of the event. [Q10] */
export function explainDeleveragedTrade({ event }: EventScene<EventOf<'deleveraged'>>, field: FieldOf<'trade'>): Explained | undefined {
  if (field === 'qty') return figure(event.qty, given('quantity', event.qty), ['Q10'])
  return field === 'price' ? figure(event.price, given('price', event.price), ['Q10']) : undefined
}

const FIELDS: Readonly<Record<FieldOf<'trade'>, (scene: TradeScene) => Explained>> = {
  qty: ({ event }) => figure(event.qty, given('quantity', event.qty), ['P3', 'Q6']),
  price: priceFigure,
  notional: (scene) => figure(notionalOf({ type: typeOf(scene), qty: scene.event.qty }, scene.event.price), notionalTerm(scene), ['M4']),
  fee: (scene) => (scene.event.type === 'filled' ? tradeFee(scene, scene.event) : liquidationFee(scene, scene.event)),
  realizedPnl: realized,
  qtyAfter: (scene) => {
    const { event } = scene
    const after = event.type === 'filled' ? event.qtyAfter : (event.rest?.qty ?? asQty(new Decimal(0)))
    const held = heldBefore(scene, event.leg)
    const before = given('quantityBefore', held?.qty ?? new Decimal(0))
    const traded = quantityTerm(scene)
    return figure(after, event.type === 'filled' ? sumOf(before, traded) : difference(before, traded), ['P3', 'Q6'])
  },
  entryPriceAfter: (scene) => {
    const { event } = scene
    const rest = event.type === 'filled' ? { qty: event.qtyAfter, entryNotional: event.entryNotionalAfter } : event.rest
    if (rest === undefined || rest.qty.isZero()) return noFigure('closed', ['P3'])
    const [quantity, value] = [given('quantity', rest.qty, { of: 'after' }), given('entryValueAfter', rest.entryNotional)]
    const type = typeOf(scene)
    return figure(priceOfValue({ type, qty: rest.qty }, rest.entryNotional), type === 'inverse' ? quotientOf(negativeOf(quantity), value) : quotientOf(value, quantity), ['P3'])
  },
}

function typeOf({ event, setup }: TradeScene): InstrumentType {
  return event.type === 'filled' ? event.instrumentType : required(setup.instruments.find(({ symbol }) => symbol === event.instrument), event.instrument).type
}

function quantityTerm(scene: TradeScene): Expression {
  return given('quantity', scene.event.qty, { figure: eventRef(scene, 'trade.qty', { seq: seqOf(scene) }) })
}

function priceTerm(scene: TradeScene): Expression {
  return given('price', scene.event.price, { figure: eventRef(scene, 'trade.price', { seq: seqOf(scene) }) })
}

function notionalTerm(scene: TradeScene): Expression {
  return sizeTerm(typeOf(scene), quantityTerm(scene), priceTerm(scene))
}

/** The price of a liquidation with slippage follows from the mark; any other is what the tape or the order had. */
function priceFigure(scene: TradeScene): Explained {
  const { event, setup } = scene
  const kept = given('price', event.price)
  if (event.type === 'filled') return figure(event.price, kept, ['K2', 'K6'])
  const { orderPrice } = setup.rules.liquidation
  const mark = breachBefore(scene, event.pool)?.legs.find(({ leg }) => leg === event.leg)?.mark
  if (orderPrice.type !== 'mark' || orderPrice.slippage.isZero() || mark === undefined) return figure(event.price, kept, ['Q1', 'Q8'])
  const { tickSize } = required(setup.instruments.find(({ symbol }) => symbol === event.instrument), event.instrument)
  const from = given('mark', mark)
  const away = productOf(magnitudeOf(from), given('stated', orderPrice.slippage))
  const slid = event.qty.isNegative() ? roundedTo(sumOf(from, away), tickSize, 'up') : roundedTo(difference(from, away), tickSize, 'down')
  return figure(event.price, firstThatGives(event.price, [slid], kept), ['Q1', 'Q8'])
}

/** |q P| x the rate of its role, up to the quantum. [P3, N2] */
function tradeFee(scene: TradeScene, { role, fee }: EventOf<'filled'>): Explained {
  const { fees } = scene.setup.rules
  const rate = role === 'maker' ? given('makerRate', fees.maker) : given('takerRate', fees.taker)
  return figure(fee, firstThatGives(fee, fee.isZero() ? [postedOf(productOf(notionalTerm(scene), rate), 'up'), plainNumber(0)] : [postedOf(productOf(notionalTerm(scene), rate), 'up')], given('fee', fee)), ['P3', 'N2'])
}

/** A share of the value the rules name, never more than what the pool still has. [Q3] */
function liquidationFee(scene: TradeScene, event: EventOf<'position-liquidated'>): Explained {
  const { fee } = event
  const { feeRate, feeOn } = scene.setup.rules.liquidation
  if (fee.isZero()) return figure(fee, plainNumber(0), ['Q3', 'Q9'])
  const rate = given('liquidationFeeRate', feeRate)
  const full = postedOf(productOf(feeBase(scene, event, feeOn), rate), 'up')
  const left = given('received', fee)
  return figure(fee, firstThatGives(fee, [full, greatestOf(plainNumber(0), leastOf(full, left))], left), ['Q3', 'N2'])
}

function feeBase(scene: TradeScene, event: EventOf<'position-liquidated'>, on: 'fill' | 'mark' | 'entry'): Expression {
  const held = heldBefore(scene, event.leg)
  if (on === 'entry' && held !== undefined) return magnitudeOf(given('entryValue', partOf(held, asQty(event.qty.abs())).entryNotional))
  const mark = breachBefore(scene, event.pool)?.legs.find(({ leg }) => leg === event.leg)?.mark
  return on === 'mark' && mark !== undefined ? sizeTerm(typeOf(scene), quantityTerm(scene), given('mark', mark)) : notionalTerm(scene)
}

/** What is closed, worth now less worth at entry; nothing where a trade only opens. [P3] */
function realized(scene: TradeScene): Explained {
  const { event } = scene
  const held = heldBefore(scene, event.leg)
  const opens = event.type === 'filled' && (held === undefined || held.qty.s === event.qty.s)
  if (opens || held === undefined) return figure(event.realizedPnl, plainNumber(0), ['P3'])
  const size = event.type === 'filled' ? asQty(event.qty.neg()) : event.qty
  const closed = given('closedQuantity', size)
  const exact = postedOf(difference(valueTerm(held.type, closed, priceTerm(scene)), releasedTerm(held, closed, size)))
  return figure(event.realizedPnl, firstThatGives(event.realizedPnl, [postedOf(perUnit(held, closed, scene)), exact], given('realizedPnl', event.realizedPnl)), ['P3', 'N2', ...(held.type === 'inverse' ? ['M13'] : [])])
}

/** dq (P - E), inverse dq (1/E - 1/P). */
function perUnit(held: Position, closed: Expression, scene: TradeScene): Expression {
  const entry = given('entryPriceBefore', entryPriceOf(held))
  const price = priceTerm(scene)
  const one = plainNumber(1)
  return productOf(closed, held.type === 'inverse' ? difference(quotientOf(one, entry), quotientOf(one, price)) : difference(price, entry))
}

export function entryPriceOf(held: Position): Price {
  return priceOfValue(held, asQuote(held.entryNotional))
}
