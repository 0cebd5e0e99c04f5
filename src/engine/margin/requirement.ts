import { Decimal, roundToStep } from '../units/decimal.ts'
import { fraction } from '../units/fraction.ts'
import { asQuote, asRate, ONE_RATE, portion, posted, sum, ZERO, ZERO_QUOTE, ZERO_RATE, type Price, type Quote, type Rate } from '../units/quantities.ts'
import { required } from '../result/result.ts'
import { poolTypeOf } from '../pools/Walls.ts'
import { bankruptcyMultiple, bankruptcyNotional, notionalOf, type Holding } from '../instruments/valuation.ts'
import type { Pool, Position } from '../ledger/Account.ts'
import type { HaircutTable, Rules, SizeScaling, Tier, TierTable } from '../venues/Rules.ts'
import { backedLegs } from './backedLegs.ts'
import { constant, larger, line, piece, plus, valueAt, type Piecewise } from './piecewise.ts'

/** The tier table of an instrument. */
export function tiersOf(rules: Rules, instrument: string): TierTable {
  return bySymbol(rules.tiers, instrument)
}

export function bySymbol<T>(table: { readonly default: T; readonly [symbol: string]: T }, symbol: string): T {
  return (Object.hasOwn(table, symbol) ? table[symbol] : undefined) ?? table.default
}

/** Index of the tier that holds N; the first one for N = 0. [M4] */
export function tierIndex(table: TierTable, amount: Decimal, boundary: Rules['tierBoundary'] = 'cap-inclusive'): number {
  const found = table.findIndex(({ cap }) => cap === undefined || (boundary === 'cap-inclusive' ? amount.lte(cap) : amount.lt(cap)))
  return found === -1 ? table.length - 1 : found
}

/** The index of the tier a holding is in, by what its rules count: its notional at a price, or its size. [M4, M8] */
export function tierIndexOf(holding: Holding, at: Quote, rules: Rules): number {
  const counted = rules.tiersBy === 'notional' ? at : holding.qty.abs()
  return tierIndex(tiersOf(rules, holding.instrument), counted, rules.tierBoundary)
}

function tierOf(holding: Holding, at: Quote, rules: Rules): Tier {
  return required(tiersOf(rules, holding.instrument)[tierIndexOf(holding, at, rules)], 'a tier')
}

/** The notional the maintenance rate applies to: at the mark, or at entry, as the rules say. [M4] */
export function maintenanceBase(position: Position, mark: Price, rules: Rules): Quote {
  return rules.maintenanceOn === 'mark' || position.type === 'spot' ? notionalOf(position, mark) : asQuote(position.entryNotional.abs())
}

/** What a rate becomes for a size. [M9] */
function scaled(base: Rate, size: Decimal, scaling: SizeScaling): Rate {
  if (scaling.type === 'none') return base
  if (scaling.type === 'linear') return asRate(base.plus(scaling.slope.times(Decimal.max(0, size.minus(scaling.from)))))
  return asRate(Decimal.max(base, base.times('0.8').plus(scaling.factor.times(size.sqrt()))))
}

/** What scales with the coins of an inverse contract changes with the price: it is no rate but a growth (`growthOf`). */
export function maintenanceRateOf(tier: Tier, holding: Holding, rules: Rules): Rate {
  const scaling = bySymbol(rules.sizeScaling, holding.instrument)
  return holding.type === 'inverse' && scaling.type === 'linear' ? tier.maintenanceRate : scaled(tier.maintenanceRate, holding.qty.abs(), scaling)
}

/** Of an inverse contract the size is its coins at the mark, N itself: a rate m + slope N asks for m N + slope N^2. [M9] */
export function growthOf(holding: Holding, rules: Rules): Decimal {
  const scaling = bySymbol(rules.sizeScaling, holding.instrument)
  return holding.type === 'inverse' && scaling.type === 'linear' ? scaling.slope : ZERO
}

/** The maintenance rate of a position at a mark, scaled by its size. */
export function maintenanceRateAt(position: Position, mark: Price, rules: Rules): Rate {
  const base = maintenanceBase(position, mark, rules)
  if (position.type === 'spot' || rules.tierRates === 'by-part') return asRate(base.isZero() ? ZERO : maintenanceOf(position, mark, rules).div(base))
  return asRate(maintenanceRateOf(tierOf(position, base, rules), position, rules).plus(growthOf(position, rules).times(base)))
}

interface Needs {
  readonly rules: Rules
  readonly maintenance: Piecewise
  readonly exit: Piecewise
  readonly requirement: Piecewise
}

const needsOf = new WeakMap<Position, Needs>()

/** What a position must hold as functions of its notional at the mark. A position never changes: computed once. */
export function needs(position: Position, rules: Rules): Needs {
  const known = needsOf.get(position)
  if (known?.rules === rules) return known
  const maintenance = maintenancePieces(position, rules)
  const exit = exitPieces(position, rules)
  const requirement = rules.exitCost.combine === 'larger' ? larger(maintenance, exit) : exit.pieces.length === 1 && isNothing(exit) ? maintenance : plus(maintenance, exit)
  const fresh = { rules, maintenance, exit, requirement }
  needsOf.set(position, fresh)
  return fresh
}

function isNothing({ pieces, growth }: Piecewise): boolean {
  return growth.isZero() && pieces.every((piece) => piece.rate.isZero() && piece.offset.isZero())
}

/** Maintenance margin and counted exit cost as a function of the notional at the mark: what the liquidation test asks of one position. */
export function requirementPieces(position: Position, rules: Rules): Piecewise {
  return needs(position, rules).requirement
}

function maintenancePieces(position: Position, rules: Rules): Piecewise {
  if (position.type === 'spot') return haircutPieces(position, rules.collateral[position.instrument])
  const least = constant(rules.minimumMaintenance)
  if (rules.tierRates === 'by-part') return larger(partPieces(position, rules), least)
  if (rules.maintenanceOn === 'entry') {
    const base = asQuote(position.entryNotional.abs())
    const tier = tierOf(position, base, rules)
    const rate = maintenanceRateOf(tier, position, rules).plus(growthOf(position, rules).times(base))
    return larger(constant(base.times(rate).minus(tier.maintenanceAmount)), least)
  }
  const tiers = rules.tiersBy === 'notional' ? tiersOf(rules, position.instrument) : [{ ...tierOf(position, ZERO_QUOTE, rules), floor: ZERO_QUOTE }]
  const pieces = tiers.map((tier) => piece(fraction(tier.floor, 1), maintenanceRateOf(tier, position, rules), tier.maintenanceAmount.neg()))
  return larger({ pieces, boundary: rules.tierBoundary, growth: growthOf(position, rules) }, least)
}

/** Each tier's rate for the part of the position inside it: slices of the notional, or, counted by size, one average rate. [M18] */
function partPieces(position: Position, rules: Rules): Piecewise {
  const table = tiersOf(rules, position.instrument)
  const base = rules.maintenanceOn === 'entry' ? asQuote(position.entryNotional.abs()) : undefined
  if (rules.tiersBy !== 'notional') {
    const average = averageRate(table, position.qty.abs(), (tier) => maintenanceRateOf(tier, position, rules))
    return base === undefined ? line(average, ZERO) : constant(base.times(average))
  }
  const pieces = slices(table.map((tier) => ({ floor: tier.floor, rate: maintenanceRateOf(tier, position, rules) })))
  const need: Piecewise = { pieces, boundary: 'cap-inclusive', growth: growthOf(position, rules) }
  return base === undefined ? need : constant(valueAt(need, base))
}

/** What the parts ask for together, as a share of the whole. 64 digits. */
function averageRate(table: TierTable, counted: Decimal, rateOf: (tier: Tier) => Rate): Rate {
  if (counted.isZero()) return rateOf(required(table[0], 'a tier'))
  const asked = table.reduce((total: Decimal, tier) => {
    const end = tier.cap === undefined ? counted : Decimal.min(counted, tier.cap)
    return total.plus(rateOf(tier).times(Decimal.max(0, end.minus(tier.floor))))
  }, ZERO)
  return asRate(asked.div(counted))
}

/** The part of collateral that does not count: each slice with its own haircut; all of an asset that is not listed. [C1] */
function haircutPieces(position: Position, table: HaircutTable | undefined): Piecewise {
  if (table === undefined) return line(ONE_RATE, ZERO)
  if (table.by === 'value') return { pieces: slices(table.slices.map(({ floor, haircut }) => ({ floor, rate: haircut }))), boundary: 'cap-inclusive', growth: ZERO }
  const size = position.qty.abs()
  const cut = table.slices.reduce((total, { floor, haircut }, i) => {
    const end = Decimal.min(size, table.slices[i + 1]?.floor ?? size)
    return total.plus(haircut.times(Decimal.max(0, end.minus(floor))))
  }, ZERO)
  return line(size.isZero() ? ZERO : cut.div(size), ZERO)
}

/** Pieces that meet: each rate for the part of N above its floor. */
function slices(table: readonly { readonly floor: Quote; readonly rate: Rate }[]): Piecewise['pieces'] {
  let offset: Decimal = ZERO
  return table.map(({ floor, rate }, i) => {
    const before = table[i - 1]
    if (before !== undefined) offset = offset.minus(floor.times(rate.minus(before.rate)))
    return piece(fraction(floor, 1), rate, offset)
  })
}

/** Costs of closing that the test counts; those at the bankruptcy price of the pool's margin are the pool's (`reservedExit`). [M5] */
function exitPieces(position: Position, rules: Rules): Piecewise {
  const { rate, on, fixed } = rules.exitCost
  if (position.type === 'spot') return constant(ZERO)
  const entry = position.entryNotional.abs()
  switch (on) {
    case 'mark': return line(rate, fixed)
    case 'mark-bankruptcy': return line(rate.times(bankruptcyMultiple(position, position.leverage)), fixed)
    case 'entry': return constant(entry.times(rate).plus(fixed))
    case 'entry-bankruptcy': return constant(entry.times(bankruptcyMultiple(position, position.leverage)).times(rate).plus(fixed))
    case 'margin-bankruptcy':
    case 'pool-bankruptcy': return constant(fixed)
  }
}

/**
 * Closing fees at the price that uses up the pool's cash, where the rules count those: of an isolated pool, or of one that
 * backs a single position. Several share the cash: each is taken at the bankruptcy price its leverage gives from entry. [M14]
 */
export function reservedExit(pool: Pool, positions: readonly Position[], rules: Rules): Quote {
  if (!reservesExit(rules)) return ZERO_QUOTE
  const backed = backedLegs(positions)
  return sum(backed.map((each) => reservedFor(each, pool, { alone: backed.length === 1, rules })))
}

/** Whether the closing fee is one that the pool's cash decides. */
export function reservesExit({ exitCost: { on } }: Rules): boolean {
  return on === 'margin-bankruptcy' || on === 'pool-bankruptcy'
}

/** One position's part of what its pool's margin sets aside for closing. [M14] */
export function reservedFor(position: Position, pool: Pool, { alone, rules }: { readonly alone: boolean; readonly rules: Rules }): Quote {
  const { on, rate } = rules.exitCost
  if (!reservesExit(rules)) return ZERO_QUOTE
  if (pool.type === 'isolated' || (alone && on === 'pool-bankruptcy')) return portion(bankruptcyNotional(position, position.entryNotional, { margin: pool.cash, fee: rate }), rate)
  return portion(asQuote(position.entryNotional.abs().times(bankruptcyMultiple(position, position.leverage))), rate)
}

/** Maintenance margin of one position, never below 0; of collateral its haircut. Exact. [M4] */
export function maintenanceOf(position: Position, mark: Price, rules: Rules): Quote {
  return asQuote(valueAt(needs(position, rules).maintenance, notionalOf(position, mark)))
}

/** Counted cost of closing at the mark; else 0. Exact. [M5] */
export function exitCostOf(position: Position, mark: Price, rules: Rules): Quote {
  return asQuote(valueAt(needs(position, rules).exit, notionalOf(position, mark)))
}

/** Maintenance margin and counted exit cost of one position: its part of the liquidation test. Exact. [M4, M5] */
export function requirementAt(position: Position, mark: Price, rules: Rules): Quote {
  return asQuote(valueAt(needs(position, rules).requirement, notionalOf(position, mark)))
}

/** A holding that is opened with a leverage. */
export interface Opening extends Holding {
  readonly leverage: Rate
}

/** The share of the notional that is the initial margin: 1 / leverage, or what the tier, the size and the open interest ask where that is more. [M3, M9] */
export function initialRateOf(opening: Opening, at: { readonly price: Price; readonly notional: Quote }, rules: Rules): Rate {
  const byLeverage = ONE_RATE.div(opening.leverage)
  const least = leastInitialRate(opening, at, rules)
  return asRate(least === undefined || byLeverage.gte(least) ? byLeverage : least)
}

export function leastInitialRate(opening: Opening, at: { readonly price: Price; readonly notional: Quote }, rules: Rules): Rate | undefined {
  const initialRate = statedInitialRate(opening, at.notional, rules)
  if (initialRate === undefined) return undefined
  const sizes = bySymbol(rules.sizeScaling, opening.instrument)
  const base = scaled(initialRate, opening.type === 'inverse' && sizes.type === 'linear' ? at.notional : opening.qty.abs(), sizes)
  const scaling = Object.hasOwn(rules.openInterest, opening.instrument) ? rules.openInterest[opening.instrument] : undefined
  if (scaling?.open === undefined || !scaling.upper.gt(scaling.lower)) return base
  const share = scaling.open.times(at.price).minus(scaling.lower).div(scaling.upper.minus(scaling.lower))
  const raised = base.plus(ONE_RATE.minus(base).times(Decimal.max(0, Decimal.min(1, share))))
  return asRate(scaling.rateStep.isZero() ? raised : roundToStep(raised, scaling.rateStep, 'down'))
}

/** The least initial rate of the tier a holding is in, or of its parts together; undefined where the table states none. */
export function statedInitialRate(opening: Opening, notional: Quote, rules: Rules): Rate | undefined {
  const { initialRate } = tierOf(opening, notional, rules)
  if (rules.tierRates === 'whole' || initialRate === undefined) return initialRate
  const counted = rules.tiersBy === 'notional' ? notional : opening.qty.abs()
  return averageRate(tiersOf(rules, opening.instrument), counted, (tier) => tier.initialRate ?? ZERO_RATE)
}

/** Initial margin of opening a holding at a price, rounded up; with the cost of closing it, where the rules count that in. [M3] */
export function openingMargin(opening: Opening, price: Price, rules: Rules): Quote {
  return marginWithExit(opening, { price, notional: notionalOf(opening, price) }, rules)
}

/** The same of a position at what it was entered for, with the leverage given. [P6] */
export function marginAtEntry(position: Position, leverage: Rate, { mark, rules }: { readonly mark: Price; readonly rules: Rules }): Quote {
  return marginWithExit({ ...position, leverage }, { price: mark, notional: asQuote(position.entryNotional.abs()) }, rules)
}

function marginWithExit(opening: Opening, at: { readonly price: Price; readonly notional: Quote }, rules: Rules): Quote {
  const margin = marginAt(opening, at, rules)
  return rules.initialWithExitCost ? asQuote(margin.plus(stated(exitAt(opening, at.notional, rules), rules))) : margin
}

/** The cost of closing what is worth so much, at the bankruptcy price its leverage gives where the rules say one. [M14] */
function exitAt(opening: Opening, notional: Quote, { exitCost: { rate, on, fixed } }: Rules): Quote {
  const multiple = on.endsWith('bankruptcy') ? bankruptcyMultiple(opening, opening.leverage) : ONE_RATE
  return asQuote(notional.times(multiple).times(rate).plus(fixed))
}

function marginAt(opening: Opening, at: { readonly price: Price; readonly notional: Quote }, rules: Rules): Quote {
  const least = leastInitialRate(opening, at, rules)
  const byLeverage = at.notional.div(opening.leverage)
  const byRate = least === undefined ? ZERO : at.notional.times(least)
  return stated(Decimal.max(byLeverage, byRate), rules)
}

/** Initial margin of an open position at the current mark; of collateral its haircut. [M3] */
export function initialOf(position: Position, mark: Price, rules: Rules): Quote {
  if (position.type === 'spot') return stated(maintenanceOf(position, mark, rules), rules)
  const notional = isInitialOnMark(position, rules) ? notionalOf(position, mark) : asQuote(position.entryNotional.abs())
  const margin = marginAt(position, { price: mark, notional }, rules)
  if (!rules.initialWithExitCost) return margin
  const isOnMark = rules.exitCost.on === 'mark' || rules.exitCost.on === 'mark-bankruptcy'
  const worth = isOnMark ? notionalOf(position, mark) : asQuote(position.entryNotional.abs())
  return asQuote(margin.plus(stated(exitAt(position, worth, rules), rules)))
}

export function isInitialOnMark(position: Position, { initialOn }: Rules): boolean {
  return initialOn === 'mark' || (initialOn === 'entry-if-isolated' && poolTypeOf(position.pool) !== 'isolated')
}

/** A requirement as it is stated: up to the quantum, or to the venue's own step. [N2, M10] */
export function stated(amount: Decimal, rules: Rules): Quote {
  if (rules.marginStep.isZero()) return posted(amount, 'up')
  return asQuote(amount.div(rules.marginStep).toDecimalPlaces(0, Decimal.ROUND_CEIL).times(rules.marginStep))
}

/** The highest leverage the tier of a holding allows at a price. */
export function leverageLimit(rules: Rules, holding: Holding, at: Price): Rate {
  return tierOf(holding, notionalOf(holding, at), rules).maxLeverage
}

/** The steepest slope of a position's requirement per unit of notional. */
export function steepestRate(position: Position, rules: Rules): Rate {
  return asRate(requirementPieces(position, rules).pieces.reduce((max, piece) => Decimal.max(max, piece.rate), ZERO_RATE as Decimal))
}
