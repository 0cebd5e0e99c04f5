import type { Price } from '../units/quantities.ts'
import type { PriceKind } from '../venues/Rules.ts'
import { ofPriceKey, priceOf } from './priceKey.ts'

/**
 * What the liquidation test looks at: of every instrument the price of the kind that triggers, under its symbol alone.
 * Where a tape has no such price it is the mark. Of a view it makes the same view. [K5]
 */
export function testMarks(marks: ReadonlyMap<string, Price>, kind: PriceKind): ReadonlyMap<string, Price> {
  if (kind === 'mark') return marks
  const view = new Map<string, Price>()
  for (const key of marks.keys()) {
    const { instrument } = ofPriceKey(key)
    if (instrument === key) view.set(key, priceOf(marks, key, kind))
  }
  return view
}
