import type { Position } from '../../ledger/Account.ts'
import { backedLegs } from '../../margin/backedLegs.ts'
import { breakEvenPrice } from '../../margin/breakEvenPrice.ts'
import { entryMargin } from '../../margin/entryMargin.ts'
import { fundingPayment, fundingRateOf } from '../../margin/fundingPayment.ts'
import { knownFunding } from '../../margin/knownFunding.ts'
import { poolOf, positionsIn } from '../../margin/poolMargin.ts'
import { poolView } from '../../margin/poolView.ts'
import { positionView, questionOf, type PoolRoots } from '../../margin/positionView.ts'
import { bySymbol, maintenanceBase, maintenanceOf, reservedFor, tiersOf } from '../../margin/requirement.ts'
import { solveLiquidationPrice } from '../../margin/solveLiquidationPrice.ts'
import type { LiquidationPrice } from '../../margin/LiquidationPrice.ts'
import type { PositionView } from '../../margin/views.ts'
import { priceOf, standingKey } from '../../tape/priceKey.ts'
import { Decimal } from '../../units/decimal.ts'
import { asQuote, ZERO_QUOTE, type Quote } from '../../units/quantities.ts'
import type { Expression } from '../Explanation.ts'
import { difference, firstThatGives, given, magnitudeOf, negativeOf, plainNumber, postedOf, productOf, quotientOf, sumOf } from '../expressions.ts'
import type { FieldOf } from '../FigureId.ts'
import { figure, noFigure, refIn, type AccountScene, type Explained } from './Explained.ts'
import { fundingRateTerm, noFundingReason } from './fundingFormula.ts'
import { initialRateTerm, initialTerm, scaledTerm, statedTerm } from './initialFormula.ts'
import { entryTerm, entryValueTerm, exitTerm, leverageTerm, maintenanceTerm, markTerm, notionalTerm, pnlTerm, quantityTerm, requirementTerm, reservedTerm, valueTerm, type LegTerms } from './legFormulas.ts'
import { levelOf } from './levelFigures.ts'
import { kindRef, legRefs } from './references.ts'

/** The figures of an open position, or of an asset; those of its past are in `legTotals`. */
export type PositionField = Exclude<FieldOf<'position'>, 'qty' | 'entryNotional' | 'realizedPnl' | 'fees' | 'funding' | 'liquidationFees' | 'forfeited' | 'badDebt' | 'realized' | 'result' | 'trailingBest' | 'trailingLevel' | 'takeProfit' | 'stopLoss' | 'autoMarginLeft'>

interface Held {
  readonly scene: AccountScene
  readonly position: Position
  readonly view: PositionView
  readonly leg: LegTerms
}

/** How a figure of an open position comes about. */
export function explainPosition(scene: AccountScene, position: Position, field: PositionField): Explained {
  const pool = poolView(scene.account, poolOf(scene.account, position.pool), scene)
  const view = positionView(scene.account, position, { ...scene, pool, roots: UNSOLVED })
  const leg: LegTerms = { position, mark: view.mark, rules: scene.rules, refs: legRefs(scene, position) }
  return FIELDS[field]({ scene, position, view, leg })
}

/** Prices are solved one by one where they are asked for: a view solves three. */
const UNSOLVED: PoolRoots = { of: () => ({ isBreached: true, falling: undefined, rising: undefined }) }

const LEVELS = {
  liquidation: { need: 'maintenance', others: 'alone' },
  liquidationTogether: { need: 'maintenance', others: 'together' },
  bankruptcy: { need: 'nothing', others: 'alone' },
} as const

function solved({ scene, position }: Held, field: keyof typeof LEVELS): LiquidationPrice {
  return solveLiquidationPrice(questionOf(scene.account, position, scene, LEVELS[field]))
}

const FIELDS: Readonly<Record<PositionField, (held: Held) => Explained>> = {
  entryPrice: ({ view, leg }) => figure(view.entryPrice, view.type === 'inverse' ? quotientOf(negativeOf(quantityTerm(leg)), entryValueTerm(leg)) : quotientOf(entryValueTerm(leg), quantityTerm(leg)), view.type === 'inverse' ? ['M13'] : ['P3']),
  mark: ({ view, leg }) => figure(view.mark, markTerm(leg), ['K4']),
  notional: ({ view, leg }) => figure(view.notional, notionalTerm(leg), view.type === 'inverse' ? ['M13'] : ['M4']),
  leverage: ({ view, leg }) => figure(view.leverage, given('leverage', leg.position.leverage), ['P6']),
  margin: ({ scene, view }) => (view.margin === undefined ? noFigure('shared-pool') : figure(view.margin, given('margin', view.margin, { figure: refIn(scene, 'pool.cash', { pool: view.pool }) }), ['W2'])),
  initialMargin: ({ view, leg }) => figure(view.initialMargin, initialTerm(leg), view.type === 'spot' ? ['C1', 'N2'] : ['M3', 'M10', 'N2']),
  initialMarginRate: ({ view, leg }) => figure(view.initialMarginRate, initialRateTerm(leg, view.initialMarginRate), ['M3', 'M9']),
  maintenanceMargin: ({ view, leg }) => figure(view.maintenanceMargin, statedTerm(maintenanceTerm(leg), leg.rules), view.type === 'spot' ? ['C1'] : ['M4', 'M10', 'M18']),
  maintenanceMarginRate: maintenanceRate,
  exitCosts: (held) => figure(held.view.exitCosts, exitCosts(held), ['M5', 'M14']),
  requirement: requirement,
  tier: ({ view }) => figure(new Decimal(view.tier), given('tier', new Decimal(view.tier)), ['M4', 'M8']),
  unrealizedPnl: unrealized,
  roe: returnOnEquity,
  marginRatio: ({ scene, view }) => (view.marginRatio === undefined ? noFigure('no-requirement') : figure(view.marginRatio, given('marginRatio', view.marginRatio, { figure: refIn(scene, 'pool.marginRatio', { pool: view.pool }) }), ['M6'])),
  liquidation: (held) => levelFigure(held, 'liquidation'),
  liquidationTogether: (held) => levelFigure(held, 'liquidationTogether'),
  bankruptcy: (held) => levelFigure(held, 'bankruptcy'),
  liquidationDistance: (held) => distance(held, 'liquidation'),
  liquidationTogetherDistance: (held) => distance(held, 'liquidationTogether'),
  bankruptcyDistance: (held) => distance(held, 'bankruptcy'),
  breakEven: breakEven,
  closingRate: ({ leg }) => figure(leg.rules.fees.taker, given('takerRate', leg.rules.fees.taker), ['M17']),
  fundingRate: ({ scene, leg }) => fundingRate(scene, leg),
  fundingPrice: ({ scene, leg }) => fundingPrice(scene, leg),
  nextFunding: nextFunding,
  haircut: ({ view, leg }) => (view.type === 'spot' ? figure(view.initialMargin, initialTerm(leg), ['C1', 'N2']) : noFigure('no-asset', ['C1'])),
  haircutShare: haircutShare,
}

function maintenanceRate({ view, leg }: Held): Explained {
  const { position, mark, rules } = leg
  const value = view.maintenanceMarginRate
  const base = maintenanceBase(position, mark, rules)
  const onMark = rules.maintenanceOn === 'mark' || position.type === 'spot'
  const baseTerm = onMark ? notionalTerm(leg) : entryTerm(leg)
  const whole = given('maintenanceRate', value, { figure: undefined })
  if (position.type === 'spot' || rules.tierRates === 'by-part') {
    if (base.isZero()) return figure(value, whole, ['M18'])
    const need = maintenanceTerm(leg)
    return figure(value, firstThatGives(value, [quotientOf(need, baseTerm), quotientOf(given('maintenanceMargin', maintenanceOf(position, mark, rules)), baseTerm)], whole), ['M18'])
  }
  const tier = tiersOf(rules, position.instrument)
  const stated = given('tierRate', tier[view.tier - 1]?.maintenanceRate ?? value)
  const size = position.type === 'inverse' && isLinear(leg) ? baseTerm : magnitudeOf(quantityTerm(leg))
  const grown = scaledTerm(stated, size, { rules, position })
  const ofCoins = position.type === 'inverse' ? sumOf(stated, productOf(given('slope', slopeOf(leg)), baseTerm)) : undefined
  return figure(value, firstThatGives(value, [stated, ofCoins, grown], whole), ['M4', 'M8', 'M9'])
}

function isLinear({ rules, position }: LegTerms): boolean {
  return bySymbol(rules.sizeScaling, position.instrument).type === 'linear'
}

function slopeOf({ rules, position }: LegTerms): Decimal {
  const scaling = bySymbol(rules.sizeScaling, position.instrument)
  return scaling.type === 'linear' ? scaling.slope : new Decimal(0)
}

/** The part of the pool's closing fees that its margin sets aside for this leg. */
function reserved({ scene, position, leg }: Held): { readonly term: Expression | undefined; readonly amount: Quote } {
  const pool = poolOf(scene.account, position.pool)
  const alone = backedLegs(positionsIn(scene.account, pool)).length === 1
  return { term: reservedTerm(leg, pool, alone), amount: position.type === 'spot' ? ZERO_QUOTE : reservedFor(position, pool, { alone, rules: scene.rules }) }
}

function exitCosts(held: Held): Expression {
  const { view, leg } = held
  const { term, amount } = reserved(held)
  const exit = exitTerm(leg)
  const parts = [...(exit === undefined ? [] : [exit]), ...(term === undefined ? [] : [term])]
  if (parts.length === 0) return amount.isZero() ? plainNumber(0) : given('exitCost', view.exitCosts)
  return firstThatGives(view.exitCosts, [postedOf(sumOf(...parts), 'up')], given('exitCost', view.exitCosts))
}

function requirement(held: Held): Explained {
  const { view, leg } = held
  const { term } = reserved(held)
  const need = requirementTerm(leg)
  const whole = postedOf(term === undefined ? need : sumOf(need, term), 'up')
  return figure(view.requirement, firstThatGives(view.requirement, [whole], given('requirement', view.requirement)), ['M4', 'M5', 'M14'])
}

/** q (P - E), inverse q (1/E - 1/P), where that gives the same digits; else value now less value at entry. */
function unrealized({ view, leg }: Held): Explained {
  const entry = given('entryPrice', view.entryPrice, { figure: leg.refs?.entryPrice })
  const one = plainNumber(1)
  const moved = view.type === 'inverse' ? difference(quotientOf(one, entry), quotientOf(one, markTerm(leg))) : difference(markTerm(leg), entry)
  return figure(view.unrealizedPnl, firstThatGives(view.unrealizedPnl, [postedOf(productOf(quantityTerm(leg), moved))], postedOf(pnlTerm(leg))), view.type === 'inverse' ? ['M13', 'N2'] : ['N2'])
}

function returnOnEquity({ scene, view, leg }: Held): Explained {
  const margin = entryMargin(view.entryNotional, view.leverage)
  if (margin.isZero()) return figure(view.roe, plainNumber(0))
  const pnl = given('unrealizedPnl', view.unrealizedPnl, { figure: refIn(scene, 'position.unrealizedPnl', { leg: view.leg }) })
  const entry = quotientOf(entryTerm(leg), leverageTerm(leg))
  return figure(view.roe, firstThatGives(view.roe, [postedOf(quotientOf(pnl, entry))], postedOf(quotientOf(pnl, postedOf(entry, 'up')))), ['M3'])
}

function levelFigure(held: Held, field: keyof typeof LEVELS): Explained {
  return levelOf(held.scene, held.position, solved(held, field), LEVELS[field])
}

function distance(held: Held, field: keyof typeof LEVELS): Explained {
  const { scene, view, leg } = held
  const level = solved(held, field)
  if (level.type === 'none') return noFigure(level.reason, ['M1'])
  if (view.mark.isZero()) return noFigure('price-of-zero')
  const price = given('liquidationPrice', level.price, { figure: refIn(scene, `position.${field}`, { leg: view.leg }) })
  const formula = quotientOf(difference(price, markTerm(leg)), magnitudeOf(markTerm(leg)))
  return figure(level.price.minus(view.mark).div(view.mark.abs()), formula, ['M1'])
}

/** What the leg has realised with fees and funding. */
export function realizedOf({ account }: AccountScene, { leg, entryNotional }: Position): Quote {
  const totals = account.totals.get(leg)
  return asQuote(totals === undefined ? entryNotional.times(0) : totals.realizedPnl.plus(totals.fees).plus(totals.funding))
}

function breakEven({ scene, position, leg }: Held): Explained {
  if (position.type === 'spot') return noFigure('no-contract')
  const realized = realizedOf(scene, position)
  const { taker } = scene.rules.fees
  const price = breakEvenPrice(position, { realized, fee: taker })
  if (typeof price === 'string') return noFigure(price, ['M17'])
  const made = given('realized', realized, { figure: refIn(scene, 'position.realized', { leg: position.leg }) })
  const fee = productOf(magnitudeOf(quantityTerm(leg)), given('takerRate', taker))
  const entry = entryValueTerm(leg)
  const formula = position.type === 'inverse' ? quotientOf(sumOf(quantityTerm(leg), fee), difference(made, entry)) : quotientOf(difference(entry, made), difference(quantityTerm(leg), fee))
  return figure(price, formula, ['M17'])
}

function fundingRate(scene: AccountScene, { position }: LegTerms): Explained {
  const known = knownFunding(scene, position.instrument)
  const { funding } = known
  if (funding.type === 'none' || position.type === 'spot') return noFigure(position.type === 'spot' ? 'no-funding' : noFundingReason(known), ['F1', 'F5'])
  return figure(fundingRateOf(funding, position.instrument, scene.marks), fundingRateTerm(scene, position.instrument), ['F1', 'F2'])
}

function fundingPrice(scene: AccountScene, { position }: LegTerms): Explained {
  const known = knownFunding(scene, position.instrument)
  const { funding } = known
  if (funding.type === 'none' || position.type === 'spot') return noFigure(position.type === 'spot' ? 'no-funding' : noFundingReason(known), ['F1', 'F5'])
  return figure(priceOf(scene.marks, position.instrument, funding.price), fundingPriceTerm(scene, position), ['F1', 'K4'])
}

function fundingPriceTerm(scene: AccountScene, { instrument }: Position): Expression {
  const { funding } = knownFunding(scene, instrument)
  const kind = funding.type === 'none' ? 'mark' : funding.price
  return given('mark', priceOf(scene.marks, instrument, kind), { figure: kindRef(scene, standingKey(scene.marks, instrument, kind)) })
}

/** -value x rate; the value of an inverse contract has the sign against its side. */
function nextFunding({ scene, position, leg }: Held): Explained {
  const known = knownFunding(scene, position.instrument)
  const payment = fundingPayment(position, known.funding, scene.marks)
  if (payment === undefined) return noFigure(known.funding.type === 'none' && position.type !== 'spot' ? noFundingReason(known) : 'no-funding', ['F1', 'F5'])
  const rate = given('fundingRate', payment.rate, { figure: refIn(scene, 'position.fundingRate', { leg: position.leg }) })
  const worth = valueTerm(position.type, quantityTerm(leg), fundingPriceTerm(scene, position))
  return figure(payment.amount, postedOf(productOf(worth, position.type === 'inverse' ? rate : negativeOf(rate))), ['F1', 'N2'])
}

function haircutShare({ view, leg, scene }: Held): Explained {
  if (view.type !== 'spot') return noFigure('no-asset', ['C1'])
  const value = view.notional.isZero() ? new Decimal(0) : view.initialMargin.div(view.notional).toDecimalPlaces(12)
  if (view.notional.isZero()) return figure(value, plainNumber(0), ['C1'])
  const haircut = given('haircut', view.initialMargin, { figure: refIn(scene, 'position.haircut', { leg: view.leg }) })
  return figure(value, postedOf(quotientOf(haircut, notionalTerm(leg))), ['C1'])
}

