/** A fund as it stands. Amounts are decimal text. */
export interface FundLine {
  readonly fund: string
  /** Absent: the venue's. */
  readonly instrument: string | undefined
  readonly start: string
  readonly balance: string
}

/** A change of a fund; also a row of the table. */
export interface FundChangeRow {
  readonly key: string
  readonly seq: number
  readonly tick: number
  readonly time: number
  readonly fund: string
  readonly why: 'liquidation-fee' | 'forfeited' | 'bad-debt' | 'settled' | 'deleveraged' | 'shortfall'
  readonly pool: string | undefined
  readonly change: string
  readonly balance: string
}

/** A counterparty whose position was closed to pay for a loss. */
export interface DeleveragedRow {
  readonly key: string
  readonly seq: number
  readonly tick: number
  readonly time: number
  readonly rank: number
  readonly counterparty: string
  readonly instrument: string
  /** The leg it paid for. */
  readonly leg: string
  readonly pool: string
  /** Signed: what was closed of the counterparty's position. */
  readonly qty: string
  readonly price: string
  readonly score: string
  readonly amount: string
}

/** What nobody covered. */
export interface ShortfallRow {
  readonly key: string
  readonly seq: number
  readonly tick: number
  readonly pool: string
  readonly amount: string
}
