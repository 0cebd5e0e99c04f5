import { Decimal as DecimalJs } from 'decimal.js'

/**
 * The engine's number. 64 significant digits hold the products and sums of what venues have without rounding: a quantity of
 * 30 digits times a price of 34, or that of 15 times a price of 24 times a rate of 24. Documents may have longer ones
 * (quantity <= 39 digits, price <= 34, rate <= 24): then a product is rounded half-even at its 64th digit, which is worth
 * less than the quantum for every value below 1e48. Division always rounds there; what is posted names its direction. [N1]
 *
 * A clone keeps this configuration apart from any other user of decimal.js.
 */
export const Decimal = DecimalJs.clone({
  precision: 64,
  rounding: DecimalJs.ROUND_HALF_EVEN,
  toExpNeg: -80,
  toExpPos: 80,
})
export type Decimal = DecimalJs

/** Room for exact products of two engine numbers: crossing moments and their comparison never round. */
export const WideDecimal = DecimalJs.clone({
  precision: 400,
  rounding: DecimalJs.ROUND_HALF_EVEN,
  toExpNeg: -500,
  toExpPos: 500,
})

export type Rounding = 'down' | 'up' | 'half-even'

/** decimal.js rounding constant: `up` is toward +infinity, `down` toward -infinity. */
export function roundingMode(rounding: Rounding): DecimalJs.Rounding {
  if (rounding === 'up') return DecimalJs.ROUND_CEIL
  return rounding === 'down' ? DecimalJs.ROUND_FLOOR : DecimalJs.ROUND_HALF_EVEN
}

/** Nearest multiple of `step` in the given direction; exact, whatever the digits of `value`. */
export function roundToStep(value: Decimal, step: Decimal, rounding: Rounding): Decimal {
  const wide = new WideDecimal(value)
  const multiple = wide.div(step).toDecimalPlaces(0, roundingMode(rounding))
  return new Decimal(multiple.times(step))
}
