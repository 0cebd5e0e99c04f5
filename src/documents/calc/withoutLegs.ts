import { asQuote, ZERO_QUOTE, type Account, type Pool } from '../../engine/index.ts'

const CROSS = 'cross'

/** The account as if these legs had not been opened: what stood behind their own walls is back in the shared pool, nothing is realised. */
export function withoutLegs(account: Account, legs: readonly string[]): Account {
  const gone = new Set(legs.filter((leg) => account.positions.has(leg)))
  if (gone.size === 0) return account
  const pools = new Map<string, Pool>()
  let freed = ZERO_QUOTE
  for (const [id, pool] of account.pools) {
    const left = pool.legs.filter((leg) => !gone.has(leg))
    if (pool.type === 'isolated' && left.length === 0 && pool.legs.length > 0) freed = asQuote(pool.cash.plus(freed))
    else pools.set(id, { ...pool, legs: left })
  }
  const shared = pools.get(CROSS)
  if (shared !== undefined) pools.set(CROSS, { ...shared, cash: asQuote(shared.cash.plus(freed)) })
  return { ...account, pools, positions: new Map([...account.positions].filter(([leg]) => !gone.has(leg))) }
}
