import { ZERO_QUOTE, type Quote } from '../units/quantities.ts'
import { poolTypeOf } from '../pools/Walls.ts'
import type { Account, Pool, PoolId, PoolOthers, Position } from './Account.ts'
import { emptyAccount } from './evolve.ts'

/** Positions and collateral as they stand, without a history. */
export interface Book {
  /** Cash of the cross pool. */
  readonly wallet: Quote
  /** Cash of every other pool. */
  readonly cash: ReadonlyMap<PoolId, Quote>
  readonly positions: readonly Position[]
  /** Positions known by their figures only, by pool. */
  readonly others?: ReadonlyMap<PoolId, PoolOthers> | undefined
}

/** The account a book describes. */
export function bookAccount(book: Book): Account {
  const pools = new Map<PoolId, Pool>([['cross', { id: 'cross', type: 'cross', cash: book.wallet, legs: [] }]])
  for (const [id, cash] of book.cash) pools.set(id, { id, type: poolTypeOf(id), cash, legs: [] })
  for (const { leg, pool: id } of book.positions) {
    const pool = pools.get(id) ?? { id, type: poolTypeOf(id), cash: ZERO_QUOTE, legs: [] }
    pools.set(id, { ...pool, legs: [...pool.legs, leg] })
  }
  for (const [id, others] of book.others ?? []) pools.set(id, { ...(pools.get(id) ?? { id, type: poolTypeOf(id), cash: ZERO_QUOTE, legs: [] }), others })
  return { ...emptyAccount(), pools, positions: new Map(book.positions.map((position) => [position.leg, position])) }
}
