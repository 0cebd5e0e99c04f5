import { magnitudeOf, negativeOf, quotientOf } from '../explain/expressions.ts'
import { priceOfValue, valueOf } from '../instruments/valuation.ts'
import { partOf } from '../run/partOf.ts'
import type { Decimal } from '../units/decimal.ts'
import { asPrice, asQty, asQuote, ONE_RATE, ZERO, ZERO_QTY, ZERO_QUOTE, type Price, type Qty, type Quote } from '../units/quantities.ts'
import type { Calculator, CalculatorAnswer, CalculatorScene, CalculatorValues, Domain } from './Calculator.ts'
import { pricesBeside, sizes } from './domains.ts'
import { entered } from './formulaTerms.ts'
import { lazyAnswers, noneAnswer } from './lazyAnswers.ts'
import { steady, steadyExpression } from './steady.ts'
import { signedQty, unitNotional } from './tradeTerms.ts'

/**
 * The average entry of fills on one side, and of one more. [A14] A fill of a negative size is one the other way: it takes
 * its share of the entry value with it, so what is left keeps its average; a position that was closed starts anew.
 */
export const averageEntry: Calculator = {
  name: 'average-entry',
  fields: [
    // Without either the fills stand alone; of the two neither goes without the other.
    { id: 'nextPrice', unit: 'price', role: 'input' },
    { id: 'nextSize', unit: 'size', role: 'input' },
    { id: 'averageEntry', unit: 'price', role: 'result' },
    { id: 'size', unit: 'size', role: 'result' },
    { id: 'notional', unit: 'money', role: 'result' },
  ],
  forward,
  inverses: [
    /** The next fill makes the average no worse than what is wanted: of a long no higher. [A14] */
    { input: 'nextPrice', from: 'averageEntry', domain: nextPrices, keeps: noWorse, isMonotone: true, guess: nextPrice },
    { input: 'nextSize', from: 'averageEntry', domain: nextSizes, keeps: noWorse, isMonotone: true, guess: nextSize },
    { input: 'nextSize', from: 'size', domain: nextSizes, keeps: () => 'not-above', isMonotone: true, guess: (wanted, _, scene) => wanted.minus(held(scene).qty.abs()) },
    { input: 'nextSize', from: 'notional', domain: nextSizes, keeps: () => 'not-above', isMonotone: true, guess: sizeOfNotional },
  ],
}

/** What the ledger keeps of a position: the average is derived from it. */
interface Held {
  readonly qty: Qty
  readonly entryNotional: Quote
}

function forward(values: CalculatorValues, scene: CalculatorScene): Readonly<Record<string, CalculatorAnswer>> {
  const { nextPrice, nextSize } = values
  const before = held(scene)
  const isAlone = nextPrice === undefined && nextSize === undefined && scene.fills.length > 0
  const needs = isAlone ? [] : ['nextPrice', 'nextSize']
  const after = (): Held => (nextPrice === undefined || nextSize === undefined ? before : filled(before, { size: nextSize, price: nextPrice }, scene))
  return lazyAnswers(values, {
    averageEntry: { needs, of: () => averageAnswer(after(), scene) },
    size: { needs, of: () => sizeAnswer(after(), scene) },
    notional: { needs, of: () => notionalAnswer(after(), scene) },
  })
}

/** The fills so far, one after the other, as the ledger keeps them (`ledger/fill`). */
function held(scene: CalculatorScene): Held {
  return scene.fills.reduce((before: Held, { qty, price }) => filled(before, { size: qty, price }, scene), { qty: ZERO_QTY, entryNotional: ZERO_QUOTE })
}

function filled(before: Held, next: { readonly size: Decimal; readonly price: Decimal }, scene: CalculatorScene): Held {
  const { type } = scene.instrument
  const traded = signedQty(scene, next.size)
  if (traded.isZero()) return before
  const worth = (qty: Decimal): Quote => valueOf({ type, qty: asQty(qty) }, asPrice(next.price))
  const qty = asQty(before.qty.plus(traded))
  if (before.qty.isZero() || before.qty.s === traded.s) return { qty, entryNotional: asQuote(before.entryNotional.plus(worth(traded))) }
  if (qty.isZero() || qty.s !== before.qty.s) return { qty, entryNotional: qty.isZero() ? ZERO_QUOTE : worth(qty) }
  return { qty, entryNotional: asQuote(before.entryNotional.minus(partOf(before, asQty(traded.abs())).entryNotional)) }
}

function averageOf({ qty, entryNotional }: Held, { instrument }: CalculatorScene): Price | undefined {
  return qty.isZero() ? undefined : asPrice(steady(priceOfValue({ type: instrument.type, qty }, entryNotional)))
}

/** Why there is no average on the side of the scene. */
function without({ qty }: Held, { side }: CalculatorScene): CalculatorAnswer | undefined {
  if (qty.isZero()) return noneAnswer('no-position')
  return qty.gt(0) === (side === 'long') ? undefined : noneAnswer('other-side')
}

function averageAnswer(now: Held, scene: CalculatorScene): CalculatorAnswer {
  const value = averageOf(now, scene)
  const none = without(now, scene)
  if (none !== undefined || value === undefined) return none ?? noneAnswer('no-position')
  const [worth, qty] = [entered('V0', 'entryValue', now.entryNotional, 'money'), entered('q', 'quantity', now.qty, 'size')]
  const quotient = scene.instrument.type === 'inverse' ? quotientOf(negativeOf(qty), worth) : quotientOf(worth, qty)
  return { type: 'value', value, formula: steadyExpression(quotient, value) }
}

function sizeAnswer(now: Held, scene: CalculatorScene): CalculatorAnswer {
  return without(now, scene) ?? { type: 'value', value: now.qty.abs(), formula: magnitudeOf(entered('q', 'quantity', now.qty, 'size')) }
}

/** Value at entry: at the average. */
function notionalAnswer(now: Held, scene: CalculatorScene): CalculatorAnswer {
  return without(now, scene) ?? { type: 'value', value: now.entryNotional.abs(), formula: magnitudeOf(entered('V0', 'entryValue', now.entryNotional, 'money')) }
}

function noWorse({ side }: CalculatorScene): 'not-above' | 'not-below' {
  return side === 'long' ? 'not-above' : 'not-below'
}

function nextPrices(_: CalculatorValues, scene: CalculatorScene): Domain {
  const average = averageOf(held(scene), scene)
  return pricesBeside('average')(average === undefined ? {} : { average }, scene)
}

function nextSizes({ nextPrice }: CalculatorValues, scene: CalculatorScene): Domain {
  return { ...sizes(nextPrice === undefined ? {} : { entryPrice: nextPrice }, scene), low: ZERO }
}

/** V(q) = V(Q + q, A) - V0: what the next fill must be worth for the average A. */
function nextPrice(wanted: Decimal, { nextSize }: CalculatorValues, scene: CalculatorScene): Decimal | undefined {
  const { type } = scene.instrument
  const before = held(scene)
  if (nextSize?.gt(0) !== true || !wanted.gt(0)) return undefined
  const qty = signedQty(scene, nextSize)
  const worth = valueOf({ type, qty: asQty(before.qty.plus(qty)) }, asPrice(wanted)).minus(before.entryNotional)
  return worth.isZero() ? undefined : priceOfValue({ type, qty }, asQuote(worth))
}

/** V0 + q u(P) = (Q + q) u(A), with the value u of one unit at a price. */
function nextSize(wanted: Decimal, { nextPrice: at }: CalculatorValues, scene: CalculatorScene): Decimal | undefined {
  const { type } = scene.instrument
  const before = held(scene)
  if (at?.gt(0) !== true || !wanted.gt(0) || at.eq(wanted)) return undefined
  const unit = (price: Decimal): Decimal => valueOf({ type, qty: asQty(ONE_RATE) }, asPrice(price))
  return before.entryNotional.minus(before.qty.times(unit(wanted))).div(unit(wanted).minus(unit(at))).abs()
}

function sizeOfNotional(wanted: Decimal, { nextPrice: at }: CalculatorValues, scene: CalculatorScene): Decimal | undefined {
  return at?.gt(0) === true ? wanted.minus(held(scene).entryNotional.abs()).div(unitNotional(scene, at)) : undefined
}
