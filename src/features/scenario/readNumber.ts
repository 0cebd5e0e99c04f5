import type { Format } from '../../ui/format/createFormat.ts'

export interface NumberRule {
  readonly least: number
  readonly most: number
  readonly isWhole?: boolean
  /** Typed as percent, kept as a fraction; the bounds are fractions too. */
  readonly isPercent?: boolean
  /** The least itself is not allowed. */
  readonly isAbove?: boolean
}

export type ReadNumber = { readonly ok: true; readonly value: number } | { readonly ok: false; readonly error: string }

/** A typed number that is a setting of a price model, not money: read to a double. */
export function readNumber(text: string, rule: NumberRule, format: Format): ReadNumber {
  const typed = format.parse(text)
  if (!typed.ok) return { ok: false, error: typed.code === 'empty' ? `Enter ${expected(rule, format)}.` : `“${text.trim()}” is not a number. Enter ${expected(rule, format)}.` }
  const isOddSuffix = typed.suffix !== undefined && !(typed.suffix === '%' && rule.isPercent === true)
  const value = rule.isPercent === true ? Number(`${typed.value}e-2`) : Number(typed.value)
  const isInside = value <= rule.most && (rule.isAbove === true ? value > rule.least : value >= rule.least)
  const fits = !isOddSuffix && isInside && (rule.isWhole !== true || Number.isInteger(value))
  return fits ? { ok: true, value } : { ok: false, error: `Enter ${expected(rule, format)}.` }
}

function expected({ least, most, isWhole, isPercent, isAbove }: NumberRule, format: Format): string {
  const shown = (value: number): string => (isPercent === true ? format.percent(value, { decimals: 0 }) : format.exact(value))
  const what = isWhole === true ? 'a whole number' : 'a number'
  if (most >= 1e12 && isWhole !== true) return `${what} ${isAbove === true ? 'above' : 'from'} ${shown(least)}`
  return isAbove === true ? `${what} above ${shown(least)}, at most ${shown(most)}` : `${what} from ${shown(least)} to ${shown(most)}`
}
