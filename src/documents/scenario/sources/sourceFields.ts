import * as v from 'valibot'
import { finiteNumber, wholeNumber } from '../../validators/numbers.ts'
import { timeText, wholeMillis } from '../../validators/times.ts'

/** Fields that several sources of prices have. */
export const clockFields = { start: v.optional(timeText), barMillis: v.optional(wholeMillis) }

export const decimalPlaces = v.optional(v.pipe(wholeNumber, v.maxValue(12, 'at most 12 decimal places were expected')))

export const seedNumber = v.pipe(wholeNumber, v.description('The same seed gives the same prices, everywhere.'))

export const barCount = v.pipe(wholeNumber, v.minValue(1, 'at least one bar was expected'), v.maxValue(200_000, 'at most 200000 bars are made'))

export const notNegative = v.pipe(finiteNumber, v.check((value) => value >= 0, 'a number of at least 0 was expected'))

/** 1 to 200 of a kind. */
export function atLeastOne<T extends v.GenericSchema>(item: T) {
  return v.pipe(v.array(item), v.minLength(1, 'at least one was expected'), v.maxLength(200, 'at most 200 are read'))
}
