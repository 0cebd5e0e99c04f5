import { notionalOf } from '../../instruments/valuation.ts'
import type { Pool, Position } from '../../ledger/Account.ts'
import { exactPnl } from '../../margin/legFigures.ts'
import type { LiquidationPrice } from '../../margin/LiquidationPrice.ts'
import { markOf } from '../../margin/Marks.ts'
import { pieceAt } from '../../margin/piecewise.ts'
import { needs, requirementAt, requirementPieces, reservedExit } from '../../margin/requirement.ts'
import { roundingOf, type PriceQuestion } from '../../margin/solveLiquidationPrice.ts'
import { required } from '../../result/result.ts'
import { Decimal } from '../../units/decimal.ts'
import { asPrice, type Price } from '../../units/quantities.ts'
import type { Explanation, Expression, FigureRef } from '../Explanation.ts'
import { difference, firstThatGives, gives, given, magnitudeOf, negativeOf, plainNumber, productOf, quotientOf, rootOf, roundedExactly, sumOf } from '../expressions.ts'
import { pnlTerm, requirementTerm, valueTerm, type LegTerms } from './legFormulas.ts'

/** A price at which a pool fails, to be told as a formula. */
export interface LevelTerms {
  readonly question: PriceQuestion
  readonly level: Extract<LiquidationPrice, { type: 'price' }>
  readonly pool: Pool
  readonly refs: {
    readonly cash?: FigureRef
    readonly leg: (leg: string) => LegTerms['refs']
  }
}

/** More legs that stand still are told as one value each, and beyond that as one for all. */
const MOST_INLINE = 3
const MOST_APART = 50
/** A boundary is looked at from both sides. */
const SIDES = ['0', '-1e-30', '1e-30'] as const

/**
 * The formula of a liquidation or bankruptcy price, from the root's own piece of the requirement: r N + o of each leg that
 * moves, all else C. [M1, M13]
 *
 * Linear: C + sum(q P - V) = sum(r |q| P + o), so P = (sum V + sum o - C) / (sum q - sum r |q|).
 * Inverse: C + sum(-q / P - V) = sum(r |q| / P + o), so P = sum(q + r |q|) / (C - sum V - sum o); with what grows with the
 * square, g q^2 / P^2, the larger root of a quadratic.
 * Where the requirement jumps, the price at which the notional reaches the boundary F: P = F / |q|, inverse P = |q| / F.
 */
export function levelFormula(terms: LevelTerms): { readonly formula: Expression; readonly checks: Explanation['checks'] } {
  const { question, level } = terms
  const round = (root: Expression): Expression => rounded(terms, root)
  const found = SIDES.flatMap((side) => rootsAt(terms, side).map((each) => ({ root: each, side }))).find((each) => isRoot(each.root, level.exact) && gives(round(each.root), level.price))
  const root = found?.root
  const jumps = root === undefined ? jumpsOf(terms) : []
  const solved = given('liquidationPrice', level.exact, { of: question.others === 'together' ? 'together' : undefined })
  const formula = root === undefined ? firstThatGives(level.price, jumps.map(round), round(solved)) : round(root)
  return { formula, checks: jumps.some((each) => gives(round(each), level.price)) ? [] : checksOf(terms, found?.side ?? '0') }
}

/** A formula that only rounds to the same price is another one. */
function isRoot(root: Expression, exact: Decimal): boolean {
  const near = roundedExactly(root, new Decimal('1e-30'), 'half-even')
  try {
    return gives(near, exact) || gives(roundedExactly(difference(root, given('liquidationPrice', exact)), exact.abs().times('1e-20'), 'half-even'), new Decimal(0))
  } catch {
    return false
  }
}

function rounded({ question, level }: LevelTerms, root: Expression): Expression {
  const { tickSize } = required(question.instruments.get(question.position.instrument), question.position.instrument)
  return roundedExactly(root, tickSize, roundingOf(question.backing.rules.liquidationPriceRounding, level.direction === 'falling'))
}

/** A leg that moves, on its piece. */
interface Moving {
  readonly leg: LegTerms
  readonly mark: Price
  readonly rate: Decimal
  readonly offset: Decimal
  readonly growth: Decimal
}

function isMoving({ question: { position, others, instruments } }: LevelTerms, { instrument }: Position): boolean {
  return others === 'alone' ? instrument === position.instrument : instruments.get(instrument)?.beta.isZero() !== true
}

/** How far the market has to move, as a share, for this level. */
function moveTo({ question, level }: LevelTerms): Decimal {
  const mark = markOf(question.marks, question.position.instrument)
  const beta = betaOf(question, question.position.instrument)
  return level.exact.minus(mark).div(mark).div(beta)
}

function betaOf({ instruments, others }: PriceQuestion, instrument: string): Decimal {
  return others === 'alone' ? new Decimal(1) : (instruments.get(instrument)?.beta ?? new Decimal(1))
}

function legTerms({ question, refs }: LevelTerms, position: Position): LegTerms {
  const { backing, marks } = question
  return { position, mark: markOf(marks, position.instrument), rules: backing.rules, of: backing.positions.length > 1 ? position.leg : undefined, refs: refs.leg(position.leg) }
}

function movingOf(terms: LevelTerms, side: string): readonly Moving[] {
  const { backing, position: own } = terms.question
  const move = moveTo(terms)
  return backing.positions.filter((each) => isMoving(terms, each)).map((position) => {
    const leg = legTerms(terms, position)
    const at = position.instrument === own.instrument ? terms.level.exact : leg.mark.times(move.times(betaOf(terms.question, position.instrument)).plus(1))
    const notional = notionalOf(position, asPrice(at))
    if (backing.need === 'nothing') return { leg, mark: leg.mark, rate: ZERO, offset: ZERO, growth: ZERO }
    const need = requirementPieces(position, backing.rules)
    const { rate, offset } = pieceAt(need, notional.plus(notional.times(side)))
    return { leg, mark: leg.mark, rate, offset, growth: need.growth }
  })
}

const ZERO = new Decimal(0)

/** Cash, and what does not move: each with its sign. */
function fixedTerms(terms: LevelTerms): readonly Expression[] {
  const { question: { backing }, pool, refs } = terms
  const cash = given(pool.type === 'isolated' ? 'margin' : 'cash', pool.cash, { figure: refs.cash })
  const others = pool.others === undefined ? [] : [given('othersPnl', pool.others.unrealizedPnl)]
  if (backing.need === 'nothing') return [cash, ...others, ...stillTerms(terms)]
  const reserved = reservedExit(pool, backing.positions, backing.rules)
  const needs = [...(reserved.isZero() ? [] : [negativeOf(given('reservedExit', reserved))]), ...(pool.others === undefined ? [] : [negativeOf(given('othersMaintenance', pool.others.maintenanceMargin))])]
  return [cash, ...others, ...needs, ...stillTerms(terms)]
}

/** What legs that stand still add: PnL less requirement. */
function stillTerms(terms: LevelTerms): readonly Expression[] {
  const { question: { backing, marks } } = terms
  const still = backing.positions.filter((each) => !isMoving(terms, each))
  const needed = backing.need === 'maintenance'
  const surplus = (position: Position): Decimal => {
    const mark = markOf(marks, position.instrument)
    const pnl = exactPnl(position, mark)
    return needed ? pnl.minus(requirementAt(position, mark, backing.rules)) : pnl
  }
  if (still.length > MOST_APART) return [given('otherLegs', still.reduce((total: Decimal, each) => total.plus(surplus(each)), ZERO))]
  if (still.length > MOST_INLINE) return still.map((each) => given('otherLegs', surplus(each), { of: each.leg }))
  return still.flatMap((each) => {
    const leg = legTerms(terms, each)
    return needed ? [pnlTerm(leg), negativeOf(requirementTerm(leg))] : [pnlTerm(leg)]
  })
}

/** Candidates for the root, the most readable first. */
function rootsAt(terms: LevelTerms, side: string): readonly Expression[] {
  const moving = movingOf(terms, side)
  const instruments = new Set(moving.map(({ leg }) => leg.position.instrument))
  const isInverse = moving.some(({ leg }) => leg.position.type === 'inverse')
  if (instruments.size > 1) return isInverse ? [] : [movedTerm(terms, moving)]
  if (!isInverse) return [linearRoot(terms, moving, 'price'), linearRoot(terms, moving, 'value')]
  if (moving.some(({ growth }) => !growth.isZero())) return quadraticRoots(terms, moving)
  return [inverseRoot(terms, moving, 'price'), inverseRoot(terms, moving, 'value')]
}

type EntryAs = 'price' | 'value'

function linearRoot(terms: LevelTerms, moving: readonly Moving[], entry: EntryAs): Expression {
  const over = sumOf(...moving.map((each) => entryTerm(each, entry)), ...fixedTerms(terms).map(opposite), ...moving.flatMap(offsetTerms))
  return quotientOf(over, sumOf(...moving.map((each) => shareTerm(each, each.leg.position.qty.isNegative() ? 'plus' : 'minus'))))
}

function inverseRoot(terms: LevelTerms, moving: readonly Moving[], entry: EntryAs): Expression {
  return quotientOf(overTerm(moving), underTerm(terms, moving, entry))
}

function overTerm(moving: readonly Moving[]): Expression {
  return sumOf(...moving.map((each) => shareTerm(each, each.leg.position.qty.isNegative() ? 'minus' : 'plus')))
}

function underTerm(terms: LevelTerms, moving: readonly Moving[], entry: EntryAs): Expression {
  return sumOf(...fixedTerms(terms), ...moving.map((each) => opposite(entryTerm(each, entry))), ...moving.flatMap(offsetTerms).map(opposite))
}

/** (b + sqrt(b^2 + 4 A sum g q^2)) / 2A: A P^2 - b P - sum g q^2 = 0. */
function quadraticRoots(terms: LevelTerms, moving: readonly Moving[]): readonly Expression[] {
  const over = overTerm(moving)
  const squares = sumOf(...moving.map(({ leg, growth }) => productOf(given('slope', growth, { of: leg.of }), given('quantity', leg.position.qty, { of: leg.of }), given('quantity', leg.position.qty, { of: leg.of }))))
  return (['price', 'value'] as const).flatMap((entry) => {
    const under = underTerm(terms, moving, entry)
    const root = rootOf(sumOf(productOf(over, over), productOf(plainNumber(4), under, squares)))
    const twice = productOf(plainNumber(2), under)
    return [quotientOf(sumOf(over, root), twice), quotientOf(difference(over, root), twice)]
  })
}

/** q E, inverse -q / E; or the value as the ledger keeps it. */
function entryTerm({ leg }: Moving, as: EntryAs): Expression {
  const { position, of, refs } = leg
  if (as === 'value') return given('entryValue', position.entryNotional, { of, figure: refs?.entryNotional })
  const price = position.type === 'inverse' ? position.qty.neg().div(position.entryNotional) : position.entryNotional.div(position.qty)
  return valueTerm(position.type, quantityTerm(leg), given('entryPrice', price, { of, figure: refs?.entryPrice }))
}

function quantityTerm({ position, of, refs }: LegTerms): Expression {
  return given('quantity', position.qty, { of, figure: refs?.qty })
}

/** q (1 - r) or q (1 + r). */
function shareTerm({ leg, rate }: Moving, way: 'plus' | 'minus'): Expression {
  const quantity = quantityTerm(leg)
  if (rate.isZero()) return quantity
  const share = rateTerm(leg, rate)
  return productOf(quantity, way === 'plus' ? sumOf(plainNumber(1), share) : difference(plainNumber(1), share))
}

/** m, or m + f where the cost of closing is a share as well. */
function rateTerm({ position, rules, of }: LegTerms, rate: Decimal): Expression {
  const exit = rules.exitCost.combine === 'sum' ? (needs(position, rules).exit.pieces[0]?.rate ?? ZERO) : ZERO
  const whole = given('maintenanceRate', rate, { of })
  return exit.isZero() || exit.gt(rate) ? whole : sumOf(given('maintenanceRate', rate.minus(exit), { of }), given('exitRate', exit, { of }))
}

/** o, as -c where it takes away. */
function offsetTerms({ leg, offset }: Moving): readonly Expression[] {
  if (offset.isZero()) return []
  return [offset.isNegative() ? negativeOf(given('maintenanceAmount', offset.neg(), { of: leg.of })) : given('exitFixed', offset, { of: leg.of })]
}

function opposite(term: Expression): Expression {
  return term.type === 'negative' ? term.of : negativeOf(term)
}

/** All prices move by x: p (1 + b x), x = surplus now / what a unit of x takes from it. */
function movedTerm(terms: LevelTerms, moving: readonly Moving[]): Expression {
  const parts = moving.map(({ leg, rate }) => {
    const value = productOf(quantityTerm(leg), markTermOf(leg))
    const need = rate.isZero() ? undefined : productOf(rateTerm(leg, rate), magnitudeOf(value))
    return { leg, value, need, net: need === undefined ? value : difference(value, need) }
  })
  const surplus = sumOf(...fixedTerms(terms), ...parts.flatMap(({ net }, i) => [net, negativeOf(entryTerm(required(moving[i], 'a leg'), 'value'))]), ...moving.flatMap(offsetTerms).map(opposite))
  const gain = sumOf(...parts.map(({ leg, net }) => timesBeta(terms, leg.position.instrument, net)))
  return moved(terms, negativeOf(quotientOf(surplus, gain)))
}

function moved(terms: LevelTerms, move: Expression): Expression {
  const own = legTerms(terms, terms.question.position)
  return productOf(markTermOf(own), sumOf(plainNumber(1), timesBeta(terms, own.position.instrument, move)))
}

function timesBeta({ question }: LevelTerms, instrument: string, term: Expression): Expression {
  const beta = betaOf(question, instrument)
  return beta.eq(1) ? term : productOf(given('beta', beta, { of: instrument }), term)
}

function markTermOf({ position, mark, refs }: LegTerms): Expression {
  return given('testPrice', mark, { of: position.instrument, figure: refs?.mark })
}

/** Where the notional of a leg reaches a boundary at which its requirement jumps. */
function jumpsOf(terms: LevelTerms): readonly Expression[] {
  const { question: { backing, position: own }, level } = terms
  if (backing.need === 'nothing') return []
  const move = moveTo(terms)
  return movingOf(terms, '0').flatMap(({ leg }) => {
    const { position } = leg
    const at = position.instrument === own.instrument ? level.exact : leg.mark.times(move.times(betaOf(terms.question, position.instrument)).plus(1))
    const notional = notionalOf(position, asPrice(at))
    const floors = requirementPieces(position, backing.rules).pieces.slice(1).map(({ floor }) => new Decimal(floor.num.div(floor.den).toSignificantDigits(Decimal.precision)))
    return floors.filter((floor) => floor.minus(notional).abs().lte(floor.times('1e-20'))).map((floor) => boundaryTerm(terms, leg, floor))
  })
}

function boundaryTerm(terms: LevelTerms, leg: LegTerms, floor: Decimal): Expression {
  const { position } = leg
  const size = magnitudeOf(quantityTerm(leg))
  const value = given('tierFloor', floor, { of: leg.of })
  const price = position.type === 'inverse' ? quotientOf(size, value) : quotientOf(value, size)
  if (position.instrument === terms.question.position.instrument) return price
  const share = difference(quotientOf(price, markTermOf(leg)), plainNumber(1))
  const beta = betaOf(terms.question, position.instrument)
  return moved(terms, beta.eq(1) ? share : quotientOf(share, given('beta', beta, { of: position.instrument })))
}

/** Equity equals requirement at the unrounded price. */
function checksOf(terms: LevelTerms, side: string): Explanation['checks'] {
  const { question: { backing, position: own }, level } = terms
  const moving = movingOf(terms, side)
  if (moving.length + backing.positions.length > MOST_APART) return []
  const move = moveTo(terms)
  const at = (leg: LegTerms): Expression => {
    const { instrument } = leg.position
    return given('liquidationPrice', instrument === own.instrument ? level.exact : leg.mark.times(move.times(betaOf(terms.question, instrument)).plus(1)), { of: instrument })
  }
  const value = (leg: LegTerms): Expression => valueTerm(leg.position.type, quantityTerm(leg), at(leg))
  const equity = sumOf(...fixedTerms(terms), ...moving.map(({ leg }) => difference(value(leg), entryTerm({ leg, mark: leg.mark, rate: ZERO, offset: ZERO, growth: ZERO }, 'value'))))
  const need = moving.flatMap((each) => {
    const notional = magnitudeOf(value(each.leg))
    const line = each.rate.isZero() ? [] : [productOf(notional, rateTerm(each.leg, each.rate))]
    const growth = each.growth.isZero() ? [] : [productOf(notional, notional, given('slope', each.growth, { of: each.leg.of }))]
    return [...line, ...growth, ...offsetTerms(each)]
  })
  return [{ name: backing.need === 'nothing' ? 'equityIsNothing' : 'equityEqualsRequirement', left: equity, right: need.length === 0 ? plainNumber(0) : sumOf(...need) }]
}
