import { backedLegs } from '../../margin/backedLegs.ts'
import type { Pool, Position } from '../../ledger/Account.ts'
import { initialAt, legRequirement, unrealizedPnl } from '../../margin/legFigures.ts'
import { markOf } from '../../margin/Marks.ts'
import { exactEquity, positionsIn, requirementOf } from '../../margin/poolMargin.ts'
import { poolView } from '../../margin/poolView.ts'
import { exitCostOf, maintenanceOf, reservedExit, reservedFor } from '../../margin/requirement.ts'
import { timeToLiquidationByCarry } from '../../margin/timeToLiquidation.ts'
import type { PoolView } from '../../margin/views.ts'
import { fundingPayment } from '../../margin/fundingPayment.ts'
import { knownFunding } from '../../margin/knownFunding.ts'
import { notionalOf } from '../../instruments/valuation.ts'
import { ofPriceKey, standingKey } from '../../tape/priceKey.ts'
import { testMarks } from '../../tape/testMarks.ts'
import { Decimal } from '../../units/decimal.ts'
import { QUANTUM, ZERO_QUOTE } from '../../units/quantities.ts'
import type { Expression } from '../Explanation.ts'
import { difference, firstThatGives, given, greatestOf, leastOf, negativeOf, plainNumber, postedOf, productOf, quotientOf, roundedTo, sumOf } from '../expressions.ts'
import type { FieldOf } from '../FigureId.ts'
import { cashTerm } from './eventSums.ts'
import { figure, noFigure, refIn, type AccountScene, type Explained } from './Explained.ts'
import { statedTerm } from './initialFormula.ts'
import { nextFundingTerm } from './fundingFormula.ts'
import { exitTerm, maintenanceTerm, notionalTerm, pnlTerm, requirementTerm, reservedTerm, type LegTerms } from './legFormulas.ts'
import { legRefs } from './references.ts'

interface Held {
  readonly scene: AccountScene
  readonly pool: Pool
  readonly view: PoolView
  readonly positions: readonly Position[]
}

/** Of more legs than that each stands for itself, without its own formula. */
const MOST_INLINE = 8

/** How a figure of a pool comes about. */
export function explainPool(scene: AccountScene, pool: Pool, field: FieldOf<'pool'>): Explained {
  return FIELDS[field]({ scene, pool, view: poolView(scene.account, pool, scene), positions: positionsIn(scene.account, pool) })
}

const FIELDS: Readonly<Record<FieldOf<'pool'>, (held: Held) => Explained>> = {
  cash: ({ scene, pool }) => figure(pool.cash, firstThatGives(pool.cash, [cashTerm(scene, pool.id)], given('cash', pool.cash)), ['L1']),
  unrealizedPnl: ({ scene, pool, view, positions }) => {
    const legs = positions.map((each) => legValue(scene, each, 'unrealizedPnl', unrealizedPnl(each, markOf(scene.marks, each.instrument))))
    return figure(view.unrealizedPnl, totalOf([...legs, ...(pool.others === undefined ? [] : [given('othersPnl', pool.others.unrealizedPnl)])]), ['N2', 'M15'])
  },
  equity: (held) => figure(held.view.equity, sumOf(own(held, 'cash', held.view.cash), own(held, 'unrealizedPnl', held.view.unrealizedPnl)), ['M6']),
  initialMargin: ({ scene, pool, view, positions }) => {
    const legs = positions.map((each) => legValue(scene, each, 'initialMargin', initialAt(each, markOf(scene.marks, each.instrument), scene.rules)))
    return figure(view.initialMargin, totalOf([...(pool.others === undefined ? [] : [given('othersInitial', pool.others.initialMargin)]), ...legs]), ['M3'])
  },
  maintenanceMargin: maintenance,
  exitCosts: exitCosts,
  requirement: requirement,
  haircut: haircut,
  freeCollateral: (held) => figure(held.view.freeCollateral, sumOf(own(held, 'equity', held.view.equity), negativeOf(own(held, 'initialMargin', held.view.initialMargin)), negativeOf(own(held, 'orderReserve', held.view.orderReserve))), ['M3']),
  orderReserve: ({ scene, view, pool }) => {
    const paying = [...scene.account.orders.values()].filter((order) => (order.pool.startsWith('bucket:') ? order.pool : 'cross') === pool.id)
    return figure(view.orderReserve, totalOf(paying.filter(({ reserve }) => !reserve.isZero()).map(({ id, reserve }) => given('orderReserve', reserve, { of: id, figure: refIn(scene, 'order.reserve', { order: id }) }))), ['P2'])
  },
  marginRatio: (held) => {
    const { view } = held
    if (view.marginRatio === undefined) return noFigure(view.equity.minus(view.haircut).gt(0) ? 'no-requirement' : 'no-equity', ['M6'])
    const equity = own(held, 'equity', view.equity)
    const counted = view.haircut.isZero() ? equity : difference(equity, own(held, 'haircut', view.haircut))
    return figure(view.marginRatio, postedOf(quotientOf(own(held, 'requirement', view.requirement), counted), 'up'), ['M6', 'C1'])
  },
  removable: removableFigure,
  carryPayments: (held) => carry(held, 'carryPayments'),
  carryPerPayment: (held) => carry(held, 'carryPerPayment'),
  carryAt: (held) => carry(held, 'carryAt'),
  coolingUntil: ({ pool }) => (pool.cooling === undefined ? noFigure('not-cooling', ['Q7']) : figure(new Decimal(pool.cooling.until), given('now', new Decimal(pool.cooling.until)), ['Q7'])),
}

type PoolName = 'cash' | 'unrealizedPnl' | 'equity' | 'initialMargin' | 'orderReserve' | 'requirement' | 'haircut'

/** Another figure of the same pool. */
function own({ scene, view }: Held, name: PoolName, value: Decimal): Expression {
  return given(name, value, { figure: refIn(scene, `pool.${name}`, { pool: view.id }) })
}

function legValue(scene: AccountScene, { leg }: Position, name: 'unrealizedPnl' | 'initialMargin', value: Decimal): Expression {
  return given(name, value, { of: leg, figure: refIn(scene, `position.${name}`, { leg }) })
}

function totalOf(terms: readonly Expression[]): Expression {
  return terms.length === 0 ? plainNumber(0) : sumOf(...terms)
}

function termsOf({ scene, positions }: Held, position: Position): LegTerms {
  return { position, mark: markOf(scene.marks, position.instrument), rules: scene.rules, of: positions.length > 1 ? position.leg : undefined, refs: legRefs(scene, position) }
}

/** What each leg asks for, exactly: with its own formula where there are few. */
function eachLeg(held: Held, positions: readonly Position[], about: { readonly name: 'maintenanceMargin' | 'requirement' | 'haircut' | 'exitCost'; readonly term: (leg: LegTerms) => Expression | undefined; readonly exact: (leg: LegTerms) => Decimal }): readonly Expression[] {
  return positions.flatMap((position) => {
    const leg = termsOf(held, position)
    if (held.positions.length > MOST_INLINE) return [given(about.name, about.exact(leg), { of: position.leg })]
    const term = about.term(leg)
    return term === undefined ? [] : [term]
  })
}

const MAINTENANCE = { name: 'maintenanceMargin', term: maintenanceTerm, exact: ({ position, mark, rules }: LegTerms) => maintenanceOf(position, mark, rules) } as const
const HAIRCUT = { ...MAINTENANCE, name: 'haircut' } as const
const REQUIREMENT = { name: 'requirement', term: requirementTerm, exact: ({ position, mark, rules }: LegTerms) => legRequirement(position, mark, rules) } as const
const EXIT = { name: 'exitCost', term: exitTerm, exact: ({ position, mark, rules }: LegTerms) => exitCostOf(position, mark, rules) } as const

function maintenance(held: Held): Explained {
  const { view, pool, scene, positions } = held
  const others = pool.others === undefined ? [] : [given('othersMaintenance', pool.others.maintenanceMargin)]
  const backed = backedLegs(positions)
  const whole = totalOf([...eachLeg(held, backed, MAINTENANCE), ...others])
  const apart = totalOf([...backed.map((each) => given('maintenanceMargin', maintenanceOf(each, markOf(scene.marks, each.instrument), scene.rules), { of: each.leg })), ...others])
  return figure(view.maintenanceMargin, firstThatGives(view.maintenanceMargin, [statedTerm(whole, scene.rules), statedTerm(apart, scene.rules)], given('maintenanceMargin', view.maintenanceMargin)), ['M4', 'M10', 'M15'])
}

/** Closing fees that the cash decides, of each leg. */
function reservedTerms(held: Held): readonly Expression[] {
  const { pool, positions, scene } = held
  if (reservedExit(pool, positions, scene.rules).isZero()) return []
  const backed = backedLegs(positions)
  const alone = backed.length === 1
  return backed.flatMap((position) => {
    if (backed.length > MOST_INLINE) return [given('reservedExit', reservedFor(position, pool, { alone, rules: scene.rules }), { of: position.leg })]
    const term = reservedTerm(termsOf(held, position), pool, alone)
    return term === undefined ? [] : [term]
  })
}

function exitCosts(held: Held): Explained {
  const { view, positions } = held
  const formula = postedOf(totalOf([...eachLeg(held, backedLegs(positions), EXIT), ...reservedTerms(held)]), 'up')
  return figure(view.exitCosts, firstThatGives(view.exitCosts, view.exitCosts.isZero() ? [plainNumber(0)] : [formula], given('exitCost', view.exitCosts)), ['M5', 'M14'])
}

function haircut(held: Held): Explained {
  const { view, positions } = held
  const assets = positions.filter(({ type }) => type === 'spot')
  return figure(view.haircut, assets.length === 0 ? plainNumber(0) : postedOf(totalOf(eachLeg(held, assets, HAIRCUT)), 'up'), ['C1'])
}

/** Maintenance and exit costs of all legs; where assets are collateral, less their haircut, which the ratio takes off the equity. */
function requirement(held: Held): Explained {
  const { view, positions } = held
  const formula = requirementSum(held, eachLeg(held, positions, REQUIREMENT))
  const whole = view.haircut.isZero() ? formula : difference(formula, own(held, 'haircut', view.haircut))
  return figure(view.requirement, firstThatGives(view.requirement, [postedOf(whole, 'up'), postedOf(apartSum(held), 'up')], given('requirement', view.requirement)), ['M4', 'M5', 'M14', 'M15'])
}

function apartSum(held: Held): Expression {
  const { scene, positions, view } = held
  const legs = positions.map((each) => given('requirement', legRequirement(each, markOf(scene.marks, each.instrument), scene.rules), { of: each.leg }))
  const whole = requirementSum(held, legs)
  return view.haircut.isZero() ? whole : difference(whole, own(held, 'haircut', view.haircut))
}

function requirementSum(held: Held, legs: readonly Expression[]): Expression {
  const { pool } = held
  const others = pool.others === undefined ? [] : [given('othersMaintenance', pool.others.maintenanceMargin)]
  return totalOf([...reservedTerms(held), ...others, ...legs])
}

/** The smallest of cash, free collateral (or what must stay) and what leaves the pool passing its test; not below zero. [M7] */
function removableFigure(held: Held): Explained {
  const { view, pool, scene, positions } = held
  if (pool.type === 'isolated' && scene.rules.isolatedMargin === 'add-only') return figure(view.removable, plainNumber(0), ['M7', 'M11'])
  const cash = own(held, 'cash', view.cash)
  const free = sumOf(own(held, 'equity', view.equity), negativeOf(heldBack(held)), negativeOf(own(held, 'orderReserve', view.orderReserve)))
  if (positions.length === 0) return figure(view.removable, greatestOf(plainNumber(0), leastOf(cash, free)), ['M7'])
  const spares = [spareTerm(held, false), spareTerm(held, true)].flatMap((spare) => [greatestOf(plainNumber(0), leastOf(cash, free, postedOf(spare, 'down'))), greatestOf(plainNumber(0), leastOf(cash, free, difference(postedOf(spare, 'down'), given('stated', QUANTUM))))])
  const asked = greatestOf(plainNumber(0), leastOf(cash, free, given('surplus', view.removable)))
  return figure(view.removable, firstThatGives(view.removable, [greatestOf(plainNumber(0), leastOf(cash, free)), ...spares], asked), ['M7', 'M11'])
}

/** Initial margin, or the share of the notional that must stay where that is more. [M11] */
function heldBack(held: Held): Expression {
  const { scene, positions, view } = held
  const initial = own(held, 'initialMargin', view.initialMargin)
  const { transferFloor } = scene.rules
  if (transferFloor.isZero()) return initial
  const notional = totalOf(backedLegs(positions).map((each) => (positions.length > MOST_INLINE ? given('notional', notionalOf(each, markOf(scene.marks, each.instrument)), { of: each.leg }) : notionalTerm(termsOf(held, each)))))
  const floor = postedOf(productOf(notional, given('transferFloor', transferFloor)), 'up')
  const assets = positions.filter(({ type }) => type === 'spot').map((each) => legValue(scene, each, 'initialMargin', initialAt(each, markOf(scene.marks, each.instrument), scene.rules)))
  return greatestOf(initial, assets.length === 0 ? floor : sumOf(floor, ...assets))
}

/** Equity less requirement at the prices the test looks at. */
function spareTerm(held: Held, apart: boolean): Expression {
  const { scene, pool, positions } = held
  const kind = scene.rules.liquidation.trigger
  const marks = testMarks(scene.marks, kind)
  const seen: Held = { ...held, scene: { ...scene, marks, keys: scene.keys } }
  if (apart || positions.length > MOST_INLINE) {
    return given('surplus', exactEquity(scene.account, pool, marks).minus(requirementOf(scene.account, pool, { marks, rules: scene.rules })))
  }
  const legs = positions.map((position): LegTerms => ({ ...termsOf(seen, position), refs: legRefs(scene, position, ofPriceKey(standingKey(scene.marks, position.instrument, kind)).kind) }))
  const others = pool.others === undefined ? [] : [given('othersPnl', pool.others.unrealizedPnl)]
  const equity = sumOf(own(held, 'cash', pool.cash), ...others, ...legs.map(pnlTerm))
  return difference(equity, requirementSum(seen, legs.map(requirementTerm)))
}

/** Payments until funding alone liquidates: ceil(S / a), or floor(S / a) + 1 where equality passes. [F4] */
function carry({ scene, pool, positions, view }: Held, field: 'carryPayments' | 'carryPerPayment' | 'carryAt'): Explained {
  const { rules, at, account, marks, tape } = scene
  const found = timeToLiquidationByCarry(account, pool.id, { marks, rules, at, tape })
  if (found.type === 'none') return noFigure(found.reason, ['F4', 'F5'])
  const per = given('perPayment', found.perPayment, { figure: refIn(scene, 'pool.carryPerPayment', { pool: view.id }) })
  if (field === 'carryPerPayment') {
    const legs = positions.flatMap((each) => {
      const amount = fundingPayment(each, knownFunding(scene, each.instrument).funding, marks)?.amount ?? ZERO_QUOTE
      return amount.isZero() ? [] : [given('funding', amount, { of: each.leg, figure: refIn(scene, 'position.nextFunding', { leg: each.leg }) })]
    })
    return figure(found.perPayment, negativeOf(totalOf(legs)), ['F4'])
  }
  const payments = new Decimal(found.payments)
  if (field === 'carryPayments') {
    const seen = testMarks(marks, rules.liquidation.trigger)
    const surplus = exactEquity(account, pool, seen).minus(requirementOf(account, pool, { marks: seen, rules }))
    const share = quotientOf(given('surplus', surplus), per)
    const one = new Decimal(1)
    const formula = rules.comparison === 'below' ? sumOf(roundedTo(share, one, 'down'), plainNumber(1)) : roundedTo(share, one, 'up')
    return figure(payments, firstThatGives(payments, [formula], given('payments', payments)), ['F4'])
  }
  // All that pay do so at the same times: those of the first of them.
  const known = positions.map((each) => ({ each, ...knownFunding(scene, each.instrument) })).find(({ each, funding }) => fundingPayment(each, funding, marks) !== undefined)
  if (known === undefined || known.funding.type === 'none') return noFigure('no-funding', ['F4', 'F5'])
  const { intervalMillis } = known.funding
  const step = given('interval', new Decimal(intervalMillis))
  const first = nextFundingTerm(known, intervalMillis, at)
  const count = given('payments', payments, { figure: refIn(scene, 'pool.carryPayments', { pool: view.id }) })
  return figure(new Decimal(found.at), sumOf(first, productOf(difference(count, plainNumber(1)), step)), ['F4', 'F1'])
}

