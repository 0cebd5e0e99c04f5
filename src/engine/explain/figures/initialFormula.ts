import { notionalOf } from '../../instruments/valuation.ts'
import type { Position } from '../../ledger/Account.ts'
import { bySymbol, initialOf, isInitialOnMark, leastInitialRate, maintenanceOf, openingMargin, statedInitialRate } from '../../margin/requirement.ts'
import { asQuote, QUANTUM, type Quote, type Rate } from '../../units/quantities.ts'
import type { Rules } from '../../venues/Rules.ts'
import type { Expression } from '../Explanation.ts'
import { difference, firstThatGives, given, greatestOf, leastOf, magnitudeOf, plainNumber, productOf, quotientOf, rootOf, roundedTo, sumOf } from '../expressions.ts'
import { entryTerm, leverageTerm, maintenanceTerm, markTerm, multipleTerm, notionalTerm, quantityTerm, type LegTerms } from './legFormulas.ts'

/** As it is stated: up to the quantum, or to the venue's own step. [N2, M10] */
export function statedTerm(amount: Expression, rules: Rules): Expression {
  return roundedTo(amount, rules.marginStep.isZero() ? QUANTUM : rules.marginStep, 'up')
}

/** Initial margin of an open position; of an asset its haircut. [M3] */
export function initialTerm(leg: LegTerms): Expression {
  const { position, mark, rules, of } = leg
  const exact = initialOf(position, mark, rules)
  const otherwise = given('initialMargin', exact, { of })
  if (position.type === 'spot') {
    const haircut = maintenanceOf(position, mark, rules)
    return firstThatGives(exact, [statedTerm(maintenanceTerm(leg), rules), statedTerm(given('haircut', haircut, { of }), rules)], otherwise)
  }
  const onMark = isInitialOnMark(position, rules)
  const base = onMark ? notionalTerm(leg) : entryTerm(leg)
  const notional = onMark ? notionalOf(position, mark) : asQuote(position.entryNotional.abs())
  const margin = statedTerm(marginTerm(leg, base, notional), rules)
  const exitOnMark = rules.exitCost.on === 'mark' || rules.exitCost.on === 'mark-bankruptcy'
  const formula = rules.initialWithExitCost ? sumOf(margin, statedTerm(exitOfTerm(leg, exitOnMark ? notionalTerm(leg) : entryTerm(leg)), rules)) : margin
  return firstThatGives(exact, [formula], otherwise)
}

/** Initial margin of opening so much at a price, `leg` being what is opened. [M3] */
export function openingTerm(leg: LegTerms): Expression {
  const { position, mark, rules, of } = leg
  const exact = openingMargin(position, mark, rules)
  const margin = statedTerm(marginTerm(leg, notionalTerm(leg), notionalOf(position, mark)), rules)
  const formula = rules.initialWithExitCost ? sumOf(margin, statedTerm(exitOfTerm(leg, notionalTerm(leg)), rules)) : margin
  return firstThatGives(exact, [formula], given('initialMargin', exact, { of }))
}

/** N / L, or N i where the tier asks for more. */
function marginTerm(leg: LegTerms, base: Expression, notional: Quote): Expression {
  const { position, mark, rules, of } = leg
  const byLeverage = quotientOf(base, leverageTerm(leg))
  const least = leastInitialRate(position, { price: mark, notional }, rules)
  return least === undefined ? byLeverage : greatestOf(byLeverage, productOf(base, given('leastInitialRate', least, { of })))
}

function exitOfTerm(leg: LegTerms, base: Expression): Expression {
  const { rules, of } = leg
  const { rate, on, fixed } = rules.exitCost
  const worth = on.endsWith('bankruptcy') ? productOf(base, multipleTerm(leg)) : base
  const cost = productOf(worth, given('exitRate', rate, { of }))
  return fixed.isZero() ? cost : sumOf(cost, given('exitFixed', fixed, { of }))
}

/** The share of the notional at the mark: 1 / L, or what the tier, the size and the open interest ask. [M3, M9] */
export function initialRateTerm(leg: LegTerms, exact: Rate): Expression {
  const { position, mark, rules, of } = leg
  const byLeverage = quotientOf(plainNumber(1), leverageTerm(leg))
  const notional = notionalOf(position, mark)
  const least = leastInitialRate(position, { price: mark, notional }, rules)
  if (least === undefined) return byLeverage
  const built = firstThatGives(least, [leastRateTerm(leg, notional)], given('leastInitialRate', least, { of }))
  return firstThatGives(exact, [greatestOf(byLeverage, built), byLeverage, built], given('initialRate', exact, { of }))
}

function leastRateTerm(leg: LegTerms, notional: Quote): Expression | undefined {
  const { position, rules, of } = leg
  const base = statedInitialRate(position, notional, rules)
  if (base === undefined) return undefined
  const scaled = scaledTerm(given('tierRate', base, { of }), initialSize(leg), { rules, position })
  const scaling = Object.hasOwn(rules.openInterest, position.instrument) ? rules.openInterest[position.instrument] : undefined
  if (scaling?.open === undefined || !scaling.upper.gt(scaling.lower)) return scaled
  const lower = given('openInterestLower', scaling.lower)
  const share = quotientOf(difference(productOf(given('openInterest', scaling.open), markTerm(leg)), lower), difference(given('openInterestUpper', scaling.upper), lower))
  const raised = sumOf(scaled, productOf(difference(plainNumber(1), scaled), greatestOf(plainNumber(0), leastOf(plainNumber(1), share))))
  return scaling.rateStep.isZero() ? raised : roundedTo(raised, scaling.rateStep, 'down')
}

/** Of an inverse contract the size is its coins in the linear form, its dollars under the root. */
function initialSize(leg: LegTerms): Expression {
  const isCoins = leg.position.type === 'inverse' && bySymbol(leg.rules.sizeScaling, leg.position.instrument).type === 'linear'
  return isCoins ? notionalTerm(leg) : magnitudeOf(quantityTerm(leg))
}

/** A rate that grows with the size. [M9] */
export function scaledTerm(base: Expression, size: Expression, { rules, position }: { readonly rules: Rules; readonly position: Position }): Expression {
  const scaling = bySymbol(rules.sizeScaling, position.instrument)
  if (scaling.type === 'none') return base
  if (scaling.type === 'linear') return sumOf(base, productOf(given('slope', scaling.slope), greatestOf(plainNumber(0), difference(size, given('sizeFrom', scaling.from)))))
  return greatestOf(base, sumOf(productOf(base, plainNumber('0.8')), productOf(given('sizeFactor', scaling.factor), rootOf(size))))
}

