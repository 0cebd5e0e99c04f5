import { POWERS_OF_TEN } from '../columns/priceDigits.ts'

const MINUS = 45
const ZERO = 48

/**
 * The price of a plainly written cell: digits, at most 15, and one decimal mark. Whole number over power of ten, both
 * exact, so the quotient is the double nearest to the decimal. NaN for everything else, which readPrice then looks at;
 * this is the one function a million rows spend their time in.
 * @param mark  char code of the decimal mark
 */
export function plainPrice(text: string, start: number, end: number, mark: number): number {
  const negative = text.charCodeAt(start) === MINUS
  let digits = 0
  let places = -1
  let whole = 0
  for (let i = negative ? start + 1 : start; i < end; i++) {
    const digit = text.charCodeAt(i) - ZERO
    if (digit >= 0 && digit <= 9) {
      whole = whole * 10 + digit
      digits += 1
      if (places >= 0) places += 1
    } else if (digit + ZERO === mark && places < 0) places = 0
    else return NaN
  }
  if (digits === 0 || digits > 15) return NaN
  const value = places > 0 ? whole / (POWERS_OF_TEN[places] as number) : whole
  return negative && value !== 0 ? -value : value
}
