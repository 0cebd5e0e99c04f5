import { notionalOf } from '../../instruments/valuation.ts'
import type { Account } from '../../ledger/Account.ts'
import { fundBalance, VENUE_FUND } from '../../ledger/insuranceFund.ts'
import type { LedgerEvent } from '../../ledger/LedgerEvent.ts'
import { accountView } from '../../margin/accountView.ts'
import { breakEvenPrice } from '../../margin/breakEvenPrice.ts'
import { pnlOf } from '../../margin/equity.ts'
import { fundingPayment, fundingRateOf } from '../../margin/fundingPayment.ts'
import { knownFunding } from '../../margin/knownFunding.ts'
import type { LiquidationPrice } from '../../margin/LiquidationPrice.ts'
import type { Marks } from '../../margin/Marks.ts'
import { timeToLiquidationByCarry } from '../../margin/timeToLiquidation.ts'
import type { AccountView, PositionView } from '../../margin/views.ts'
import { required } from '../../result/result.ts'
import { marksAt, tickTime } from '../../run/steps.ts'
import { priceOf } from '../../tape/priceKey.ts'
import { Decimal } from '../../units/decimal.ts'
import { asQuote } from '../../units/quantities.ts'
import type { FigureId } from '../FigureId.ts'
import type { FigureScene } from '../FigureScene.ts'
import { shown, type Of, type Shown, type Twin } from './shown.ts'

type Trails = ReturnType<FigureScene['runs']['as-set']['trailsAt']>

/** One account at one tick, as the views have it. */
interface Seen {
  readonly setup: FigureScene['setup']
  readonly account: Account
  readonly marks: Marks
  readonly view: AccountView
  readonly at: number
  readonly trails: Trails
}

/** Every figure of an account, of its pools, positions, orders and funds. */
export function accountFigures({ setup, runs, tick }: FigureScene, twin: Twin): readonly Shown[] {
  const run = runs[twin]
  const account = run.accountAt(tick)
  const marks = marksAt(setup.tape, tick)
  const instruments = new Map(setup.instruments.map((each) => [each.symbol, each]))
  const view = accountView(account, { rules: setup.rules, instruments, marks })
  const seen: Seen = { setup, account, marks, view, at: tickTime(setup.tape, tick), trails: run.trailsAt(tick) }
  const found = [
    ...totals(seen, depositedOf(run.events.slice(0, run.countAt(tick)))),
    ...view.pools.flatMap((pool) => ofPool(seen, pool)),
    ...view.positions.flatMap((position) => ofPosition(seen, position)),
    ...legTotals(seen),
    ...view.orders.flatMap((order) => ofOrder(seen, order)),
    ...funds(seen),
  ]
  return found.map(({ ref, value }) => ({ ref: { id: ref.id, of: { twin, ...ref.of } }, value }))
}

export function depositedOf(events: readonly LedgerEvent[]): Decimal {
  return events.reduce((total: Decimal, event) => (event.type === 'deposited' ? total.plus(event.amount) : event.type === 'withdrawn' ? total.minus(event.amount) : total), new Decimal(0))
}

function listed<Field extends string>(family: string, fields: readonly Field[], from: Readonly<Record<Field, Decimal | undefined>>, of: Of): readonly Shown[] {
  return fields.map((field) => shown(`${family}.${field}` as FigureId, of, from[field]))
}

function totals({ setup, marks, view }: Seen, deposited: Decimal): readonly Shown[] {
  const coin = setup.instruments.find(({ type }) => type !== 'spot')
  return [
    ...listed('account', ['equity', 'walletBalance', 'available', 'initialMargin', 'maintenanceMargin', 'unrealizedPnl', 'orderReserve', 'canStillLose', 'marginRatio', 'insuranceFund'], view, {}),
    shown('account.worth', {}, coin?.type === 'inverse' ? view.equity.times(required(marks.get(coin.symbol), 'a mark')) : undefined),
    shown('account.deposited', {}, deposited),
    shown('account.change', {}, deposited.gt(0) ? new Decimal(view.equity.minus(deposited).div(deposited).toFixed(8)) : undefined),
    shown('account.openPositions', {}, new Decimal(view.positions.filter(({ type }) => type !== 'spot').length)),
    shown('account.openOrders', {}, new Decimal(view.orders.length)),
  ]
}

function ofPool({ setup: { rules, tape }, account, marks, at }: Seen, pool: AccountView['pools'][number]): readonly Shown[] {
  const of = { pool: pool.id }
  const carry = timeToLiquidationByCarry(account, pool.id, { marks, rules, at, tape })
  const found = carry.type === 'none' ? undefined : carry
  const until = account.pools.get(pool.id)?.cooling?.until
  return [
    ...listed('pool', ['cash', 'unrealizedPnl', 'equity', 'initialMargin', 'maintenanceMargin', 'exitCosts', 'requirement', 'haircut', 'freeCollateral', 'orderReserve', 'marginRatio', 'removable'], pool, of),
    shown('pool.carryPayments', of, found === undefined ? undefined : new Decimal(found.payments)),
    shown('pool.carryPerPayment', of, found?.perPayment),
    shown('pool.carryAt', of, found === undefined ? undefined : new Decimal(found.at)),
    shown('pool.coolingUntil', of, until === undefined ? undefined : new Decimal(until)),
  ]
}

const POSITION_FIELDS = [
  'qty', 'entryNotional', 'entryPrice', 'mark', 'notional', 'leverage', 'margin', 'initialMargin', 'initialMarginRate', 'maintenanceMargin', 'maintenanceMarginRate', 'exitCosts', 'requirement',
  'unrealizedPnl', 'roe', 'marginRatio', 'takeProfit', 'stopLoss',
] as const

function ofPosition(seen: Seen, position: PositionView): readonly Shown[] {
  const of = { leg: position.leg }
  return [
    ...listed('position', POSITION_FIELDS, position, of),
    shown('position.tier', of, new Decimal(position.tier)),
    ...(['liquidation', 'liquidationTogether', 'bankruptcy'] as const).flatMap((field) => [
      shown(`position.${field}`, of, priceOfLevel(position[field])),
      shown(`position.${field}Distance`, of, distanceOf(position[field], position)),
    ]),
    ...targets(seen, position),
    ...costs(seen, position),
    ...haircuts(position),
  ]
}

function targets({ account, trails }: Seen, { leg }: PositionView): readonly Shown[] {
  const held = required(account.positions.get(leg), leg)
  const trail = held.trailing === undefined ? undefined : trails.get(held.trailing)
  return [shown('position.trailingBest', { leg }, trail?.best), shown('position.trailingLevel', { leg }, trail?.level), shown('position.autoMarginLeft', { leg }, held.autoMargin?.left)]
}

function costs({ setup: { rules, tape }, account, marks, at }: Seen, position: PositionView): readonly Shown[] {
  const of = { leg: position.leg }
  const held = required(account.positions.get(position.leg), position.leg)
  const { realizedPnl, fees, funding } = position.totals
  const even = breakEvenPrice(held, { realized: asQuote(realizedPnl.plus(fees).plus(funding)), fee: rules.fees.taker })
  const { funding: paid } = knownFunding({ rules, tape, at }, position.instrument)
  const funded = paid.type === 'none' || position.type === 'spot' ? undefined : paid
  return [
    shown('position.breakEven', of, typeof even === 'string' || position.type === 'spot' ? undefined : even),
    shown('position.closingRate', of, rules.fees.taker),
    shown('position.fundingRate', of, funded === undefined ? undefined : fundingRateOf(funded, position.instrument, marks)),
    shown('position.fundingPrice', of, funded === undefined ? undefined : priceOf(marks, position.instrument, funded.price)),
    shown('position.nextFunding', of, fundingPayment(held, paid, marks)?.amount),
  ]
}

function haircuts({ leg, type, initialMargin, notional }: PositionView): readonly Shown[] {
  const share = notional.isZero() ? new Decimal(0) : initialMargin.div(notional).toDecimalPlaces(12)
  return [shown('position.haircut', { leg }, type === 'spot' ? initialMargin : undefined), shown('position.haircutShare', { leg }, type === 'spot' ? share : undefined)]
}

function legTotals({ account, marks }: Seen): readonly Shown[] {
  return [...account.totals].flatMap(([leg, each]) => [
    ...listed('position', ['realizedPnl', 'fees', 'funding', 'liquidationFees', 'forfeited', 'badDebt'], each, { leg }),
    shown('position.realized', { leg }, each.realizedPnl.plus(each.fees).plus(each.funding)),
    shown('position.result', { leg }, pnlOf(account, leg, marks)),
  ])
}

function ofOrder({ setup, marks, trails }: Seen, order: AccountView['orders'][number]): readonly Shown[] {
  const of = { order: order.id }
  const { type } = required(setup.instruments.find(({ symbol }) => symbol === order.instrument), order.instrument)
  const trail = order.trailing === undefined ? undefined : trails.get(order.trailing)
  const mark = required(marks.get(order.instrument), 'a mark')
  const price = order.trailing === undefined ? order.price : (trail?.level ?? order.trailing.activation ?? order.price)
  return [
    ...listed('order', ['qty', 'price', 'leverage', 'reserve', 'takeProfit', 'stopLoss'], order, of),
    shown('order.limitPrice', of, order.limitPrice),
    shown('order.notional', of, notionalOf({ type, qty: order.qty }, order.price)),
    shown('order.trailingBest', of, trail?.best),
    shown('order.trailingLevel', of, trail?.level),
    shown('order.distance', of, mark.isZero() ? undefined : price.minus(mark).div(mark.abs())),
  ]
}

function funds({ setup: { rules, instruments }, account }: Seen): readonly Shown[] {
  const all = rules.insuranceFund.scope === 'venue' ? [VENUE_FUND] : instruments.filter(({ type }) => type !== 'spot').map(({ symbol }) => symbol)
  return all.flatMap((fund) => [shown('fund.start', { fund }, rules.insuranceFund.balance), shown('fund.balance', { fund }, fundBalance(account, rules, fund))])
}

function priceOfLevel(level: LiquidationPrice): Decimal | undefined {
  return level.type === 'none' ? undefined : level.price
}

function distanceOf(level: LiquidationPrice, { mark }: PositionView): Decimal | undefined {
  return level.type === 'none' || mark.isZero() ? undefined : level.price.minus(mark).div(mark.abs())
}
