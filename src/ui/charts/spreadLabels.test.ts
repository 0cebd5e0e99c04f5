import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spreadLabels } from './spreadLabels.ts'

const at = (values: readonly number[]) => values.map((value, i) => ({ id: String(i), at: value }))

describe('labels at the ends of lines', () => {
  it('stay where they belong while there is room', () => {
    expect([...spreadLabels(at([10, 40, 90]), { gap: 13, top: 0, bottom: 100 })]).toEqual([['2', 90], ['1', 40], ['0', 10]])
  })
  it('are pushed apart, down first, and up again from the floor', () => {
    const placed = spreadLabels(at([95, 95, 95]), { gap: 13, top: 0, bottom: 100 })
    // The lowest stands on the floor, the others 13 above each other.
    expect([placed.get('2'), placed.get('1'), placed.get('0')]).toEqual([100, 87, 74])
  })
  it('never cover each other, whatever they belong to, and keep their order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 1, maxLength: 8 }), (values) => {
        const placed = spreadLabels(at(values), { gap: 13, top: 0, bottom: 200 })
        const sorted = [...placed.values()].toSorted((a, b) => a - b)
        for (const [i, value] of sorted.entries()) if (i > 0) expect(value - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(13 - 1e-9)
        expect(Math.max(...sorted)).toBeLessThanOrEqual(200)
      }),
    )
  })
})
