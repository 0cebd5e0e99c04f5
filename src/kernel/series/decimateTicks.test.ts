import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimateTicks } from './decimateTicks.ts'

const walk = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 3000 }).map((steps) => {
  let at = 0
  return Float64Array.from(steps, (step) => (at += step))
})

describe('decimateTicks', () => {
  it('keeps the ends, the kept ticks and the extremes, in order, within the limit', () => {
    fc.assert(
      fc.property(walk, fc.array(fc.nat(2999), { maxLength: 40 }), (column, marks) => {
        const last = column.length - 1
        const kept = [...new Set(marks)].filter((tick) => tick <= last).sort((a, b) => a - b)
        const ticks = decimateTicks({ columns: [column], kept, last, most: 300 })
        expect(ticks.length).toBeLessThanOrEqual(300)
        expect([...ticks]).toEqual([...new Set(ticks)].sort((a, b) => a - b))
        expect([ticks[0], ticks.at(-1)]).toEqual([0, last])
        for (const tick of kept) expect(ticks.includes(tick)).toBe(true)
        const shown = [...ticks].map((tick) => column[tick]!)
        expect(Math.max(...shown)).toBe(Math.max(...column))
        expect(Math.min(...shown)).toBe(Math.min(...column))
      }),
    )
  })

  it('does not change its mind about full buckets while the cursor moves on', () => {
    const column = Float64Array.from({ length: 2000 }, (_, i) => Math.sin(i * 1.7) * i)
    const before = decimateTicks({ columns: [column], kept: [], last: 1500, most: 300 })
    const after = decimateTicks({ columns: [column], kept: [], last: 1530, most: 300 })
    const settled = [...before].filter((tick) => tick < 1400)
    expect(settled.filter((tick) => !after.includes(tick))).toEqual([])
  })

  it('thins the kept ticks evenly where they alone are too many', () => {
    const ticks = decimateTicks({ columns: [new Float64Array(5000)], kept: Array.from({ length: 5000 }, (_, i) => i), last: 4999, most: 300 })
    expect(ticks.length).toBeLessThanOrEqual(300)
    expect(ticks.length).toBeGreaterThan(250)
  })
})
