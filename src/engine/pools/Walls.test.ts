import { describe, expect, it } from 'vitest'
import { command, order, pathTape, played, story } from '../testing/fixtures.ts'
import { poolFor, poolId, poolTypeOf, type Walls } from './Walls.ts'

describe('Walls', () => {
  it('[W1] a partition says which pool each leg opens in; the orders stay the same', () => {
    const pool = (walls: Walls, asSet: 'cross' | 'isolated' | 'bucket:x') => poolFor(walls, 'A@1', asSet)
    expect([pool('as-set', 'bucket:x'), pool('all-isolated', 'bucket:x'), pool('all-cross', 'bucket:x')]).toEqual(['bucket:x', 'isolated:A@1', 'cross'])
    expect([pool({ 'A@1': 'cross' }, 'isolated'), pool({ other: 'cross' }, 'isolated')]).toEqual(['cross', 'isolated:A@1'])
    expect(['cross', 'isolated:x', 'bucket:x', poolId('l', 'isolated')].map(poolTypeOf)).toEqual(['cross', 'isolated', 'bucket', 'isolated'])
  })

  it('[W1] the same commands in four partitions', () => {
    const words = { tape: pathTape({ A: [100, 100] }), commands: [command.add(0, 'bucket:x', '50'), order({ pool: 'bucket:x' }), order(), order({ pool: 'cross' })] }
    const pools = (walls: Walls) => [...played(words, walls).accountAt(1).positions.values()].map((held) => held.pool)
    expect(pools('as-set')).toEqual(['bucket:x', 'isolated:A@isolated', 'cross'])
    expect(pools('all-isolated')).toEqual(['isolated:A@bucket:x', 'isolated:A@isolated', 'isolated:A@cross'])
    expect(pools('all-cross')).toEqual(['cross', 'cross', 'cross'])
    expect(pools({ 'A@cross': 'bucket:x', 'A@bucket:x': 'isolated' })).toEqual(['isolated:A@bucket:x', 'isolated:A@isolated', 'bucket:x'])
    expect(story(played(words, 'all-cross'))[0]).toBe('refused add-margin shared-by-walls')
  })
})
