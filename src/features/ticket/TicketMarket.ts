/** What the ticket needs to know of the market it trades. Decimal text. */
export interface TicketMarket {
  readonly symbol: string
  readonly base: string
  readonly quote: string
  readonly tickSize: string
  readonly qtyStep: string
  readonly mark: string
  /** Where the tape has one: what orders trade at. */
  readonly last?: string | undefined
}
