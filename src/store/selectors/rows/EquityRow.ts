/** One point of Chart A. */
export interface EquityRow {
  readonly tick: number
  readonly time: number
  readonly isolated: number
  readonly cross: number
  /** The account as set. */
  readonly yours: number
  /** Of another line, where one is compared: the account selected; null where it was not played. */
  readonly other?: number | null
}
