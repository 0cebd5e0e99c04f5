/** One point of Chart A. */
export interface EquityRow {
  readonly tick: number
  readonly time: number
  readonly isolated: number
  readonly cross: number
  /** The account as set. */
  readonly yours: number
}
