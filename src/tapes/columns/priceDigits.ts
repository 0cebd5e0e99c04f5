/** Powers of ten that a double holds exactly. */
export const POWERS_OF_TEN: readonly number[] = Array.from({ length: 23 }, (_, n) => Number(`1e${n}`))

/** Most significant digits a price of a tape may have, so that String(x) is the decimal exactly. [N1] */
export const MOST_DIGITS = 15

/** The double nearest to x that is a decimal of at most 15 significant digits. */
export function fifteenDigits(x: number): number {
  return Number(x.toPrecision(MOST_DIGITS))
}

/**
 * units·10^−decimals as the one double that prints so. Exact because the quotient of two exactly held numbers is rounded
 * once, and a decimal of at most 15 digits is the shortest name of its nearest double.
 * @param units     whole number below 10^15       @param decimals  0 … 22
 */
export function fromUnits(units: number, decimals: number): number {
  return units / (POWERS_OF_TEN[decimals] as number)
}

/** x to a number of decimal places, ties upwards, never below one unit of the last place; at most 15 digits in all. */
export function roundedToDecimals(x: number, decimals: number): number {
  const units = Math.floor(x * (POWERS_OF_TEN[decimals] as number) + 0.5)
  return units < 1e15 ? fromUnits(Math.max(1, units), decimals) : fifteenDigits(x)
}
