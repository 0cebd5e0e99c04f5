import { plainText, type Scaled } from './decimalText.ts'
import { separatorsOf, type NumberStyle } from './numberStyle.ts'

/** Shown for what does not apply. Never zero, never blank. */
export const NOT_APPLICABLE = '—'

const MINUS = '\u2212'

/** Grouped text with U+2212 for minus. `signed` writes + for gains; zero stays neutral. */
export function displayText(value: Scaled, style: NumberStyle, options: { readonly signed?: boolean } = {}): string {
  const { group, decimal } = separatorsOf(style)
  const [whole = '0', fraction] = plainText(value).replace('-', '').split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group)
  return `${signText(value.units, options.signed ?? false)}${grouped}${fraction === undefined ? '' : decimal + fraction}`
}

function signText(units: bigint, signed: boolean): string {
  if (units < 0n) return MINUS
  return signed && units > 0n ? '+' : ''
}
