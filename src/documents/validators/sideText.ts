import * as v from 'valibot'
import { quoted } from '../Problem.ts'
import { nearest } from './knownObject.ts'

const SIDES: Readonly<Record<string, 'long' | 'short' | undefined>> = {
  long: 'long', buy: 'long', bid: 'long', short: 'short', sell: 'short', ask: 'short',
  // One-way accounts: the sign of the quantity says it.
  net: undefined, both: undefined, none: undefined, '': undefined,
}
const WORDS = Object.keys(SIDES).filter((word) => word !== '')

/** The side of a position in the words of venues, whatever their case; absent where they leave it to the sign. */
export const sideText: v.GenericSchema<string, 'long' | 'short' | undefined> = v.pipe(
  v.string(),
  v.metadata({ description: '"long" or "short" (also Buy and Sell); "net", "both" and "none" leave it to the sign of the quantity. Must agree with a sign.' }),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const word = dataset.value.toLowerCase()
    if (Object.hasOwn(SIDES, word)) return SIDES[word]
    const near = nearest(word, WORDS)
    addIssue({ message: `"long" or "short" was expected, ${quoted(dataset.value)} was given${near === undefined ? '' : `; did you mean "${near}"?`}` })
    return NEVER
  }),
)
