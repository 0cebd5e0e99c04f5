import { required } from '../result/result.ts'
import type { Price } from '../units/quantities.ts'
import type { PriceKind } from '../venues/Rules.ts'

/** Prices of a moment: an instrument's mark under its symbol, what is known besides under `SYM#index` and `SYM#last`. [K4] */
type Prices = ReadonlyMap<string, Price>

/** The name under which a kind of price of an instrument stands among marks and series. */
export function priceKey(instrument: string, kind: PriceKind = 'mark'): string {
  return kind === 'mark' ? instrument : `${instrument}#${kind}`
}

/** The instrument and the kind that a name stands for. */
export function ofPriceKey(key: string): { readonly instrument: string; readonly kind: PriceKind } {
  if (key.endsWith('#index')) return { instrument: key.slice(0, -'#index'.length), kind: 'index' }
  if (key.endsWith('#last')) return { instrument: key.slice(0, -'#last'.length), kind: 'last' }
  return { instrument: key, kind: 'mark' }
}

/** The price of a kind; where it is not known, the mark. A missing mark is an error, never zero. [K4] */
export function priceOf(marks: Prices, instrument: string, kind: PriceKind): Price {
  return marks.get(priceKey(instrument, kind)) ?? required(marks.get(instrument), `the mark of ${instrument}`)
}

/** Where a map by price key (prices, columns) holds what stands for a kind of price: under its own name, or the mark's. */
export function standingKey(known: { has(key: string): boolean }, instrument: string, kind: PriceKind): string {
  const key = priceKey(instrument, kind)
  return known.has(key) ? key : instrument
}
