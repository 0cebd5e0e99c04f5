import type { CompiledAccount } from './CompiledAccount.ts'
import { needOf, valueOf } from './needOf.ts'

/** Equity and requirement of every pool at one point; reused from call to call. Index: the account's pools. */
export interface PoolFigures {
  equity: Float64Array
  need: Float64Array
}

export function createPoolFigures(): PoolFigures {
  return { equity: new Float64Array(8), need: new Float64Array(8) }
}

/**
 * Fills in the figures of all pools and returns the equity of the account. Mirrors engine T1 and M4–M6.
 * @param marks  one price a series
 */
export function poolFigures(account: CompiledAccount, marks: Float64Array, into: PoolFigures): number {
  const pools = account.cash.length
  if (into.equity.length < pools) {
    into.equity = new Float64Array(2 * pools)
    into.need = new Float64Array(2 * pools)
  }
  const { equity, need } = into
  let total = 0
  for (let pool = 0; pool < pools; pool++) {
    equity[pool] = account.cash[pool]!
    need[pool] = account.fixedNeed[pool]!
    total += account.cash[pool]!
  }
  for (let leg = 0; leg < account.qty.length; leg++) {
    const pool = account.legPool[leg]!
    const price = marks[account.legSeries[leg]!]!
    const pnl = valueOf(account, leg, price) - account.entryNotional[leg]!
    equity[pool]! += pnl
    need[pool]! += needOf(account, leg, price)
    total += pnl
  }
  return total
}

/** need ÷ equity of a pool: 1 liquidates. Infinite without equity. */
export function marginRatio(figures: PoolFigures, pool: number): number {
  const equity = figures.equity[pool]!
  return equity > 0 ? figures.need[pool]! / equity : Number.POSITIVE_INFINITY
}
