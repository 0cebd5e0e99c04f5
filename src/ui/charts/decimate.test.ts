import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { aggregateBars } from './aggregateBars.ts'
import { decimate, decimateRows } from './decimate.ts'

const values = fc.array(fc.option(fc.double({ noNaN: true, min: -1e6, max: 1e6 })), { minLength: 1, maxLength: 400 })

describe('decimate', () => {
  it('leaves short series alone', () => {
    expect(decimate({ count: 3, tickAt: (index) => index, series: [], maxPoints: 300 })).toEqual([0, 1, 2])
  })

  it('keeps first, last, listed ticks and the extremes, within its budget, ascending', () => {
    fc.assert(fc.property(values, fc.integer({ min: 8, max: 100 }), fc.uniqueArray(fc.nat(399), { maxLength: 6 }), (series, maxPoints, listed) => {
      const keepTicks = new Set(listed)
      const kept = decimate({ count: series.length, tickAt: (index) => index, series: [(index) => series[index] ?? null], maxPoints, keepTicks })
      expect(kept.at(0)).toBe(0)
      expect(kept.at(-1)).toBe(series.length - 1)
      expect(kept.every((index, at) => at === 0 || index > (kept[at - 1] ?? Infinity))).toBe(true)
      expect(kept.length).toBeLessThanOrEqual(maxPoints + keepTicks.size)
      for (const tick of listed) expect(kept.includes(tick)).toBe(tick < series.length)
      const seen = kept.map((index) => series[index] ?? null)
      const present = series.filter((value) => value !== null)
      if (present.length > 0) {
        expect(seen).toContain(present.reduce((a, b) => Math.min(a, b)))
        expect(seen).toContain(present.reduce((a, b) => Math.max(a, b)))
      }
    }))
  })

  it('keeps every row of a listed tick', () => {
    const rows = Array.from({ length: 1000 }, (_, index) => ({ tick: index >> 1, value: 1 }))
    const kept = decimateRows(rows, [(row) => row.value], { maxPoints: 20, keepTicks: new Set([77]) })
    expect(kept.filter((row) => row.tick === 77)).toHaveLength(2)
    expect(kept.length).toBeLessThanOrEqual(22)
  })
})

describe('aggregateBars', () => {
  const bars = Array.from({ length: 101 }, (_, tick) => ({ tick, open: tick, high: tick + 2, low: tick - 2, close: tick + 1 }))
  it('leaves bars that fit alone', () => {
    expect(aggregateBars(bars, [0, 100], 200)).toMatchObject({ ticksPerSlot: 1, slotCount: 101 })
  })
  it('joins open, extremes and close, at slots that do not move while the tape plays', () => {
    const whole = aggregateBars(bars, [0, 100], 25)
    expect(whole.bars[1]).toEqual({ slot: 1, tick: 4, open: 1, high: 6, low: -1, close: 5 })
    const half = aggregateBars(bars.slice(0, 42), [0, 100], 25)
    expect(half.bars.slice(0, 10)).toEqual(whole.bars.slice(0, 10))
  })
})
