import { POWERS_OF_TEN } from './priceDigits.ts'

/** More decimal places than this no market quotes; what has more is a computed average. */
const MOST_DECIMALS = 12

/**
 * The fewest decimal places in which every price of the columns can be written, at most 12: the tick size the file shows.
 * A price is a decimal of at most 15 digits, so it has d places if rounding to d places gives the same double.
 */
export function decimalsSeen(columns: readonly (Float64Array | undefined)[]): number {
  let decimals = 0
  for (const column of columns) {
    if (column === undefined) continue
    let power = POWERS_OF_TEN[decimals] as number
    for (let i = 0; i < column.length; i++) {
      const price = column[i] as number
      while (decimals < MOST_DECIMALS && Math.round(price * power) / power !== price) {
        decimals += 1
        power = POWERS_OF_TEN[decimals] as number
      }
    }
    if (decimals === MOST_DECIMALS) return decimals
  }
  return decimals
}
