/** What the ticket needs to know of the market it trades. Decimal text. */
export interface TicketMarket {
  readonly symbol: string
  readonly base: string
  readonly quote: string
  /** What sizes are in: the base, of an inverse contract the quote currency, which then is its only unit. */
  readonly sizeUnit: string
  readonly isInverse: boolean
  /** What margin and fees are in. */
  readonly currency: string
  readonly tickSize: string
  readonly qtyStep: string
  readonly mark: string
  /** Where the tape has one: what orders trade at. */
  readonly last?: string | undefined
}
