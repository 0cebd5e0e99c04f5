import { notionalOf } from '../../instruments/valuation.ts'
import { requirementPieces } from '../../margin/requirement.ts'
import { roundingOf } from '../../margin/solveLiquidationPrice.ts'
import { required } from '../../result/result.ts'
import { Decimal } from '../../units/decimal.ts'
import { asPrice } from '../../units/quantities.ts'
import type { Explanation, Expression } from '../Explanation.ts'
import { evaluate } from '../evaluate.ts'
import { difference, firstThatGives, gives, given, magnitudeOf, negativeOf, plainNumber, productOf, quotientOf, rootOf, roundedExactly, sumOf } from '../expressions.ts'
import { sizeTerm, valueTerm, type LegTerms } from './legFormulas.ts'
import { fixedTerms, MOST_APART, ZERO, betaOf, coinsAtEntry, entryTerm, legTerms, markTermOf, moveTo, movingOf, offsetTerms, opposite, quantityTerm, rateTerm, shareTerm, timesBeta, type EntryAs, type LevelTerms, type Moving } from './levelTerms.ts'

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
  const checks = checksOf(terms, found?.side ?? '0')
  // Where the requirement jumps the surplus changes its sign without being nothing.
  return { formula, checks: found === undefined ? checks.filter(balances) : checks }
}

function balances({ left, right }: Explanation['checks'][number]): boolean {
  const [a, b] = [evaluate(left), evaluate(right)]
  return a.minus(b).abs().lte(Decimal.max(a.abs(), b.abs()).times('1e-18'))
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
  return sumOf(...fixedTerms(terms), ...moving.map((each) => coinsAtEntry(each, entry)), ...moving.flatMap(offsetTerms).map(opposite))
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
    const notional = sizeTerm(each.leg.position.type, quantityTerm(each.leg), at(each.leg))
    const line = each.rate.isZero() ? [] : [productOf(notional, rateTerm(each.leg, each.rate))]
    const growth = each.growth.isZero() ? [] : [productOf(notional, notional, given('slope', each.growth, { of: each.leg.of }))]
    return [...line, ...growth, ...offsetTerms(each)]
  })
  return [{ name: backing.need === 'nothing' ? 'equityIsNothing' : 'equityEqualsRequirement', left: equity, right: need.length === 0 ? plainNumber(0) : sumOf(...need) }]
}
