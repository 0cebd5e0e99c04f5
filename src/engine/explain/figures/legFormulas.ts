import { bankruptcyMultiple, notionalOf } from '../../instruments/valuation.ts'
import type { Pool, Position } from '../../ledger/Account.ts'
import { pieceAt } from '../../margin/piecewise.ts'
import { exitCostOf, growthOf, maintenanceBase, maintenanceOf, maintenanceRateOf, needs, requirementAt, reservedFor, reservesExit, tierIndexOf, tiersOf } from '../../margin/requirement.ts'
import { required } from '../../result/result.ts'
import type { Decimal } from '../../units/decimal.ts'
import { asQuote, type Price } from '../../units/quantities.ts'
import type { Rules } from '../../venues/Rules.ts'
import type { Expression, FigureRef } from '../Explanation.ts'
import { difference, firstThatGives, given, greatestOf, magnitudeOf, negativeOf, plainNumber, productOf, quotientOf, sumOf } from '../expressions.ts'

/** A position at a price, as formulas write it. */
export interface LegTerms {
  readonly position: Position
  readonly mark: Price
  readonly rules: Rules
  /** Its name, where a formula has several legs. */
  readonly of?: string | undefined
  readonly refs?: { readonly qty?: FigureRef; readonly entryNotional?: FigureRef; readonly entryPrice?: FigureRef; readonly mark?: FigureRef; readonly leverage?: FigureRef; readonly cash?: FigureRef } | undefined
}

export function quantityTerm({ position, of, refs }: LegTerms): Expression {
  return given('quantity', position.qty, { of, figure: refs?.qty })
}

export function markTerm({ mark, of, refs }: LegTerms): Expression {
  return given('mark', mark, { of, figure: refs?.mark })
}

/** The signed value at entry. */
export function entryValueTerm({ position, of, refs }: LegTerms): Expression {
  return given('entryValue', position.entryNotional, { of, figure: refs?.entryNotional })
}

export function leverageTerm({ position, of, refs }: LegTerms): Expression {
  return given('leverage', position.leverage, { of, figure: refs?.leverage })
}

/** Signed value of a quantity at a price: q P; of an inverse contract -q / P. */
export function valueTerm(type: Position['type'], quantity: Expression, price: Expression): Expression {
  return type === 'inverse' ? quotientOf(negativeOf(quantity), price) : productOf(quantity, price)
}

/** |value| of a quantity at a price: |q P|; of an inverse contract |q| / P. */
export function sizeTerm(type: Position['type'], quantity: Expression, price: Expression): Expression {
  return type === 'inverse' ? quotientOf(magnitudeOf(quantity), price) : magnitudeOf(productOf(quantity, price))
}

/** |value| at the mark. */
export function notionalTerm(leg: LegTerms): Expression {
  return sizeTerm(leg.position.type, quantityTerm(leg), markTerm(leg))
}

/** |value| at entry. */
export function entryTerm(leg: LegTerms): Expression {
  return magnitudeOf(entryValueTerm(leg))
}

/** Unrealised PnL before it is rounded: value now less value at entry. */
export function pnlTerm(leg: LegTerms): Expression {
  return difference(valueTerm(leg.position.type, quantityTerm(leg), markTerm(leg)), entryValueTerm(leg))
}

/** Maintenance margin before it is rounded; of an asset its haircut. [M4, M8, M9, M18, C1] */
export function maintenanceTerm(leg: LegTerms): Expression {
  const { position, mark, rules, of } = leg
  const exact = maintenanceOf(position, mark, rules)
  return firstThatGives(exact, [atEntry(leg), onPiece(leg)], given(position.type === 'spot' ? 'haircut' : 'maintenanceMargin', exact, { of }))
}

/** On the value at entry, where the rules take that. */
function atEntry(leg: LegTerms): Expression | undefined {
  const { position, mark, rules, of } = leg
  if (position.type === 'spot' || rules.maintenanceOn !== 'entry' || rules.tierRates === 'by-part') return undefined
  const base = maintenanceBase(position, mark, rules)
  const tier = required(tiersOf(rules, position.instrument)[tierIndexOf(position, base, rules)], 'a tier')
  const rate = maintenanceRateOf(tier, position, rules).plus(growthOf(position, rules).times(base))
  const whole = lineTerm(entryTerm(leg), { rate, amount: tier.maintenanceAmount, of })
  const exact = maintenanceOf(position, mark, rules)
  return firstThatGives(exact, [whole], greatestOf(whole, given('leastMaintenance', rules.minimumMaintenance, { of })))
}

/** N m - c on the piece that holds N; the least margin where that is more. */
function onPiece(leg: LegTerms): Expression {
  const { position, mark, rules, of } = leg
  const { maintenance } = needs(position, rules)
  const { rate, offset } = pieceAt(maintenance, notionalOf(position, mark))
  if (rate.isZero() && maintenance.growth.isZero()) return given('leastMaintenance', offset, { of })
  const notional = notionalTerm(leg)
  const line = lineTerm(notional, { rate, amount: offset.neg(), of, isHaircut: position.type === 'spot' })
  return maintenance.growth.isZero() ? line : sumOf(line, productOf(notional, notional, given('slope', maintenance.growth, { of })))
}

function lineTerm(base: Expression, line: { readonly rate: Decimal; readonly amount: Decimal; readonly of: string | undefined; readonly isHaircut?: boolean }): Expression {
  const { rate, amount, of, isHaircut = false } = line
  const product = productOf(base, given(isHaircut ? 'haircutRate' : 'maintenanceRate', rate, { of }))
  return amount.isZero() ? product : difference(product, given(isHaircut ? 'haircutAmount' : 'maintenanceAmount', amount, { of }))
}

/** 1 - 1/L or 1 + 1/L: the value at bankruptcy as a multiple of that now. */
export function multipleTerm(leg: LegTerms): Expression {
  const { position } = leg
  const part = quotientOf(plainNumber(1), leverageTerm(leg))
  return bankruptcyMultiple(position, position.leverage).lt(1) ? difference(plainNumber(1), part) : sumOf(plainNumber(1), part)
}

/** The counted cost of closing before it is rounded; undefined where the rules count none. [M5, M14] */
export function exitTerm(leg: LegTerms): Expression | undefined {
  const { position, mark, rules, of } = leg
  const { rate, on, fixed } = rules.exitCost
  const exact = exitCostOf(position, mark, rules)
  if (position.type === 'spot' || (rate.isZero() && fixed.isZero())) return undefined
  const share = given('exitRate', rate, { of })
  const terms: Readonly<Record<Rules['exitCost']['on'], () => Expression | undefined>> = {
    mark: () => productOf(notionalTerm(leg), share),
    'mark-bankruptcy': () => productOf(notionalTerm(leg), productOf(share, multipleTerm(leg))),
    entry: () => productOf(entryTerm(leg), share),
    'entry-bankruptcy': () => productOf(entryTerm(leg), multipleTerm(leg), share),
    'margin-bankruptcy': () => undefined,
    'pool-bankruptcy': () => undefined,
  }
  const cost = terms[on]()
  const last = fixed.isZero() ? [] : [given('exitFixed', fixed, { of })]
  const parts = [...(cost === undefined ? [] : [cost]), ...last]
  return parts.length === 0 ? undefined : firstThatGives(exact, [sumOf(...parts)], given('exitCost', exact, { of }))
}

/** What the margin of the pool sets aside for closing, before it is rounded; undefined where the rules set nothing aside. [M14] */
export function reservedTerm(leg: LegTerms, pool: Pool, alone: boolean): Expression | undefined {
  const { position, rules, of, refs } = leg
  if (position.type === 'spot' || !reservesExit(rules)) return undefined
  const exact = reservedFor(position, pool, { alone, rules })
  const fee = given('exitRate', rules.exitCost.rate, { of })
  const cash = given('margin', pool.cash, { figure: refs?.cash })
  const gains = (position.type === 'inverse') === position.qty.isNegative()
  const worth = gains
    ? quotientOf(difference(entryTerm(leg), cash), difference(plainNumber(1), fee))
    : quotientOf(sumOf(entryTerm(leg), cash), sumOf(plainNumber(1), fee))
  const byLeverage = productOf(entryTerm(leg), multipleTerm(leg), fee)
  return firstThatGives(exact, [productOf(worth, fee), productOf(greatestOf(worth, plainNumber(0)), fee), byLeverage], given('reservedExit', exact, { of }))
}

/** Its part of the liquidation test before it is rounded, without what the pool's margin sets aside. [M4, M5] */
export function requirementTerm(leg: LegTerms): Expression {
  const { position, mark, rules, of } = leg
  const exact = requirementAt(position, mark, rules)
  const maintenance = maintenanceTerm(leg)
  const exit = exitTerm(leg)
  const both = exit === undefined ? maintenance : rules.exitCost.combine === 'larger' ? greatestOf(maintenance, exit) : sumOf(maintenance, exit)
  return firstThatGives(exact, [both, combinedTerm(leg)], given('requirement', exact, { of }))
}

/** Both rates at once, as the piece has them. */
function combinedTerm(leg: LegTerms): Expression {
  const { position, mark, rules, of } = leg
  const { requirement } = needs(position, rules)
  const { rate, offset } = pieceAt(requirement, notionalOf(position, mark))
  const notional = notionalTerm(leg)
  const line = sumOf(productOf(notional, given('maintenanceRate', rate, { of })), given('exitFixed', asQuote(offset), { of }))
  return requirement.growth.isZero() ? line : sumOf(line, productOf(notional, notional, given('slope', requirement.growth, { of })))
}

