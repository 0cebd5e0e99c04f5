import { CROSS } from '../margin/poolMargin.ts'
import { allocate } from '../units/allocate.ts'
import { asQuote, type Quote } from '../units/quantities.ts'
import type { LegId, PoolId } from './Account.ts'
import type { Draft, Moment } from './Draft.ts'
import type { LegShare } from './LedgerEvent.ts'
import { coverLoss, type Closed } from './coverLoss.ts'

/** The legs that just left a pool, with the weights (maintenance margin) by which its remainder is told apart. */
export interface Departure {
  readonly pool: PoolId
  readonly legs: readonly { readonly leg: LegId; readonly weight: Quote }[]
  /** What a liquidation closed of them. */
  readonly closed?: ReadonlyMap<LegId, Closed>
}

const NOTHING_CLOSED: ReadonlyMap<LegId, Closed> = new Map()

/**
 * A pool without positions: a debt is borne by the insurance fund and what stands behind it, never by another pool
 * [W2, Q5]; an isolated pool's cash goes back to the wallet and the pool is closed. Does nothing while the pool holds
 * positions.
 */
export function settleEmptyPool(draft: Draft, moment: Moment, departure: Departure): void {
  const pool = draft.account.pools.get(departure.pool)
  if (pool === undefined || pool.legs.length > 0) return
  if (pool.cash.isNegative() && !pool.cash.isZero()) {
    const amount = asQuote(pool.cash.neg())
    const shares = sharesOf(departure, amount)
    coverLoss(draft, moment, { pool: pool.id, shares, closed: departure.closed ?? NOTHING_CLOSED })
    draft.emit(moment, { type: 'bad-debt-covered', pool: pool.id, amount, shares })
  } else if (pool.type === 'isolated' && pool.cash.gt(0)) {
    draft.emit(moment, { type: 'transferred', from: pool.id, to: CROSS, amount: pool.cash, why: 'released' })
  }
  if (pool.type === 'isolated') draft.emit(moment, { type: 'pool-closed', pool: pool.id })
}

/** The pool's last cash goes to the insurance fund, where the rules keep it. */
export function forfeitResidual(draft: Draft, moment: Moment, departure: Departure): void {
  const pool = draft.account.pools.get(departure.pool)
  if (pool === undefined || pool.legs.length > 0 || !pool.cash.gt(0)) return
  draft.emit(moment, { type: 'residual-forfeited', pool: pool.id, amount: pool.cash, shares: sharesOf(departure, pool.cash) })
}

function sharesOf(departure: Departure, amount: Quote): readonly LegShare[] {
  const parts = allocate(amount, departure.legs.map((leg) => leg.weight))
  return departure.legs.map((leg, i) => ({ leg: leg.leg, amount: parts[i] ?? amount }))
}
