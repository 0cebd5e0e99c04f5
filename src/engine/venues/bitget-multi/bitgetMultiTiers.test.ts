import { describe, expect, it } from 'vitest'
import { leverageLimit, maintenanceOf } from '../../margin/requirement.ts'
import { heldPosition } from '../../testing/fixtures.ts'
import { price } from '../../units/quantities.ts'
import { bitgetMultiRules } from './bitgetMultiRules.ts'

describe('Bitget position tiers', () => {
  const held = (size: string) => heldPosition({ instrument: 'BTCUSDT', qty: size, entry: '50000' })

  it('[BQ4] 0.4 % of the first 150,000, 0.5 % to 900,000, 1 % beyond: 1,000,000 needs 600 + 3,750 + 1,000', () => {
    expect(maintenanceOf(held('20'), price('50000'), bitgetMultiRules).toFixed()).toBe('5350')
    expect(maintenanceOf(held('3'), price('50000'), bitgetMultiRules).toFixed()).toBe('600')
  })

  it('[BQ4] 125x, 100x, 50x, 40x, 20x', () => {
    const limits = ['3', '18', '60', '120', '180'].map((size) => leverageLimit(bitgetMultiRules, held(size), price('50000')).toFixed())
    expect(limits).toEqual(['125', '100', '50', '40', '20'])
  })
})
