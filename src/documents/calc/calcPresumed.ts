import { Decimal, price, qty, type Calculator, type CalculatorValues, type Instrument, type Rules } from '../../engine/index.ts'
import { leverageOf } from '../book/leverageOf.ts'
import type { Problem } from '../Problem.ts'
import type { CalcDocument } from './CalcDocument.ts'
import type { CalcBeside } from './CalcSetup.ts'
import { unitsOf } from './calcValues.ts'

export interface PresumedReading {
  readonly values: Readonly<Record<string, Decimal>>
  readonly warnings: readonly Problem[]
  /** The field that is asked for: as the document says, or as what it gives and leaves out says. */
  readonly solve: string | undefined
  /** Keys of the document that count although the calculator has no field of the name. */
  readonly used: readonly string[]
}

export interface Presumed {
  readonly document: CalcDocument
  readonly calculator: Calculator
  readonly values: CalculatorValues
  readonly instrument: Instrument
  readonly mode: 'isolated' | 'cross'
  readonly rules: Rules
  readonly beside: CalcBeside | undefined
}

/**
 * What nothing is said of and makes no difference, or follows from what is said. A size where prices alone are asked, or
 * that of margin x leverage; the leverage that a stated tier allows. The fee of opening in a shared pool: venues print
 * what is in the wallet with the position open.
 */
export function presumed(given: Presumed): PresumedReading {
  const solve = given.document.solve ?? impliedSolve(given)
  const bought = solve === 'size' ? undefined : sizeOfMargin(given)
  const size = bought ?? (isSizeFree(given, solve) ? smallSize(given.values['entryPrice'], given.instrument) : undefined)
  const leverage = solve === 'leverage' ? undefined : tierLeverage(given, size)
  return {
    values: { ...(size === undefined ? {} : { size }), ...(leverage === undefined ? {} : { leverage }), ...(isPaid(given, solve) ? { entryFeeRate: new Decimal(0) } : {}) },
    warnings: [...(bought === undefined ? [] : [{ path: ['margin'], message: 'no size is stated, so the value is margin x leverage' }]), ...rateNote(given)],
    solve,
    used: bought === undefined ? [] : ['margin', 'leverage'],
  }
}

/** Whether the fee of opening is paid already. */
function isPaid({ document: { entryFeeRate, feeRate }, calculator: { name }, mode, beside }: Presumed, solve: string | undefined): boolean {
  return name === 'liquidation' && mode === 'cross' && beside === undefined && entryFeeRate === undefined && feeRate === undefined && solve !== 'entryFeeRate'
}

function isSizeFree({ calculator: { fields }, values }: Presumed, solve: string | undefined): boolean {
  const size = fields.find(({ id }) => id === 'size')
  const isFree = size?.role === 'input' && size.otherwise === undefined && values['size'] === undefined && solve !== 'size'
  return isFree && !fields.some(({ id, unit }) => unit === 'money' && values[id] !== undefined)
}

/** Some hundreds of the quote currency (of an inverse contract ten thousand): in the lowest tier, and far above the quantum. */
function smallSize(entryPrice: Decimal | undefined, { type }: Instrument): Decimal {
  if (type === 'inverse') return new Decimal(10_000)
  return new Decimal(10).pow(2 - (entryPrice?.e ?? 2))
}

/** Inputs without a value that have none where nothing is said, besides the size. */
function isIncomplete({ calculator: { fields }, values }: Presumed): boolean {
  return fields.some(({ id, role, otherwise }) => role === 'input' && id !== 'size' && otherwise === undefined && values[id] === undefined)
}

function isWantedFor(input: string, { calculator: { inverses }, values }: Presumed): boolean {
  return inverses.some((inverse) => inverse.input === input && values[inverse.from] !== undefined)
}

/** What is put up times the leverage is what is bought; not where the size is what a wanted result is for. */
function sizeOfMargin(given: Presumed): Decimal | undefined {
  const { document: { margin, leverage }, calculator: { fields }, values: { size, notional, initialMargin, entryPrice }, instrument } = given
  if (margin === undefined || leverage === undefined || entryPrice === undefined || !new Decimal(margin.text).gt(0)) return undefined
  if ([size, notional, initialMargin].some((each) => each !== undefined) || !fields.some(({ id, role }) => id === 'size' && role === 'input')) return undefined
  if (isWantedFor('size', given) && !isIncomplete(given)) return undefined
  return unitsOf(new Decimal(margin.text).times(leverage.text), entryPrice, instrument)
}

/** Calculators whose leverage is ten where nothing is said; the others look for theirs. */
const TEN_UNLESS_SAID: ReadonlySet<string> = new Set(['pnl', 'target', 'liquidation', 'margin-for-liquidation', 'max-size', 'carry', 'compare'])

/** A row with an initial rate says the leverage, as in a book. */
function tierLeverage(given: Presumed, presumedSize: Decimal | undefined): Decimal | undefined {
  const { document: { tier }, calculator: { name }, values: { size, entryPrice, leverage, wallet }, instrument, rules } = given
  if (tier?.initialRate === undefined || new Decimal(tier.initialRate).isZero() || leverage !== undefined || !TEN_UNLESS_SAID.has(name)) return undefined
  const isSized = name === 'max-size' && wallet === undefined
  if (isWantedFor('leverage', given) && !isIncomplete(given) && !isSized) return undefined
  const units = size ?? presumedSize ?? new Decimal(1)
  return leverageOf({ type: instrument.type, instrument: instrument.symbol, qty: qty(units.toFixed()) }, price((entryPrice ?? new Decimal(1)).toFixed()), rules)
}

const PRICES_WANTED = ['liquidationPrice', 'liquidationDistance', 'bankruptcyPrice'] as const

const TIMES_WANTED = ['payments', 'paymentsSurvived', 'millisToLiquidation'] as const

/** Neither the document nor the rules say a rate of funding. */
function isWithoutRate({ document: { fundingRate }, calculator: { name }, rules: { funding } }: Presumed): boolean {
  return name === 'carry' && fundingRate === undefined && (funding.type === 'none' || (funding.type === 'fixed' && funding.rate.isZero()))
}

function rateNote(given: Presumed): readonly Problem[] {
  if (!isWithoutRate(given) || given.document.solve === 'fundingRate' || impliedSolve(given) === 'fundingRate') return []
  return [{ path: ['fundingRate'], message: `missing, and ${given.rules.name} has none: without it no funding is paid` }]
}

/** How long it lasts is wanted of what stands behind it: that asks for the rate. */
function isRateAsked(given: Presumed): boolean {
  const { values: { margin, leverage, wallet }, mode } = given
  const isBacked = mode === 'isolated' ? margin !== undefined || leverage !== undefined : wallet !== undefined
  return isBacked && isWithoutRate(given) && TIMES_WANTED.some((field) => given.values[field] !== undefined)
}

/** Of a wall that is wanted at a price, with neither margin nor leverage: the leverage, from which the margin follows. */
function impliedSolve(given: Presumed): string | undefined {
  if (isRateAsked(given)) return 'fundingRate'
  const { calculator: { name }, values, mode } = given
  if (name !== 'liquidation' || mode !== 'isolated' || isIncomplete(given) || values['margin'] !== undefined || values['leverage'] !== undefined) return undefined
  const isSized = values['size'] !== undefined || isSizeFree(given, undefined) || values['notional'] !== undefined
  return isSized && PRICES_WANTED.some((field) => values[field] !== undefined) ? 'leverage' : undefined
}
