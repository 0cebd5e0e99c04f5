/** The exchanges prices can be loaded from without a key. */
export const VENUE_IDS = ['bybit', 'deribit', 'coinbase', 'binance', 'okx', 'hyperliquid', 'kraken-futures', 'dydx'] as const

export type VenueId = (typeof VENUE_IDS)[number]
