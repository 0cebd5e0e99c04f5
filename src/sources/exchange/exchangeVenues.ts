import type { ExchangeVenue } from './ExchangeVenue.ts'
import type { VenueId } from './VenueId.ts'
import { binance } from './venues/binance.ts'
import { bybit } from './venues/bybit.ts'
import { coinbase } from './venues/coinbase.ts'
import { deribit } from './venues/deribit.ts'
import { dydx } from './venues/dydx.ts'
import { hyperliquid } from './venues/hyperliquid.ts'
import { krakenFutures } from './venues/krakenFutures.ts'
import { okx } from './venues/okx.ts'
import type { VenueAdapter } from './venues/VenueAdapter.ts'

const ADAPTERS: Readonly<Record<VenueId, VenueAdapter>> = {
  bybit,
  deribit,
  coinbase,
  binance,
  okx,
  hyperliquid,
  'kraken-futures': krakenFutures,
  dydx,
}

/** What can be chosen, the most useful first. */
export const EXCHANGE_VENUES: readonly ExchangeVenue[] = Object.values(ADAPTERS).map(({ venue }) => venue)

export function adapterOf(id: VenueId): VenueAdapter {
  return ADAPTERS[id]
}
