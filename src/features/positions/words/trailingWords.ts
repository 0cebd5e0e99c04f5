import type { Say } from './Say.ts'

/** A trailing stop as a command asks for it: a share of the best price, or a distance from it. */
export interface AskedTrailing {
  readonly rate?: string | undefined
  readonly distance?: string | undefined
  readonly activation?: string | undefined
}

/** A trailing stop as events hold it. */
export interface PlainTrailing {
  readonly callback: { readonly unit: 'rate'; readonly rate: string } | { readonly unit: 'distance'; readonly distance: string }
  readonly activation?: string | undefined
}

/** "trailing stop 5% back", "trailing stop 2.00 back, from 160.00 on". */
export function trailingWords(leg: string, trailing: AskedTrailing | PlainTrailing, say: Say): string {
  const { rate, distance, activation } = 'callback' in trailing ? askedOf(trailing) : trailing
  const back = rate === undefined ? say.price(leg, distance ?? '0') : say.format.percent(rate)
  return `trailing stop ${back} back${activation === undefined ? '' : `, from ${say.price(leg, activation)} on`}`
}

/** The same as a command asks for it. */
export function askedOf({ callback, activation }: PlainTrailing): AskedTrailing {
  return { ...(callback.unit === 'rate' ? { rate: callback.rate } : { distance: callback.distance }), ...(activation === undefined ? {} : { activation }) }
}
