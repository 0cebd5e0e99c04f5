import type { AccountColumn } from '../../store/selectors/rows/AccountColumn.ts'
import { words } from './words.ts'

type Pool = AccountColumn['walls'][number]

/** The picture of the walls as a sentence: "BTC and ETH share a pool, SOL has its own wall and is liquidated". */
export function wallsSentence(pools: readonly Pool[]): string {
  if (pools.length === 0) return words.walls.none
  return pools.map(poolWords).join('; ')
}

function poolWords(pool: Pool): string {
  const names = pool.legs.map((leg) => leg.base)
  const first = pool.legs[0]
  if (pool.type === 'isolated' && first !== undefined) return words.walls.alone(first.base, first.isFlooded)
  if (pool.type === 'bucket') return words.walls.bucket(pool.pool.replace(/^bucket:/, ''), listed(names), fateOf(pool))
  if (first !== undefined && pool.legs.length === 1) return words.walls.inShared(first.base, first.isFlooded)
  return words.walls.shared(listed(names), fateOf(pool))
}

function fateOf(pool: Pool): string {
  const flooded = pool.legs.filter((leg) => leg.isFlooded)
  if (flooded.length === 0) return ''
  if (flooded.length === pool.legs.length) return words.walls.allFlooded(flooded.length)
  return words.walls.someFlooded(listed(flooded.map((leg) => leg.base)))
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${words.and}${names.at(-1) ?? ''}`
}
