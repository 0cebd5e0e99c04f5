import type { LegId, LegTotals, PoolId, Position } from '../../ledger/Account.ts'
import { entries } from '../../ledger/entries.ts'
import type { LedgerEvent } from '../../ledger/LedgerEvent.ts'
import { Decimal } from '../../units/decimal.ts'
import type { Expression } from '../Explanation.ts'
import { difference, firstThatGives, given, magnitudeOf, negativeOf, plainNumber, productOf, quotientOf, roundedTo, sumOf } from '../expressions.ts'
import type { ValueName } from '../valueNames.ts'
import { eventRef, figure, type AccountScene, type Explained } from './Explained.ts'
import { valueTerm } from './legFormulas.ts'

/** More events than that are told by kind, so that a sum stays readable. */
const MOST = 50
/** Entry notional that a part takes with it is rounded here. [P3] */
const ENTRY_STEP = new Decimal('1e-30')

interface Booked {
  readonly event: LedgerEvent
  readonly amount: Decimal
  readonly term: Expression
}

/** The amounts of events added up: each by itself, or by kind of event. */
function total(booked: readonly Booked[]): Expression {
  const some = booked.filter(({ amount }) => !amount.isZero())
  if (some.length === 0) return plainNumber(0)
  if (some.length <= MOST) return sumOf(...some.map(({ term }) => term))
  const kinds = new Map<string, Decimal>()
  for (const { event, amount } of some) kinds.set(event.type, (kinds.get(event.type) ?? new Decimal(0)).plus(amount))
  return sumOf(...[...kinds].map(([kind, amount]) => given('amounts', amount, { of: kind })))
}

/** Cash of a pool: everything that was booked to it. [L1] */
export function cashTerm(scene: AccountScene, pool: PoolId): Expression {
  return total(scene.events.flatMap((event) => {
    const amount = entries(event).reduce((sum: Decimal, entry) => ('pool' in entry && entry.pool === pool ? sum.plus(entry.amount) : sum), new Decimal(0))
    return amount.isZero() ? [] : [{ event, amount, term: bookingTerm(scene, event, amount) }]
  }))
}

/** What an event brought, from the figures of the event. */
function bookingTerm(scene: AccountScene, event: LedgerEvent, amount: Decimal): Expression {
  const seq = String(event.seq)
  const of = `#${seq}`
  if (event.type === 'filled' || event.type === 'position-liquidated') {
    const pnl = given('realizedPnl', event.realizedPnl, { of, figure: eventRef(scene, 'trade.realizedPnl', { seq }) })
    const fee = negativeOf(given('fee', event.fee, { of, figure: eventRef(scene, 'trade.fee', { seq }) }))
    if (event.fee.isZero()) return pnl
    return event.realizedPnl.isZero() ? fee : sumOf(pnl, fee)
  }
  const whole = 'amount' in event ? event.amount : amount
  const term = given('amount', whole, { of, figure: eventRef(scene, 'event.amount', { seq }) })
  return whole.eq(amount) ? term : negativeOf(term)
}

/** What a leg has earned and cost so far of one kind, from its events. */
export function totalTerm(scene: AccountScene, leg: LegId, kind: keyof LegTotals): Explained {
  const value = scene.account.totals.get(leg)?.[kind] ?? new Decimal(0)
  const formula = total(scene.events.flatMap((event) => TOTALS[kind](scene, event, leg)))
  return figure(value, firstThatGives(value, [formula], given(kind, value)), kind === 'funding' ? ['F3'] : kind === 'badDebt' ? ['Q5'] : kind === 'forfeited' ? ['Q4'] : kind === 'liquidationFees' ? ['Q3'] : ['P3'])
}

type Kept = (scene: AccountScene, event: LedgerEvent, leg: LegId) => readonly Booked[]

const pnl: Kept = (scene, event, leg) => {
  if ((event.type !== 'filled' && event.type !== 'position-liquidated') || event.leg !== leg) return []
  return [one(event, 'realizedPnl', event.realizedPnl, eventRef(scene, 'trade.realizedPnl', { seq: String(event.seq) }))]
}

const fees = (type: 'filled' | 'position-liquidated'): Kept => (scene, event, leg) =>
  event.type === type && event.leg === leg ? [minus(one(event, 'fee', event.fee, eventRef(scene, 'trade.fee', { seq: String(event.seq) })))] : []

const shares = (type: 'residual-forfeited' | 'bad-debt-covered'): Kept => (scene, event, leg) => {
  if (event.type !== type) return []
  const own = event.shares.filter((share) => share.leg === leg).map(({ amount }) => one(event, 'amount', amount, eventRef(scene, 'event.share', { seq: String(event.seq), leg })))
  return type === 'residual-forfeited' ? own.map(minus) : own
}

const TOTALS: Readonly<Record<keyof LegTotals, Kept>> = {
  realizedPnl: pnl,
  fees: fees('filled'),
  liquidationFees: fees('position-liquidated'),
  forfeited: shares('residual-forfeited'),
  badDebt: shares('bad-debt-covered'),
  funding: (scene, event, leg) => {
    if (event.type !== 'funding-paid') return []
    return event.legs.filter((each) => each.leg === leg).map(({ amount }) => one(event, 'funding', amount, eventRef(scene, 'funding.amount', { seq: String(event.seq), leg })))
  },
}

function one(event: LedgerEvent, name: ValueName, amount: Decimal, ref: ReturnType<typeof eventRef>): Booked {
  return { event, amount, term: given(name, amount, { of: `#${event.seq}`, figure: ref }) }
}

function minus({ event, amount, term }: Booked): Booked {
  return { event, amount: amount.neg(), term: negativeOf(term) }
}

/** What changed a position, from its opening on: the state before and after each trade. */
interface Trade {
  readonly event: Extract<LedgerEvent, { type: 'filled' | 'position-liquidated' }>
  readonly qtyBefore: Decimal
  readonly entryBefore: Decimal
}

function tradesOf({ events }: AccountScene, leg: LegId): readonly Trade[] {
  let trades: Trade[] = []
  let qty = new Decimal(0)
  let entry = new Decimal(0)
  for (const event of events) {
    if ((event.type !== 'filled' && event.type !== 'position-liquidated') || event.leg !== leg) continue
    if (qty.isZero()) trades = []
    trades.push({ event, qtyBefore: qty, entryBefore: entry })
    qty = event.type === 'filled' ? event.qtyAfter : (event.rest?.qty ?? new Decimal(0))
    entry = event.type === 'filled' ? event.entryNotionalAfter : (event.rest?.entryNotional ?? new Decimal(0))
  }
  return trades
}

/** The quantity held: what was bought and sold since it was opened. [P3] */
export function quantityFigure(scene: AccountScene, { leg, qty }: Position): Explained {
  const formula = total(tradesOf(scene, leg).map(({ event }) => {
    const traded = one(event, 'quantity', event.qty, eventRef(scene, 'trade.qty', { seq: String(event.seq) }))
    return event.type === 'filled' ? traded : minus(traded)
  }))
  return figure(qty, firstThatGives(qty, [formula], given('quantity', qty)), ['P3'])
}

/** The value at entry: what was there before the last trade, and what that added or took with it. [P3, Q6] */
export function entryFigure(scene: AccountScene, position: Position): Explained {
  const { entryNotional: value, type } = position
  const last = tradesOf(scene, position.leg).at(-1)
  const kept = given('entryValue', value)
  if (last === undefined) return figure(value, kept, ['P3'])
  const { event, qtyBefore, entryBefore } = last
  const seq = String(event.seq)
  const before = given('entryValueBefore', entryBefore)
  const quantity = given('quantity', event.qty, { of: `#${seq}`, figure: eventRef(scene, 'trade.qty', { seq }) })
  const added = valueTerm(type, quantity, given('price', event.price, { figure: eventRef(scene, 'trade.price', { seq }) }))
  if (qtyBefore.isZero()) return figure(value, firstThatGives(value, [added], kept), ['P3'])
  const share = quotientOf(magnitudeOf(quantity), magnitudeOf(given('quantityBefore', qtyBefore)))
  const released = difference(before, roundedTo(productOf(before, share), ENTRY_STEP, 'half-even'))
  return figure(value, firstThatGives(value, [sumOf(before, added), released], kept), ['P3', 'Q6'])
}

