import { required } from '../result/result.ts'
import type { Price } from '../units/quantities.ts'

/** Prices at one moment by `priceKey`: marks under the symbol itself, index and last beside them where they are known. */
export type Marks = ReadonlyMap<string, Price>

/** The mark of an instrument; a missing one is an error, never zero. */
export function markOf(marks: Marks, instrument: string): Price {
  return required(marks.get(instrument), `the mark of ${instrument}`)
}
