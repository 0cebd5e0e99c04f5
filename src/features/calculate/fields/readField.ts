import type { Format } from '../../../ui/format/createFormat.ts'
import { shifted } from '../../../ui/format/shifted.ts'
import type { CalculateMarket } from '../CalculateMarket.ts'
import { words } from '../words.ts'
import type { FieldUnit } from './FieldSpec.ts'

export type FieldReading =
  /** As the document takes it: a share as a fraction, a size with its unit where it was typed. */
  | { readonly type: 'value'; readonly text: string }
  | { readonly type: 'empty' }
  | { readonly type: 'error'; readonly message: string }

export interface ReadingOptions {
  readonly unit: FieldUnit
  readonly format: Format
  readonly market: Pick<CalculateMarket, 'base' | 'quote' | 'currency' | 'sizeUnit'>
  /** A field that may be below zero: a PnL, a fee that is paid out. */
  readonly isSigned?: boolean
}

const BASIS_POINTS = ['bps', 'bp']
const CONTRACTS = ['contracts', 'contract']

/** Nothing is traded at a price of 0, of a size of 0 or at a leverage of 0; a loss, a rate or a count can be 0. */
const NEVER_ZERO: ReadonlySet<FieldUnit> = new Set(['price', 'size', 'leverage'])

/** What a text means in a field of this unit. Text that can be read two ways is an error, never a guess. */
export function readField(text: string, { unit, format, market, isSigned = false }: ReadingOptions): FieldReading {
  const typed = format.parse(text, unitsOf(unit, market))
  if (!typed.ok) return typed.code === 'empty' ? { type: 'empty' } : refusal(words.errors[typed.code](format.style))
  if (!isSigned && isTooSmall(typed.value, unit)) return refusal(words.errors.negative)
  const wrong = wrongSuffix(unit, typed.suffix)
  if (wrong !== undefined) return refusal(wrong)
  if (unit === 'share') return { type: 'value', text: shifted(typed.value, typed.unit === undefined ? -2 : -4) ?? '' }
  if (unit !== 'size' || typed.unit === undefined || typed.unit === market.sizeUnit) return { type: 'value', text: typed.value }
  return { type: 'value', text: `${typed.value} ${typed.unit}` }
}

/** What may stand behind the number. */
function unitsOf(unit: FieldUnit, { base, quote, currency, sizeUnit }: ReadingOptions['market']): readonly string[] {
  if (unit === 'size') return [sizeUnit, base, quote, ...CONTRACTS]
  if (unit === 'price') return [quote, '$']
  if (unit === 'money') return [currency, ...(currency === quote ? ['$'] : [])]
  return unit === 'share' ? BASIS_POINTS : []
}

function isTooSmall(value: string, unit: FieldUnit): boolean {
  return value.startsWith('-') || (NEVER_ZERO.has(unit) && Number(value) === 0)
}

function wrongSuffix(unit: FieldUnit, suffix: '%' | 'x' | undefined): string | undefined {
  if (suffix === '%' && unit !== 'share') return words.errors.percent
  return suffix === 'x' && unit !== 'leverage' ? words.errors.times : undefined
}

function refusal(message: string): FieldReading {
  return { type: 'error', message }
}
