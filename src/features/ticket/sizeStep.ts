import { Decimal } from '../../engine/index.ts'

/** Decimals a size is shown with when the market's step is finer than anyone reads. */
const READABLE = 4

/**
 * The step a size is shown and set by: the market's, or where that is finer than can be read, four decimals, for sizes
 * below 1 four significant digits. Always a multiple of the market's step that is a power of ten.
 */
export function shownStep(size: string, qtyStep: string): string {
  const value = new Decimal(size === '' ? 0 : size).abs()
  const decimals = value.isZero() || value.gte(1) ? READABLE : READABLE - 1 - value.e
  return Decimal.max(qtyStep, new Decimal(10).pow(-decimals)).toFixed()
}

/** One press of an arrow key: about a hundredth to a thousandth of the largest size, a power of ten, not below the step. */
export function nudgeOf(largest: string, qtyStep: string): string {
  const most = new Decimal(largest)
  return most.isZero() ? shownStep('1', qtyStep) : Decimal.max(qtyStep, new Decimal(10).pow(most.e - 2)).toFixed()
}
