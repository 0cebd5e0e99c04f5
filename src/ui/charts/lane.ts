/** Margin ratio 0–10, 10–25, 25–50, 50–80, 80 % and over. */
export type LaneLevel = 0 | 1 | 2 | 3 | 4

export type LaneCell = { readonly from: number; readonly to: number; readonly level: LaneLevel | 'closed' }

export type Lane = {
  readonly id: string
  readonly label: string
  readonly side: string
  readonly iso: readonly LaneCell[]
  readonly cross: readonly LaneCell[]
  /** State at the cursor: "open", "closed at 73". */
  readonly isoEnd: string
  readonly crossEnd: string
  /** Liquidated at, for the ✕; absent while it lives or where it was closed by hand. */
  readonly isoFlood?: number | undefined
  readonly crossFlood?: number | undefined
}

export type LaneLink = { readonly tick: number; readonly from: string; readonly to: readonly string[] }
