import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refineTape } from './refineTape.ts'
import { oneBadAltcoin } from './scripted/oneBadAltcoin.ts'
import { closeTape } from './testing/closeTape.ts'

describe('refineTape', () => {
  it('[L4] cuts a segment into ten exact decimals', () => {
    const tape = refineTape(closeTape('A', [[0, 150], [1, 149.46]]), 10)
    // 0.54/10 = 0.054 a step
    expect([...(tape.series[0]?.close ?? [])].map(String)).toEqual(['150', '149.946', '149.892', '149.838', '149.784', '149.73', '149.676', '149.622', '149.568', '149.514', '149.46'])
    expect([...tape.time]).toEqual([0, 6000, 12000, 18000, 24000, 30000, 36000, 42000, 48000, 54000, 60000])
    expect(tape.barMillis).toBe(6000)
  })

  it('[L4] cuts the series of every kind and keeps which is which', () => {
    const one = closeTape('A', [[0, 10], [1, 20]])
    const tape = refineTape({ ...one, series: [...one.series, { instrument: 'A', kind: 'last', close: Float64Array.of(10, 0) }] }, 2)
    expect(tape.series.map((each) => [each.kind, ...each.close])).toEqual([[undefined, 10, 15, 20], ['last', 10, 5, 0]])
  })

  it('keeps a jump a single step', () => {
    const tape = refineTape(closeTape('A', [[0, 10], [1, 5], [2, 6]], { jump: new Uint8Array([0, 1, 0]) }), 2)
    expect([...(tape.series[0]?.close ?? [])]).toEqual([10, 5, 5.5, 6])
    expect([...(tape.jump ?? [])]).toEqual([0, 1, 0, 0])
    expect([...tape.time]).toEqual([0, 60000, 90000, 120000])
  })

  it('[L4] lies on the old polyline exactly, points of the old tape included', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 2, maxLength: 6 }), fc.integer({ min: 0, max: 8 }), fc.constantFrom(2, 4, 5, 10), (units, places, n) => {
        const points = units.map((unit, i) => [i, Number(`${unit}e${-places}`)] as const)
        const tape = refineTape(closeTape('A', points), n)
        points.slice(1).forEach(([, to], i) => {
          const from = points[i]?.[1] ?? NaN
          for (let k = 0; k <= n; k++) {
            const expected = new Decimal(String(from)).times(n - k).plus(new Decimal(String(to)).times(k)).div(n)
            expect(new Decimal(String(tape.series[0]?.close[i * n + k])).eq(expected)).toBe(true)
          }
        })
      }),
    )
  })

  it('works on the built-in scenario and refuses thirds and candles', () => {
    expect(refineTape(oneBadAltcoin(), 10).time).toHaveLength(1201)
    expect(() => refineTape(closeTape('A', [[0, 1], [1, 2]]), 3)).toThrow('3 parts are not finite decimals')
    const candle = new Float64Array([1])
    const candles = { ...closeTape('A', [[0, 1]]), series: [{ instrument: 'A', open: candle, high: candle, low: candle, close: candle }] }
    expect(() => refineTape(candles, 2)).toThrow('only a close-only path is refined')
  })
})
