import { plainText, scaledOf, trimmed } from './decimalText.ts'
import { separatorsOf, type NumberStyle } from './numberStyle.ts'

export type TypedSuffix = '%' | 'x'

export type TypedErrorCode = 'empty' | 'incomplete' | 'not-a-number' | 'ambiguous' | 'too-long'

export type TypedNumber =
  /** `unit`: one of those the field accepts, as it writes them. */
  | { readonly ok: true; readonly value: string; readonly suffix: TypedSuffix | undefined; readonly unit?: string | undefined }
  | { readonly ok: false; readonly code: TypedErrorCode }

const MULTIPLIERS: Readonly<Record<string, number>> = { k: 3, K: 3, M: 6 }
const MOST_DIGITS = 60
const INCOMPLETE = new Set(['-', '+', '.', ',', '-.', '-,'])

/**
 * What a person typed, as a normalised decimal string ("60,000" is "60000", "1e5" is "100000").
 * "2%" is the value 2 with the suffix %, "10x" the value 10 with the suffix x: the field knows what it measures.
 * A mark that could be read as grouping or as the decimal mark is refused, never guessed.
 * @param units  names that may stand behind (or before) the number, in any case: "0.5btc", "20k USDT", "$ 500", "5 bp"
 */
export function parseTyped(text: string, style: NumberStyle, units: readonly string[] = []): TypedNumber {
  const { number, unit } = withoutUnit(text.trim(), units)
  const typed = parseNumber(number, style)
  if (!typed.ok || unit === undefined) return typed
  // "2% BTC" and "10x USDT" mean nothing.
  return typed.suffix === undefined ? { ...typed, unit } : refused('not-a-number')
}

/** The longest name that stands at the end, with a digit, a mark or a multiplier before it; else one at the start. */
function withoutUnit(text: string, units: readonly string[]): { readonly number: string; readonly unit: string | undefined } {
  const lower = text.toLowerCase()
  const named = units.filter((unit) => unit !== '').toSorted((a, b) => b.length - a.length)
  for (const unit of named) {
    const name = unit.toLowerCase()
    const before = text.slice(0, -name.length).trimEnd()
    if (lower.endsWith(name) && /(?:\d|[.,])[kKM]?$/.test(before)) return { number: before, unit }
    if (lower.startsWith(name) && /^[\d.,+\-\u2212]/.test(text.slice(name.length).trimStart())) return { number: text.slice(name.length), unit }
  }
  return { number: text, unit: undefined }
}

function parseNumber(text: string, style: NumberStyle): TypedNumber {
  const clean = text.trim().replaceAll('\u2212', '-').replace(/^([+-])\s+/, '$1')
  if (clean === '') return refused('empty')
  if (INCOMPLETE.has(clean)) return refused('incomplete')
  const parts = /^([+-]?)([\d.,'’\s]+)(?:[eE]([+-]?\d{1,3}))?\s*([%x×kKM]?)$/u.exec(clean)
  if (parts === null) return refused(/^[+-]?[\d.,]+[eE][+-]?$/.test(clean) ? 'incomplete' : 'not-a-number')
  const [, sign = '', body = '', exponent = '0', ending = ''] = parts
  const digits = ungrouped(body.trim(), style)
  if (digits === undefined) return refused('ambiguous')
  if (!/\d/.test(digits)) return refused('not-a-number')
  const shift = Number(exponent) + (MULTIPLIERS[ending] ?? 0)
  if (digits.length + Math.abs(shift) > MOST_DIGITS) return refused('too-long')
  const scaled = scaledOf(`${sign}${digits}e${shift}`)
  if (scaled === undefined) return refused('not-a-number')
  return { ok: true, value: plainText(trimmed(scaled)), suffix: suffixOf(ending) }
}

function refused(code: TypedErrorCode): TypedNumber {
  return { ok: false, code }
}

function suffixOf(ending: string): TypedSuffix | undefined {
  if (ending === '%') return '%'
  return ending === 'x' || ending === '×' ? 'x' : undefined
}

/** Digits with at most one point; undefined when a mark could mean two things. */
function ungrouped(body: string, style: NumberStyle): string | undefined {
  const { decimal } = separatorsOf(style)
  const halves = body.split(decimal)
  const [whole = '', fraction = ''] = halves
  if (halves.length > 2 || /[^\d]/.test(fraction)) return undefined
  const plain = ungroupedWhole(whole, style)
  return plain === undefined ? undefined : `${plain}.${fraction}`
}

/** One kind of grouping mark, groups of exactly three. */
function ungroupedWhole(whole: string, style: NumberStyle): string | undefined {
  const marks = whole.match(/[^\d]/gu) ?? []
  const first = marks[0]
  if (first === undefined) return whole
  const isKnown = first === separatorsOf(style).group || /[\s'’]/u.test(first)
  if (!isKnown || marks.some((mark) => kindOf(mark) !== kindOf(first))) return undefined
  const groups = whole.split(/[^\d]/u)
  const lead = groups[0] ?? ''
  const isRegular = lead.length >= 1 && lead.length <= 3 && groups.slice(1).every((group) => group.length === 3)
  return isRegular ? groups.join('') : undefined
}

function kindOf(mark: string): string {
  if (/\s/u.test(mark)) return ' '
  return mark === '’' ? "'" : mark
}
