import type { Mode } from '../../ui/primitives/ModeBadge.tsx'

/** The kind of a pool, from its id or from what the ticket asks for: `cross`, `isolated:…`, `bucket:<name>`. */
export function poolMode(pool: string): Mode {
  if (pool === 'cross') return 'cross'
  return pool.startsWith('bucket:') ? 'bucket' : 'isolated'
}

/** Name of a bucket; empty for other pools. */
export function bucketName(pool: string): string {
  return poolMode(pool) === 'bucket' ? pool.slice('bucket:'.length) : ''
}
