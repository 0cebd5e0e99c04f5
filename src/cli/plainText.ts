import { Decimal } from '../engine/index.ts'

/** Digits of a quotient that goes on forever. Sums and products are printed with all they have. */
const QUOTIENT_DIGITS = 40

/** A decimal in plain notation, never with an exponent. */
export function plainText(value: Decimal): string {
  return value.isZero() ? '0' : value.toFixed()
}

/** A quotient in plain notation, to 40 significant digits. */
export function quotientText(value: Decimal): string {
  return plainText(value.toSignificantDigits(QUOTIENT_DIGITS, Decimal.ROUND_HALF_EVEN))
}
