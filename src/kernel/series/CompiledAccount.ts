/** A leg's requirement by its notional N: rate[p] × N + offset[p] + growth × N² on the piece p with floor[p] < N <= floor[p + 1]. */
export interface CompiledNeed {
  readonly floor: Float64Array
  readonly rate: Float64Array
  readonly offset: Float64Array
  readonly growth: number
}

/**
 * An account as arrays of doubles, as it stands between two events. Legs are grouped by nothing; `legPool` says where
 * each one is. Made by `bridge/fromEngine`.
 */
export interface CompiledAccount {
  readonly legs: readonly string[]
  /** Index into `pools`. */
  readonly legPool: Int32Array
  /** Column of the leg's prices. */
  readonly legSeries: Int32Array
  /** Signed: base units, or units of quote of an inverse contract. */
  readonly qty: Float64Array
  /** Value at entry. */
  readonly entryNotional: Float64Array
  /** 1 where the leg is an inverse contract, worth −qty / P. */
  readonly inverse: Uint8Array
  readonly need: readonly CompiledNeed[]
  readonly pools: readonly string[]
  readonly cash: Float64Array
  /** What a pool requires whatever its prices: the closing fee in its margin. */
  readonly fixedNeed: Float64Array
  /** Positions a pool holds. */
  readonly held: Int32Array
}
