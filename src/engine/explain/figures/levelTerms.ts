import { notionalOf } from '../../instruments/valuation.ts'
import type { Pool, Position } from '../../ledger/Account.ts'
import { exactPnl } from '../../margin/legFigures.ts'
import type { LiquidationPrice } from '../../margin/LiquidationPrice.ts'
import { markOf } from '../../margin/Marks.ts'
import { pieceAt } from '../../margin/piecewise.ts'
import { needs, requirementAt, requirementPieces, reservedExit, reservesExit } from '../../margin/requirement.ts'
import type { PriceQuestion } from '../../margin/solveLiquidationPrice.ts'
import { Decimal } from '../../units/decimal.ts'
import { asPrice, type Price } from '../../units/quantities.ts'
import type { Expression, FigureRef } from '../Explanation.ts'
import { difference, given, negativeOf, plainNumber, productOf, quotientOf, sumOf } from '../expressions.ts'
import type { ValueName } from '../valueNames.ts'
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
export const MOST_APART = 50
/** A leg that moves, on its piece. */
export interface Moving {
  readonly leg: LegTerms
  readonly mark: Price
  readonly rate: Decimal
  readonly offset: Decimal
  readonly growth: Decimal
}

export function isMoving({ question: { position, others, instruments } }: LevelTerms, { instrument }: Position): boolean {
  return others === 'alone' ? instrument === position.instrument : instruments.get(instrument)?.beta.isZero() !== true
}

/** How far the market has to move, as a share, for this level. */
export function moveTo({ question, level }: LevelTerms): Decimal {
  const mark = markOf(question.marks, question.position.instrument)
  const beta = betaOf(question, question.position.instrument)
  return level.exact.minus(mark).div(mark).div(beta)
}

export function betaOf({ instruments, others }: PriceQuestion, instrument: string): Decimal {
  return others === 'alone' ? new Decimal(1) : (instruments.get(instrument)?.beta ?? new Decimal(1))
}

export function legTerms({ question, refs }: LevelTerms, position: Position): LegTerms {
  const { backing, marks } = question
  return { position, mark: markOf(marks, position.instrument), rules: backing.rules, of: backing.positions.length > 1 ? position.leg : undefined, refs: refs.leg(position.leg) }
}

export function movingOf(terms: LevelTerms, side: string): readonly Moving[] {
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

export const ZERO = new Decimal(0)

/** Cash, and what does not move: each with its sign. */
export function fixedTerms(terms: LevelTerms): readonly Expression[] {
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

export type EntryAs = 'price' | 'value'

/** q E, inverse -q / E; or the value as the ledger keeps it. */
export function entryTerm({ leg }: Moving, as: EntryAs): Expression {
  const { position, of, refs } = leg
  if (as === 'value') return given('entryValue', position.entryNotional, { of, figure: refs?.entryNotional })
  const price = position.type === 'inverse' ? position.qty.neg().div(position.entryNotional) : position.entryNotional.div(position.qty)
  return valueTerm(position.type, quantityTerm(leg), given('entryPrice', price, { of, figure: refs?.entryPrice }))
}

export function quantityTerm({ position, of, refs }: LegTerms): Expression {
  return given('quantity', position.qty, { of, figure: refs?.qty })
}

/** q (1 - r) or q (1 + r). */
export function shareTerm({ leg, rate }: Moving, way: 'plus' | 'minus'): Expression {
  const quantity = quantityTerm(leg)
  if (rate.isZero()) return quantity
  const share = rateTerm(leg, rate)
  return productOf(quantity, way === 'plus' ? sumOf(plainNumber(1), share) : difference(plainNumber(1), share))
}

/** m, or m + f where the cost of closing is a share as well. */
export function rateTerm({ position, rules, of }: LegTerms, rate: Decimal): Expression {
  const exit = rules.exitCost.combine === 'sum' ? (needs(position, rules).exit.pieces[0]?.rate ?? ZERO) : ZERO
  const whole = given('maintenanceRate', rate, { of })
  return exit.isZero() || exit.gt(rate) ? whole : sumOf(given('maintenanceRate', rate.minus(exit), { of }), given('exitRate', exit, { of }))
}

/** o, as -c where it takes away. */
export function offsetTerms({ leg, rate, offset }: Moving): readonly Expression[] {
  if (offset.isZero()) return []
  return [offset.isNegative() ? negativeOf(given('maintenanceAmount', offset.neg(), { of: leg.of })) : given(offsetName(leg, { rate, offset }), offset, { of: leg.of })]
}

/** What a constant part of the requirement is: the least margin, what is taken at entry, or a fixed cost. */
function offsetName({ rules }: LegTerms, { rate, offset }: Pick<Moving, 'rate' | 'offset'>): ValueName {
  if (rate.isZero() && offset.eq(rules.minimumMaintenance)) return 'leastMaintenance'
  if (rules.maintenanceOn !== 'entry') return 'exitFixed'
  return rules.exitCost.rate.isZero() || reservesExit(rules) ? 'maintenanceMargin' : 'requirement'
}

export function opposite(term: Expression): Expression {
  return term.type === 'negative' ? term.of : negativeOf(term)
}

export function timesBeta({ question }: LevelTerms, instrument: string, term: Expression): Expression {
  const beta = betaOf(question, instrument)
  return beta.eq(1) ? term : productOf(given('beta', beta, { of: instrument }), term)
}

export function markTermOf({ position, mark, refs }: LegTerms): Expression {
  return given('testPrice', mark, { of: position.instrument, figure: refs?.mark })
}

/** q / E of an inverse contract, or -V as the ledger keeps it. */
export function coinsAtEntry(each: Moving, as: EntryAs): Expression {
  const term = entryTerm(each, as)
  return term.type === 'quotient' && term.over.type === 'negative' ? quotientOf(term.over.of, term.under) : opposite(term)
}
