import { notionalOf } from '../../instruments/valuation.ts'
import { isFollowing, type TrailingStop } from '../../ledger/Trailing.ts'
import type { Order, Position } from '../../ledger/Account.ts'
import { markOf } from '../../margin/Marks.ts'
import type { Trail } from '../../run/trails.ts'
import { required } from '../../result/result.ts'
import { Decimal } from '../../units/decimal.ts'
import { asQty, asQuote } from '../../units/quantities.ts'
import type { Expression } from '../Explanation.ts'
import { difference, firstThatGives, given, greatestOf, magnitudeOf, postedOf, productOf, quotientOf, roundedTo, sumOf } from '../expressions.ts'
import type { FieldOf } from '../FigureId.ts'
import { figure, noFigure, type AccountScene, type Explained } from './Explained.ts'
import { openingTerm } from './initialFormula.ts'
import { notionalTerm, sizeTerm, type LegTerms } from './legFormulas.ts'
import { kindRef } from './references.ts'

/** How a figure of a resting order comes about: what was put in, and what it holds back. */
export function explainOrder(scene: AccountScene, order: Order, field: FieldOf<'order'>): Explained {
  return FIELDS[field](scene, order)
}

const FIELDS: Readonly<Record<FieldOf<'order'>, (scene: AccountScene, order: Order) => Explained>> = {
  qty: (_, { qty }) => figure(qty, given('quantity', qty), ['P2']),
  price: (_, { price }) => figure(price, given('price', price), ['P2']),
  limitPrice: (_, { limitPrice }) => stated(limitPrice, 'P10'),
  leverage: (_, { leverage }) => figure(leverage, given('leverage', leverage), ['P2']),
  notional: (scene, order) => {
    const { type } = required(scene.instruments.get(order.instrument), order.instrument)
    const value = notionalOf({ type, qty: order.qty }, order.price)
    return figure(value, sizeTerm(type, given('quantity', order.qty), given('price', order.price)), ['M4'])
  },
  distance: (scene, order) => {
    const mark = markOf(scene.marks, order.instrument)
    if (mark.isZero()) return noFigure('price-of-zero')
    const term = given('mark', mark, { figure: kindRef(scene, order.instrument) })
    const price = shownPrice(scene, order)
    return figure(price.minus(mark).div(mark.abs()), quotientOf(difference(given('price', price), term), magnitudeOf(term)))
  },
  reserve: reserve,
  takeProfit: (_, { takeProfit }) => stated(takeProfit, 'K7'),
  stopLoss: (_, { stopLoss }) => stated(stopLoss, 'K7'),
  trailingBest: (scene, order) => trailing(scene, trailOfOrder(order), 'best'),
  trailingLevel: (scene, order) => trailing(scene, trailOfOrder(order), 'level'),
}

/** Of a trailing stop where it would fire now; where it does not follow yet, its activation. */
function shownPrice({ trails }: AccountScene, { price, trailing: stop }: Order): Order['price'] {
  return stop === undefined ? price : (trails.get(stop)?.level ?? stop.activation ?? price)
}

export function stated(price: Decimal | undefined, rule: string): Explained {
  return price === undefined ? noFigure('not-set', [rule]) : figure(price, given('price', price), [rule])
}

/** Initial margin at its price and the maker fee, of the part that opens. [P2] */
function reserve(scene: AccountScene, order: Order): Explained {
  const { rules, account } = scene
  if (order.reserve.isZero()) return figure(order.reserve, { type: 'number', value: new Decimal(0) }, ['P2'])
  const { type } = required(scene.instruments.get(order.instrument), order.instrument)
  const held = account.positions.get(order.leg)
  const sizes = held === undefined || held.qty.s === order.qty.s ? [order.qty.abs()] : [order.qty.abs(), order.qty.abs().minus(held.qty.abs())]
  const formulas = sizes.map((size): Expression => {
    const position: Position = { ...order, type, qty: asQty(size), entryNotional: asQuote(new Decimal(0)) }
    const leg: LegTerms = { position, mark: order.price, rules }
    return sumOf(openingTerm(leg), postedOf(productOf(notionalTerm(leg), given('makerRate', rules.fees.maker)), 'up'))
  })
  return figure(order.reserve, firstThatGives(order.reserve, formulas, given('orderReserve', order.reserve)), ['P2', 'M3', 'N2'])
}

function trailOfOrder({ trailing: stop, instrument, direction, triggerBy: by = 'mark' }: Order): Trail | undefined {
  return stop === undefined ? undefined : { stop, instrument, by, direction }
}

export function trailOfPosition({ trailing: stop, instrument, qty, triggerBy: by = 'mark' }: Position): Trail | undefined {
  return stop === undefined ? undefined : { stop, instrument, by, direction: qty.isNegative() ? 'rise' : 'fall' }
}

/** The best price so far, and the callback away from it. [P11] */
export function trailing(scene: AccountScene, trail: Trail | undefined, what: 'best' | 'level'): Explained {
  const view = trail === undefined ? undefined : scene.trails.get(trail.stop)
  if (trail === undefined || view === undefined) return noFigure('not-set', ['P11'])
  const best = given('best', view.best)
  if (what === 'best') return figure(view.best, best, ['P11'])
  const { stop, direction, instrument } = trail
  if (view.level === undefined || !isFollowing(stop, view.best, direction)) return noFigure('not-active-yet', ['P11'])
  const { tickSize } = required(scene.instruments.get(instrument), instrument)
  const away = greatestOf(callbackTerm(stop, best), given('tickSize', tickSize))
  const formula = direction === 'fall' ? roundedTo(difference(best, away), tickSize, 'down') : roundedTo(sumOf(best, away), tickSize, 'up')
  return figure(view.level, formula, ['P11'])
}

function callbackTerm({ callback }: TrailingStop, best: Expression): Expression {
  return callback.unit === 'rate' ? productOf(magnitudeOf(best), given('callback', callback.rate)) : given('callbackDistance', callback.distance)
}

/** Targets, trailing stop and auto-added margin of a position. */
export function explainTarget(scene: AccountScene, position: Position, field: 'takeProfit' | 'stopLoss' | 'trailingBest' | 'trailingLevel' | 'autoMarginLeft'): Explained {
  if (field === 'takeProfit' || field === 'stopLoss') return stated(position[field], 'K7')
  if (field === 'trailingBest') return trailing(scene, trailOfPosition(position), 'best')
  if (field === 'trailingLevel') return trailing(scene, trailOfPosition(position), 'level')
  const left = position.autoMargin?.left
  return left === undefined ? noFigure('not-set', ['P12']) : figure(left, autoMarginTerm(scene, position, left), ['P12'])
}

/** What was allowed, less what was added since. */
function autoMarginTerm(scene: AccountScene, { leg, pool }: Position, left: Decimal): Expression {
  const from = scene.events.findLastIndex((event) => event.type === 'auto-margin-set' && event.leg === leg)
  const set = scene.events[from]
  const kept = given('amount', left)
  if (set?.type !== 'auto-margin-set' || set.upTo === undefined) return kept
  const added = scene.events.slice(from).flatMap((event) => (event.type === 'transferred' && event.why === 'auto-added' && event.to === pool ? [event] : []))
  const terms = added.map(({ seq, amount }) => ({ type: 'negative' as const, of: given('amount', amount, { of: `#${seq}`, figure: { id: 'event.amount', of: { twin: scene.keys['twin'] ?? '', seq: String(seq) } } }) }))
  return firstThatGives(left, [sumOf(given('stated', set.upTo), ...terms)], kept)
}

