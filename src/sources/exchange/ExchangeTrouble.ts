/**
 * What a failed load looks like.
 * offline: no network. blocked: the browser refused, by its rules for other sites or an extension. region: the venue does not serve this place.
 * connection: it broke off or gave no answer in time. server: the venue is out of order. symbol: it has no such instrument.
 * no-data: nothing in the period. reply: it answers something else than it documents. stalled: its pages do not advance.
 * request: the question cannot be asked of this venue. rejected: it refused the question in its own words.
 */
export type ExchangeTroubleCode =
  | 'offline'
  | 'blocked'
  | 'region'
  | 'rate-limit'
  | 'symbol'
  | 'no-data'
  | 'reply'
  | 'stalled'
  | 'connection'
  | 'server'
  | 'request'
  | 'rejected'
  | 'cancelled'

export interface ExchangeTrouble {
  readonly code: ExchangeTroubleCode
  /** What it looks like and what to do, as shown; where a file helps, which one. */
  readonly message: string
  /** Where it happened, for the curious: address, status, the venue's words. */
  readonly detail?: string | undefined
}
