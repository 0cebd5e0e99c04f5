import type { LegId, PoolId, PoolType } from '../ledger/Account.ts'
import type { PoolRef } from '../ledger/Command.ts'
import { CROSS } from './cross.ts'

/** Which pool each position is in: as the commands say, each alone, all together, or named by the user. */
export type Walls = 'as-set' | 'all-isolated' | 'all-cross' | { readonly [leg: LegId]: PoolRef }

export const TWINS = ['as-set', 'all-isolated', 'all-cross'] as const

/** The pool a leg opens in under these walls; a leg a partition does not name stays as set. */
export function poolFor(walls: Walls, leg: LegId, asSet: PoolRef): PoolId {
  return poolId(leg, refFor(walls, leg, asSet))
}

function refFor(walls: Walls, leg: LegId, asSet: PoolRef): PoolRef {
  if (walls === 'as-set') return asSet
  if (walls === 'all-isolated') return 'isolated'
  if (walls === 'all-cross') return 'cross'
  return (Object.hasOwn(walls, leg) ? walls[leg] : undefined) ?? asSet
}

/** An isolated pool belongs to its leg; a bucket keeps its name; cross is one. */
export function poolId(leg: LegId, ref: PoolRef): PoolId {
  return ref === 'isolated' ? `isolated:${leg}` : ref
}

export function poolTypeOf(id: PoolId): PoolType {
  if (id === CROSS) return 'cross'
  return id.startsWith('bucket:') ? 'bucket' : 'isolated'
}
