import { Decimal, WideDecimal, roundingMode, type Rounding } from './decimal.ts'
import { asPrice, type Price } from './quantities.ts'

/**
 * An exact quotient; `den` is positive. A moment inside a segment of the tape is a fraction of it: 0 its start, 1 its
 * end. Comparing two moments and rounding the price at one never divides first, so results do not depend on how finely
 * a segment was cut. [L4]
 */
export interface Fraction {
  readonly num: Decimal
  readonly den: Decimal
}

export const START: Fraction = { num: new WideDecimal(0), den: new WideDecimal(1) }
export const END: Fraction = { num: new WideDecimal(1), den: new WideDecimal(1) }

export function fraction(num: Decimal | number, den: Decimal | number): Fraction {
  const d = new WideDecimal(den)
  const n = new WideDecimal(num)
  return d.isNegative() ? { num: n.neg(), den: d.neg() } : { num: n, den: d }
}

/** Negative when `a` is earlier, 0 when they are the same moment. */
export function compareFractions(a: Fraction, b: Fraction): number {
  return a.num.times(b.den).cmp(b.num.times(a.den))
}

/** The sign of `from + (to - from) * at`, exactly: -1, 0 or 1. */
export function signAt(from: Decimal, to: Decimal, at: Fraction): number {
  const start = new WideDecimal(from)
  const scaled = start.times(at.den).plus(new WideDecimal(to).minus(start).times(at.num))
  return scaled.isZero() ? 0 : scaled.s
}

/** The price at a moment between two prices, rounded to the tick size in the given direction. */
export function priceAt(from: Price, to: Price, at: Fraction, rule: { tick: Decimal; rounding: Rounding }): Price {
  const start = new WideDecimal(from)
  const num = start.times(at.den).plus(new WideDecimal(to).minus(start).times(at.num))
  const den = at.den.times(rule.tick)
  return asPrice(new Decimal(exactQuotient(num, den, rule.rounding).times(rule.tick)))
}

/** The nearest whole number to num/den in the given direction: estimated with 64 digits, decided by multiplication. */
function exactQuotient(num: Decimal, den: Decimal, rounding: Rounding): Decimal {
  const floor = new WideDecimal(new Decimal(num).div(den).toDecimalPlaces(0, roundingMode('down')))
  const base = floor.times(den).gt(num) ? floor.minus(1) : floor.plus(1).times(den).lte(num) ? floor.plus(1) : floor
  const rest = num.minus(base.times(den))
  if (rest.isZero() || rounding === 'down') return base
  if (rounding === 'up') return base.plus(1)
  const twice = rest.times(2).cmp(den)
  if (twice !== 0) return twice > 0 ? base.plus(1) : base
  return base.mod(2).isZero() ? base : base.plus(1)
}

/** A share of a whole number, rounded down, as a plain number: milliseconds passed in a segment. */
export function wholeNumber(at: Fraction, of: number): number {
  return Number.parseInt(exactQuotient(at.num.times(of), at.den, 'down').toFixed(0), 10)
}
