import { describe, expect, it } from 'vitest'
import type { BucketHead } from '../../../store/selectors/selectBucketHeads.ts'
import type { PositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import { positionBlocks, positionLines } from './positionLines.ts'

const head = (bucket: string): BucketHead => ({
  type: 'bucket', key: `bucket:${bucket}`, bucket, pool: `bucket:${bucket}`, twin: 'as-set', equity: '100', maintenanceMargin: '1', marginRatio: '0.01', positions: 1,
})

const row = (key: string, type: 'open' | 'liquidated', bucket?: string): PositionRow => ({ key, type, bucket }) as PositionRow

describe('positionLines', () => {
  const buckets = [head('hedge'), head('alts')]
  const rows = [row('dead', 'liquidated'), row('a', 'open', 'alts'), row('b', 'open'), row('h1', 'open', 'hedge'), row('h2', 'open', 'hedge'), row('dead in a bucket', 'liquidated', 'hedge')]

  it('puts each bucket under its head and what was liquidated at the end', () => {
    expect(positionLines(rows, buckets).map((line) => line.key)).toEqual([
      'b', 'bucket:hedge', 'h1', 'h2', 'bucket:alts', 'a', 'dead', 'dead in a bucket',
    ])
  })

  it('keeps the blocks whatever the order inside', () => {
    const block = positionBlocks(buckets)
    const backwards = positionLines(rows, buckets).toReversed().toSorted((a, b) => block(a) - block(b))
    expect(backwards.map((line) => line.type)).toEqual(['open', 'bucket', 'open', 'open', 'bucket', 'open', 'liquidated', 'liquidated'])
  })
})
