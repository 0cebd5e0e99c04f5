import type { Position } from '../ledger/Account.ts'
import { priceOfValue, valueOf } from '../instruments/valuation.ts'
import { asQuote, type Price, type Quote } from '../units/quantities.ts'

/**
 * The price at which closing a position takes with it its part of the pool's equity, shared by maintenance margin:
 * value(b) = value(mark) - equity x own / all. (dYdX v4, `GetBankruptcyPriceInQuoteQuantums`: -dNotional - TNC |dMMR| / TMMR.)
 * Of a position alone in its pool it is the bankruptcy price. Not rounded; absent where no price above zero does it.
 */
export function proRataBankruptcy(position: Pick<Position, 'type' | 'qty'>, at: { readonly mark: Price; readonly equity: Quote; readonly own: Quote; readonly all: Quote }): Price | undefined {
  if (!at.all.gt(0)) return undefined
  const worth = asQuote(valueOf(position, at.mark).minus(at.equity.times(at.own).div(at.all)))
  if (worth.isZero()) return undefined
  const price = priceOfValue(position, worth)
  return price.gt(0) ? price : undefined
}
