import type { SeriesName } from '../../sources/exchange/ExchangeRequest.ts'
import type { ExchangeVenue } from '../../sources/exchange/ExchangeVenue.ts'
import { adapterOf, EXCHANGE_VENUES as VENUES } from '../../sources/exchange/exchangeVenues.ts'
import type { VenueId } from '../../sources/exchange/VenueId.ts'

/** The exchanges, for the screen: what each serves. It brings all adapters, so only the form of loading imports it. */
export type { ExchangeInstrument, ExchangeRequest, SeriesName } from '../../sources/exchange/ExchangeRequest.ts'
export type { ExchangeMarket, ExchangeVenue } from '../../sources/exchange/ExchangeVenue.ts'

export const EXCHANGE_VENUES: readonly ExchangeVenue[] = VENUES

export function venueOf(id: VenueId): ExchangeVenue {
  return adapterOf(id).venue
}

/** Name of an exchange that a document or a record names; as it is written where none of ours is called so. */
export function venueName(id: string): string {
  return VENUES.find((venue) => venue.id === id)?.name ?? id
}

/** Between two requests in a long load, ms: the pace that the venue allows. */
export function askedEvery(venue: VenueId): number {
  return adapterOf(venue).pace.everyMillis
}

/** Whether a market serves a series in bars of a size. */
export function serves(venue: VenueId, market: string, series: SeriesName, barMillis: number): boolean {
  const bars = adapterOf(venue).series(market, series)?.bars
  return bars === undefined || series === 'funding' || bars.includes(barMillis)
}
