/** A pool in words. */
export function poolName(pool: string): string {
  if (pool === 'cross') return 'shared pool'
  return pool.startsWith('bucket:') ? `bucket “${pool.slice('bucket:'.length)}”` : (pool.replace(/^isolated:/, '').split('@')[0] ?? pool)
}

/** Whose a value of a formula is: a position by its coin, a pool as it is called. */
export function ownerName(of: string, baseOf: (symbol: string | undefined) => string | undefined): string {
  if (of.startsWith('isolated:')) return `wall of ${ownerName(of.slice('isolated:'.length), baseOf)}`
  return baseOf(of.split('@')[0]) ?? poolName(of)
}
