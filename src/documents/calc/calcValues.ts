import { Decimal, type Calculator, type Instrument } from '../../engine/index.ts'
import type { PathKey, Problem } from '../Problem.ts'
import type { CalcDocument } from './CalcDocument.ts'
import { CALC_FIELD_IDS, CALC_FIELDS, type CalcFieldId } from './calcFields.ts'
import { isBase, isQuote, sizeOf } from './calcSizes.ts'
import type { TypedNumber } from './typedNumber.ts'

export interface ValuesReading {
  readonly values: Readonly<Record<string, Decimal>>
  readonly isShort: boolean
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

interface Found {
  readonly values: Record<string, Decimal>
  readonly problems: Problem[]
  readonly warnings: Problem[]
}

/** The numbers of a document by field; what the calculator has no field for is noted, or put in the field it has. */
export function valuesOf(document: CalcDocument, calculator: Calculator, instrument: Instrument): ValuesReading {
  const found: Found = { values: {}, problems: [], warnings: [] }
  const known = new Set(calculator.fields.map(({ id }) => id))
  const usable = new Set([...calculator.fields.flatMap(({ id, role }) => (role === 'input' ? [id] : [])), ...calculator.inverses.map(({ from }) => from)])
  for (const id of CALC_FIELD_IDS) {
    const stated = statedOf(document, id)
    if (stated !== undefined) readField(id, stated, { instrument, known, name: calculator.name }, found)
  }
  readFees(document, known, found)
  const isShort = readSize(document, { known, usable, instrument, name: calculator.name }, found)
  return { ...found, isShort }
}

/** A number under the field's own key; sizes are read apart, and assets share a key with what stands behind a wall. */
function statedOf(document: CalcDocument, id: CalcFieldId): TypedNumber | undefined {
  if (id === 'size' || id === 'notional') return undefined
  const stated = document[id]
  return stated === undefined || isList(stated) ? undefined : stated
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

interface Reader {
  readonly instrument: Instrument
  readonly known: ReadonlySet<string>
  readonly name: string
}

function readField(id: CalcFieldId, { text, unit: counted }: TypedNumber, { instrument, known, name }: Reader, found: Found): void {
  const { unit } = CALC_FIELDS[id]
  if (counted !== undefined && !isCountedIn(counted, unit, instrument)) {
    found.problems.push({ path: [id], message: `${text} ${counted} was given; it is counted in ${unitWords(unit, instrument)}` })
    return
  }
  if (unit === 'share') found.warnings.push(...percentNote(id, text))
  if (known.has(id)) found.values[id] = new Decimal(text)
  // The wallet is part of the book beside the trade, whoever asks.
  else if (id !== 'wallet') found.warnings.push(unused(id, name))
}

function unused(id: string, name: string): Problem {
  return { path: [id], message: `is not used by ${name}` }
}

function isCountedIn(counted: string, unit: string, instrument: Instrument): boolean {
  if (unit === 'price') return isQuote(counted, instrument)
  if (unit === 'money') return instrument.type === 'inverse' ? isBase(counted, instrument) : isQuote(counted, instrument)
  return unit === 'size' && (instrument.type === 'inverse' ? isQuote(counted, instrument) : isBase(counted, instrument))
}

function unitWords(unit: string, { type, base, quote }: Instrument): string {
  if (unit === 'price') return quote
  if (unit === 'money') return type === 'inverse' ? base : quote
  return unit === 'size' ? (type === 'inverse' ? quote : base) : `${unit === 'share' ? 'shares' : 'numbers'} without a unit`
}

/** Shares that are never above one, and those of a return, which may be. */
const RETURNS: ReadonlySet<string> = new Set(['roe', 'netRoe', 'priceMove', 'liquidationDistance', 'marginRatio', 'fall'])

function percentNote(id: string, text: string): readonly Problem[] {
  const value = new Decimal(text).abs()
  if (value.lte(RETURNS.has(id) ? 10 : 1)) return []
  return [{ path: [id], message: `${text} is ${new Decimal(text).times(100).toFixed()} %; a share is a fraction, ${text} % would be "${new Decimal(text).div(100).toFixed()}"` }]
}

/** One rate for opening and closing; where a calculator takes the fee of the rules, that is it (`withFee`). */
function readFees({ feeRate }: CalcDocument, known: ReadonlySet<string>, { values, problems, warnings }: Found): void {
  if (feeRate === undefined) return
  if (feeRate.unit !== undefined) problems.push({ path: ['feeRate'], message: `a share was expected, ${feeRate.text} ${feeRate.unit} was given` })
  warnings.push(...percentNote('feeRate', feeRate.text))
  for (const id of ['entryFeeRate', 'exitFeeRate']) if (known.has(id) && values[id] === undefined) values[id] = new Decimal(feeRate.text)
}

/** Whether it was written below zero, as a short. */
function readSize(document: CalcDocument, { known, usable, instrument, name }: Reader & { readonly usable: ReadonlySet<string> }, found: Found): boolean {
  const { size, notional, problems } = sizeOf(document, instrument)
  found.problems.push(...problems)
  const stated = size ?? notional
  if (stated === undefined) return false
  const fields: readonly ('size' | 'notional')[] = size === undefined ? ['notional', 'size'] : ['size', 'notional']
  const field = fields.find((each) => usable.has(each)) ?? fields.find((each) => known.has(each))
  if (field === undefined) found.warnings.push({ path: sizeKey(document), message: `is not used by ${name}` })
  else if (field === fields[0]) found.values[field] = stated.abs()
  else readByEntry(field, stated.abs(), instrument, found)
  return stated.isNegative()
}

/** Units from a value at the entry price, or the other way round, where the calculator knows the other alone. */
function readByEntry(field: 'size' | 'notional', amount: Decimal, instrument: Instrument, { values, problems }: Found): void {
  const entry = values['entryPrice']
  if (entry === undefined) problems.push({ path: ['entryPrice'], message: `missing; the ${field} follows from it` })
  else values[field] = field === 'size' ? unitsOf(amount, entry, instrument) : worth(amount, entry, instrument)
}

function sizeKey(document: CalcDocument): readonly PathKey[] {
  return [(['size', 'qty', 'contracts', 'notional', 'quoteNotional'] as const).find((key) => document[key] !== undefined) ?? 'size']
}

export function unitsOf(notional: Decimal, entry: Decimal, { type }: Instrument): Decimal {
  return type === 'inverse' ? notional.times(entry) : notional.div(entry)
}

function worth(size: Decimal, entry: Decimal, { type }: Instrument): Decimal {
  return type === 'inverse' ? size.div(entry) : size.times(entry)
}
