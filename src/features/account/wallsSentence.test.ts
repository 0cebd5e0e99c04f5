import { describe, expect, it } from 'vitest'
import type { AccountColumn } from '../../store/selectors/rows/AccountColumn.ts'
import { wallsSentence } from './wallsSentence.ts'

type Pool = AccountColumn['walls'][number]

function pool(type: Pool['type'], legs: string, id: string = type): Pool {
  return {
    pool: id,
    type,
    legs: legs.split(' ').map((name) => {
      const base = name.replace('!', '')
      return { leg: `${base}@${id}`, instrument: `${base}-PERP`, base, isLong: true, isFlooded: name.endsWith('!') }
    }),
  }
}

describe('the walls as a sentence', () => {
  it('names shared and own walls, and what was flooded', () => {
    expect(wallsSentence([pool('cross', 'BTC ETH'), pool('isolated', 'SOL!')]))
      .toBe('BTC and ETH share a pool; SOL has its own wall and is liquidated')
    expect(wallsSentence([pool('cross', 'BTC! ETH! SOL!')])).toBe('BTC, ETH and SOL share a pool, all liquidated')
    expect(wallsSentence([pool('cross', 'BTC ETH! SOL')])).toBe('BTC, ETH and SOL share a pool, ETH liquidated')
  })

  it('has words for one position in the shared pool, for a bucket, and for nothing', () => {
    expect(wallsSentence([pool('cross', 'BTC')])).toBe('BTC in the shared pool')
    expect(wallsSentence([pool('cross', 'BTC!')])).toBe('BTC in the shared pool, liquidated')
    expect(wallsSentence([pool('bucket', 'BTC ETH', 'bucket:hedge')])).toBe('BTC and ETH in bucket hedge')
    expect(wallsSentence([])).toBe('No positions')
  })
})
