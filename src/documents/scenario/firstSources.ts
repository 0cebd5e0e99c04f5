import * as v from 'valibot'
import { columnEntries } from '../tape/TapeDocument.ts'
import { knownObject } from '../validators/knownObject.ts'
import { nameText } from '../validators/nameText.ts'
import { finiteNumber, positiveNumber } from '../validators/numbers.ts'
import { atLeastOne, clockFields, decimalPlaces } from './sources/sourceFields.ts'

/** The sources of prices that the first screen plays. Those of the others are in TapeSource.ts: the page fetches them when a scenario names one. */
export const firstSources = {
  scripted: knownObject({ type: v.literal('scripted'), id: nameText }),
  shock: knownObject({
    type: v.literal('shock'),
    id: nameText,
    ...clockFields,
    instruments: atLeastOne(knownObject({ symbol: nameText, price: positiveNumber, decimals: decimalPlaces, beta: v.optional(finiteNumber) })),
  }),
  inline: knownObject({ type: v.literal('inline'), ...columnEntries }),
}
