import { fifteenDigits, MOST_DIGITS } from '../columns/priceDigits.ts'

export type PriceCell =
  | { readonly type: 'price'; readonly value: number; readonly rounded: boolean }
  /** Nothing traded or nothing known. */
  | { readonly type: 'missing' }
  | { readonly type: 'unreadable' }

const MISSING = new Set(['', 'null', 'nan', 'n/a', 'na', '#n/a', 'none', 'nil', '.', '-', '--', '—', '–', 'inf', '-inf', 'infinity', '-infinity'])
const SUFFIXES: Readonly<Record<string, number>> = { k: 3, m: 6, b: 9 }
const POINT_GROUPS = /^\d{1,3}(?:([,'’ \u00a0\u202f_])\d{2,3})(?:\1\d{2,3})*(?:\.\d*)?$/
const COMMA_GROUPS = /^\d{1,3}(?:([.'’ \u00a0\u202f_])\d{3})(?:\1\d{3})*(?:,\d*)?$/

/** A price cell as people and programs write them: `$1,234.50`, `1.234,5`, `1.2K`, `5e-05`, `null`. */
export function readPrice(cell: string, decimal: '.' | ','): PriceCell {
  const text = cell.trim().replace(/^"(.*)"$/, '$1').trim()
  if (MISSING.has(text.toLowerCase())) return { type: 'missing' }
  const [, sign = '', amount = '', suffix = ''] = /^([+\-−]?)\s*[$€£¥₿]?\s*([+\-−]?[^kmb$€£¥₿]*?)\s*[$€£¥₿]?\s*([kmb]?)$/i.exec(text) ?? []
  const minus = /[-−]/.test(sign) || /^[-−]/.test(amount)
  const number = ungrouped(amount.replace(/^[+\-−]/, ''), decimal)
  if (number === undefined) return { type: 'unreadable' }
  const scaled = suffix === '' ? number : withExponent(number, SUFFIXES[suffix.toLowerCase()] ?? 0)
  const value = Number(scaled)
  if (!Number.isFinite(value)) return { type: 'unreadable' }
  const rounded = significantDigits(number) > MOST_DIGITS
  const exact = rounded ? fifteenDigits(value) : value
  return { type: 'price', value: minus && exact !== 0 ? -exact : exact, rounded }
}

/** The number with a decimal point and without thousands separators, or absent where it is none. */
function ungrouped(amount: string, decimal: '.' | ','): string | undefined {
  const groups = decimal === '.' ? POINT_GROUPS : COMMA_GROUPS
  const [, separator] = groups.exec(amount) ?? []
  const plain = separator === undefined ? amount : amount.replaceAll(separator, '')
  const pointed = decimal === ',' ? plain.replace(',', '.') : plain
  return /^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(pointed) && !(decimal === ',' && plain.includes('.')) ? pointed : undefined
}

function withExponent(number: string, exponent: number): string {
  return /e/i.test(number) ? String(Number(number) * Number(`1e${exponent}`)) : `${number}e${exponent}`
}

function significantDigits(number: string): number {
  const [mantissa = ''] = number.toLowerCase().split('e')
  return mantissa.replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length
}
