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
  /** Where the halves are not the twins: whether each stands behind its own wall. */
  readonly modes?: readonly ['iso' | 'cross', 'iso' | 'cross'] | undefined
}

/** What the two halves are: the twins unless said. */
export type LaneHalves = { readonly names: readonly [string, string]; readonly letters: readonly [string, string] }

export const TWIN_HALVES: LaneHalves = { names: ['isolated', 'cross'], letters: ['I', 'X'] }

export type LaneLink = { readonly tick: number; readonly from: string; readonly to: readonly string[] }
