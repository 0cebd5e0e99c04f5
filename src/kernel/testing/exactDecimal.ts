import { Decimal } from 'decimal.js'

// The yardstick of tests has more digits than what it measures
export const Exact = Decimal.clone({ precision: 60 })

/**
 * The value of a double itself. `new Decimal(0.1)` is the decimal 0.1, which is another number than the double and far
 * enough away to look like an error of the function under test.
 */
export function exactDecimal(x: number): Decimal {
  const magnitude = new Exact(`0b${Math.abs(x).toString(2)}`)
  return x < 0 ? magnitude.neg() : magnitude
}
