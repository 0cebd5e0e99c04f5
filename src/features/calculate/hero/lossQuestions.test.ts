import { describe, expect, it } from 'vitest'
import { leverageSamples } from './leverageSamples.ts'
import { lossAxis, lossPrices, steadyAxis } from './lossQuestions.ts'

describe('the axis of the losses', () => {
  it('goes well beyond the liquidation price, and a little past the entry, on the side of the trade', () => {
    // 100 - 2.5 x 10 and 100 + 0.6 x 10; of a short mirrored
    expect(lossAxis(100, 90, false)).toEqual({ low: 75, high: 106, isCurved: false })
    expect(lossAxis(100, 110, true)).toEqual({ low: 94, high: 125, isCurved: true })
    expect([lossAxis(100, 100, false), lossAxis(Number.NaN, 1, false)]).toEqual([undefined, undefined])
  })
  it('stays while the ring is dragged inside of it, and follows where it would leave', () => {
    const axis = lossAxis(100, 90, false)
    expect(steadyAxis(axis, lossAxis(100, 85, false), 100, 85)).toBe(axis)
    expect(steadyAxis(axis, lossAxis(100, 76, false), 100, 76)).toEqual({ low: 40, high: 114.4, isCurved: false })
    expect(steadyAxis(axis, lossAxis(100, 99, false), 100, 99)).toEqual({ low: 97.5, high: 100.6, isCurved: false })
    expect(steadyAxis(axis, lossAxis(60_000, 55_000, false), 60_000, 55_000)?.low).toBe(47_500)
    expect(steadyAxis(axis, lossAxis(100, 90, true), 100, 90)?.isCurved).toBe(true)
  })
  it('is asked at both ends, or along the curve, in plain decimals', () => {
    expect(lossPrices({ low: 48_000.0001, high: 63_000, isCurved: false })).toEqual(['48000.00', '63000.00'])
    expect(lossPrices({ low: 0.0000123, high: 0.00002, isCurved: true })).toHaveLength(13)
    expect(lossPrices({ low: 0.0000123, high: 0.00002, isCurved: true }).every((price) => /^\d+\.\d+$/.test(price))).toBe(true)
  })
})

it('leverages of the curve rise to what is allowed, none twice', () => {
  for (const most of [1.5, 5, 50, 125]) {
    const samples = leverageSamples(most).map(Number)
    expect(samples.every((each, index) => index === 0 || each > (samples[index - 1] ?? 0))).toBe(true)
    expect(samples[0]).toBeGreaterThanOrEqual(1)
    expect(samples.at(-1)).toBeLessThanOrEqual(Math.max(2.5, Math.min(50, most)))
  }
})
