import { notionalOf, price, qty } from '../../engine/index.ts'
import type { Market } from './selectMarkets.ts'

/** What a quantity is worth at a price, in the account's currency, by the engine's own valuation. */
export function notionalText({ isInverse }: Pick<Market, 'isInverse'>, size: string, at: string): string {
  return notionalOf({ type: isInverse ? 'inverse' : 'linear', qty: qty(size) }, price(at)).toFixed()
}
