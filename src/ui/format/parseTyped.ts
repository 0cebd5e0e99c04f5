import { plainText, scaledOf, trimmed } from './decimalText.ts'
import { separatorsOf, type NumberStyle } from './numberStyle.ts'

export type TypedSuffix = '%' | 'x'

export type TypedErrorCode = 'empty' | 'incomplete' | 'not-a-number' | 'ambiguous' | 'too-long'

export type TypedNumber =
  | { readonly ok: true; readonly value: string; readonly suffix: TypedSuffix | undefined }
  | { readonly ok: false; readonly code: TypedErrorCode }

const MULTIPLIERS: Readonly<Record<string, number>> = { k: 3, K: 3, M: 6 }
const MOST_DIGITS = 60
const INCOMPLETE = new Set(['-', '+', '.', ',', '-.', '-,'])

/**
 * What a person typed, as a normalised decimal string ("60,000" is "60000", "1e5" is "100000").
 * "2%" is the value 2 with the suffix %, "10x" the value 10 with the suffix x: the field knows what it measures.
 * A mark that could be read as grouping or as the decimal mark is refused, never guessed.
 */
export function parseTyped(text: string, style: NumberStyle): TypedNumber {
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
