/**
 * An account as arrays of doubles, as it stands between two events. Legs are grouped by nothing; `legPool` says where
 * each one is. Made by `bridge/fromEngine`.
 */
export interface CompiledAccount {
  readonly legs: readonly string[]
  /** Index into `pools`. */
  readonly legPool: Int32Array
  /** Column of the leg's prices, and of its tier table. */
  readonly legSeries: Int32Array
  /** Base units, signed. */
  readonly qty: Float64Array
  /** qty × entry price, with the sign of qty. */
  readonly entryNotional: Float64Array
  readonly pools: readonly string[]
  readonly cash: Float64Array
  /** Positions a pool holds. */
  readonly held: Int32Array
}
