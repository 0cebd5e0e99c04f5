import { Decimal } from '../../../engine/index.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import type { FieldKind, RulesField } from './RulesField.ts'

export type FieldReading = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly message: string }

/** How often the unit of the form goes into the unit of the document. */
const SCALES: Readonly<Partial<Record<FieldKind, number>>> = { hours: 3_600_000, seconds: 1000 }

/** Document text as a person would type it: 0.004 is 0.4 in a field that ends with %. */
export function typedField(value: string, kind: FieldKind, format: Format): string {
  if (kind === 'choice' || value === '') return value
  if (kind === 'percent') return format.typed(new Decimal(value).times(100).toFixed())
  // Large amounts are read by their marks of thousands; what is typed may leave them out.
  if (kind === 'amount') return format.exact(new Decimal(value).toFixed())
  return format.typed(new Decimal(value).div(SCALES[kind] ?? 1).toFixed())
}

/** What was typed as document text, or what is missing. */
export function readField(text: string, { kind, isOptional = false, isSigned = false }: Pick<RulesField, 'kind' | 'isOptional' | 'isSigned'>, format: Format): FieldReading {
  if (kind === 'choice') return { ok: true, value: text }
  if (isOptional && text.trim() === '') return { ok: true, value: '' }
  const typed = format.parse(text)
  if (!typed.ok) return { ok: false, message: typed.code === 'ambiguous' ? 'This can be read in two ways. Write it without marks of thousands.' : 'Enter a number.' }
  if (typed.suffix !== undefined && typed.suffix !== (kind === 'percent' ? '%' : undefined)) return { ok: false, message: `Enter it without “${typed.suffix}”.` }
  const number = new Decimal(typed.value)
  return !isSigned && number.lt(0) ? { ok: false, message: 'Enter a number of at least 0.' } : inUnits(number, kind)
}

function inUnits(number: Decimal, kind: FieldKind): FieldReading {
  if (kind === 'percent') return { ok: true, value: number.div(100).toFixed() }
  const scaled = number.times(SCALES[kind] ?? 1)
  const isWhole = kind === 'whole' || kind === 'hours' || kind === 'seconds'
  return isWhole && !scaled.isInteger() ? { ok: false, message: 'Enter a whole number.' } : { ok: true, value: scaled.toFixed() }
}

export const UNITS: Readonly<Partial<Record<FieldKind, string>>> = { percent: '%', hours: 'h', seconds: 's' }
