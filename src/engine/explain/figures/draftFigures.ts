import { valueOf } from '../../instruments/valuation.ts'
import type { Account } from '../../ledger/Account.ts'
import type { LedgerEvent } from '../../ledger/LedgerEvent.ts'
import { markOf, poolOf, CROSS } from '../../margin/poolMargin.ts'
import { poolView } from '../../margin/poolView.ts'
import { positionView } from '../../margin/positionView.ts'
import { leverageLimit } from '../../margin/requirement.ts'
import { poolTypeOf } from '../../pools/Walls.ts'
import { required } from '../../result/result.ts'
import { priceOf } from '../../tape/priceKey.ts'
import { Decimal } from '../../units/decimal.ts'
import { asQty, sum } from '../../units/quantities.ts'
import type { Expression, FigureRef } from '../Explanation.ts'
import { difference, given, greatestOf, plainNumber, postedOf, productOf, quotientOf, sumOf } from '../expressions.ts'
import type { FieldOf } from '../FigureId.ts'
import type { DraftOutcome } from '../FigureScene.ts'
import { totalOf } from './accountFigures.ts'
import { figure, noFigure, type AccountScene, type Explained } from './Explained.ts'
import { sizeTerm } from './legFormulas.ts'
import { levelOf } from './levelFigures.ts'
import { explainPool } from './poolFigures.ts'

/** What is typed, and what it would do. */
export interface Drafted {
  /** The account as set, now. */
  readonly scene: AccountScene
  readonly outcome: DraftOutcome
  readonly kind: 'buy' | 'sell' | 'edit'
}

type Field = FieldOf<'ticket.buy'> | FieldOf<'edit'>
type Fill = Extract<LedgerEvent, { type: 'filled' }>

/** How a figure of the ticket, or of an edit, comes about: by the code that would do it. [P8] */
export function explainDraft(drafted: Drafted, field: Field, part: number): Explained | undefined {
  return FIELDS[field](drafted, part)
}

const FIELDS: Readonly<Record<Field, (drafted: Drafted, part: number) => Explained | undefined>> = {
  maxQty: ({ outcome: { maxQty } }) => (maxQty === undefined ? undefined : figure(maxQty, given('quantity', maxQty), ['P8'])),
  maxNotional: maxNotional,
  qty: (drafted) => filled(drafted, ({ qty }) => figure(qty, given('quantity', qty), ['P1', 'P3'])),
  fillPrice: (drafted) => filled(drafted, ({ last }) => figure(last.price, given('price', last.price), ['K6', 'P2'])),
  notional: (drafted) => filled(drafted, ({ last, qty }) => {
    const formula = sizeTerm(last.instrumentType, given('quantity', qty), given('price', last.price))
    return figure(valueOf({ type: last.instrumentType, qty: asQty(qty) }, last.price).abs(), formula, ['M4'])
  }),
  fee: (drafted) => filled(drafted, ({ fills }) => figure(sum(fills.map(({ fee }) => fee)), feesTerm(drafted, fills), ['P3', 'N2'])),
  cost: cost,
  mostItCanLose: mostItCanLose,
  liquidation: (drafted) => level(drafted, 'maintenance'),
  bankruptcy: (drafted) => level(drafted, 'nothing'),
  liquidationDistance: (drafted) => distance(drafted, 'maintenance'),
  bankruptcyDistance: (drafted) => distance(drafted, 'nothing'),
  fees: (drafted) => changes(drafted, (fills) => figure(sum(fills.map(({ fee }) => fee)), feesTerm(drafted, fills), ['P3', 'N2'])),
  realizedPnl: (drafted) => changes(drafted, (fills) => {
    const total = sum(fills.map(({ realizedPnl }) => realizedPnl))
    return figure(total, totalOf(fills.filter(({ realizedPnl }) => !realizedPnl.isZero()).map(({ realizedPnl, seq }) => given('realizedPnl', realizedPnl, { of: `#${seq}` }))), ['P3'])
  }),
  addable: ({ scene }) => explainPool(scene, poolOf(scene.account, CROSS), 'removable'),
  removable: removable,
  maxLeverage: ({ scene, outcome: { leg } }) => {
    const position = leg === undefined ? undefined : scene.account.positions.get(leg)
    if (position === undefined) return undefined
    const limit = leverageLimit(scene.rules, position, markOf(scene.marks, position.instrument))
    return figure(limit, given('leverage', limit), ['P6', 'M4'])
  },
  transfer: ({ outcome }, part) => {
    const moved = (outcome.placed?.events ?? outcome.events).filter((event) => event.type === 'transferred')[part]
    return moved === undefined ? undefined : figure(moved.amount, given('amount', moved.amount), ['P4', 'P7', 'M7'])
  },
}

/** The scene after the fill, at the marks of the fill. */
function after({ scene, outcome, kind }: Drafted): AccountScene | undefined {
  if (outcome.after === undefined) return undefined
  return { ...scene, account: outcome.after, marks: outcome.marks, events: [...scene.events, ...outcome.events], keys: { ...scene.keys, after: kind } }
}

function fillsOf({ outcome: { events, leg } }: Drafted): readonly Fill[] {
  return events.flatMap((event) => (event.type === 'filled' && event.leg === leg ? [event] : []))
}

interface Filled {
  readonly fills: readonly Fill[]
  readonly last: Fill
  readonly qty: Decimal
}

function filled(drafted: Drafted, explain: (trade: Filled) => Explained): Explained | undefined {
  const fills = fillsOf(drafted)
  const last = fills.at(-1)
  return last === undefined ? undefined : explain({ fills, last, qty: fills.reduce((total: Decimal, { qty }) => total.plus(qty), new Decimal(0)) })
}

/** What is done at once, which of a resting order is nothing. */
function changes({ outcome }: Drafted, explain: (fills: readonly Fill[]) => Explained): Explained | undefined {
  if (outcome.after === undefined) return undefined
  return explain((outcome.placed?.events ?? outcome.events).filter((event) => event.type === 'filled'))
}

/** |q P| f of each fill, up to the quantum. */
function feesTerm({ scene }: Drafted, fills: readonly Fill[]): Expression {
  const { fees } = scene.rules
  const many = fills.length > 1
  return totalOf(fills.map((fill) => {
    const of = many ? `#${fill.seq}` : undefined
    const worth = sizeTerm(fill.instrumentType, given('quantity', fill.qty, { of }), given('price', fill.price, { of }))
    return postedOf(productOf(worth, fill.role === 'maker' ? given('makerRate', fees.maker) : given('takerRate', fees.taker)), 'up')
  }))
}

function maxNotional({ scene, outcome }: Drafted): Explained | undefined {
  const { maxQty, maxNotional: most, leg, instrument, price } = outcome
  if (maxQty === undefined || most === undefined || leg === undefined || instrument === undefined) return undefined
  const { type } = required(scene.instruments.get(instrument), instrument)
  const at = price ?? priceOf(scene.marks, instrument, 'last')
  const position = { leg, instrument, type, qty: asQty(maxQty) }
  return figure(most, sizeTerm(position.type, given('quantity', maxQty), given('price', at)), ['P8'])
}

/** What leaves the free collateral of the pool that pays. Nothing for an order that frees some. */
function cost({ scene, outcome, kind }: Drafted): Explained | undefined {
  const { placed, payer = CROSS } = outcome
  if (placed === undefined) return undefined
  const free = (account: Account): Decimal => {
    const pool = account.pools.get(payer)
    return pool === undefined ? new Decimal(0) : poolView(account, pool, scene).freeCollateral
  }
  const [before, later] = [free(outcome.before), free(placed.after)]
  const ref: FigureRef = { id: 'pool.freeCollateral', of: { twin: 'as-set', pool: payer } }
  const rests = placed.marks !== outcome.marks
  const formula = greatestOf(plainNumber(0), difference(given('freeBefore', before, { figure: ref }), given('freeAfter', later, rests ? {} : { figure: { ...ref, of: { ...ref.of, after: kind } } })))
  return figure(Decimal.max(0, before.minus(later)), formula, ['M3', 'P8'])
}

/** The equity behind the leg's wall, and the fee that was paid to get there. */
function mostItCanLose(drafted: Drafted): Explained | undefined {
  const { outcome, kind } = drafted
  const scene = after(drafted)
  const fills = fillsOf(drafted)
  if (scene === undefined || fills.length === 0 || outcome.leg === undefined) return undefined
  const pool = scene.account.pools.get(scene.account.positions.get(outcome.leg)?.pool ?? '')
  if (pool === undefined) return figure(new Decimal(0), plainNumber(0), ['W2'])
  const { equity } = poolView(scene.account, pool, scene)
  const fee = sum(fills.map((fill) => fill.fee))
  const formula = sumOf(given('equity', equity, { figure: { id: 'pool.equity', of: { twin: 'as-set', after: kind, pool: pool.id } } }), given('fee', fee, { figure: { id: `ticket.${kind}.fee`, of: {} } }))
  return figure(equity.plus(fee), formula, ['W2'])
}

function level(drafted: Drafted, need: 'maintenance' | 'nothing'): Explained | undefined {
  const scene = after(drafted)
  const position = scene?.account.positions.get(drafted.outcome.leg ?? '')
  if (scene === undefined || position === undefined) return undefined
  const view = positionView(scene.account, position, { ...scene, pool: poolView(scene.account, poolOf(scene.account, position.pool), scene) })
  return levelOf(scene, position, need === 'maintenance' ? view.liquidation : view.bankruptcy, { need, others: 'alone' })
}

/** (level - fill price) / fill price. */
function distance(drafted: Drafted, need: 'maintenance' | 'nothing'): Explained | undefined {
  const last = fillsOf(drafted).at(-1)
  const found = level(drafted, need)
  if (found === undefined || last === undefined) return undefined
  if (found.value === undefined) return noFigure(found.none ?? 'hedged', ['M1'])
  const id = `ticket.${drafted.kind}.${need === 'maintenance' ? 'liquidation' : 'bankruptcy'}`
  const price = given('price', last.price)
  const formula = postedOf(quotientOf(difference(given('liquidationPrice', found.value, { figure: { id, of: {} } }), price), price))
  return figure(found.value.minus(last.price).div(last.price).toDecimalPlaces(12), formula, ['M1'])
}

function removable({ scene, outcome: { leg, bucket } }: Drafted): Explained | undefined {
  const id = (leg === undefined ? undefined : scene.account.positions.get(leg)?.pool) ?? bucket
  const pool = id === undefined ? undefined : scene.account.pools.get(id)
  if (pool === undefined || poolTypeOf(pool.id) === 'cross') return figure(new Decimal(0), plainNumber(0), ['M7'])
  return explainPool(scene, pool, 'removable')
}

