/** A tier table as arrays: tier t holds a notional N with floor[t] < N <= floor[t + 1]. */
export interface CompiledTiers {
  readonly floor: Float64Array
  readonly rate: Float64Array
  readonly amount: Float64Array
}

/** What the liquidation test asks of a position, as doubles. Made by `bridge/fromEngine`. */
export interface CompiledRules {
  /** One a series of the tape. */
  readonly tiers: readonly CompiledTiers[]
  /** Whether the maintenance rate applies to the notional at the mark, or at entry. */
  readonly isOnMark: boolean
  /** Taker fee, where the rules count it in the test; else 0. */
  readonly exitRate: number
}
