import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mirrored, repeated, rounded, smoothed, straightened, strokePoints, valueOn, withMoved, withoutPoint, withPoint, withStroke, type DrawPath, type DrawPoint } from './drawnPath.ts'

const cents = (value: number): number => Math.max(1, Math.round(value * 100)) / 100
const anchor: DrawPoint = [10, 100]

const pathArb: fc.Arbitrary<DrawPath> = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 11, max: 60 }), fc.integer({ min: 100, max: 40_000 }).map((units) => units / 100)), { minLength: 1, maxLength: 12, selector: ([tick]) => tick })
  .map((all) => all.toSorted(([a], [b]) => a - b))

function isAscending(path: DrawPath): boolean {
  return path.every(([tick], i) => i === 0 || tick > (path[i - 1]?.[0] ?? -1))
}

describe('a line drawn by hand', () => {
  it('takes the last sample at a tick, whichever way the hand went', () => {
    const samples: DrawPath = [[11.2, 101], [12.4, 102], [13.6, 104], [12.6, 103.004], [11.1, 99], [9, 50], [70, 50]]
    // 12.4 is at tick 12, 12.6 and then nothing at 13; 13.6 at 14; 11.1 after 11.2 at 11. What is outside is not drawn.
    expect(strokePoints(samples, [11, 60], cents)).toEqual([[11, 99], [12, 102], [13, 103], [14, 104]])
  })

  it('a stroke replaces what lay under it and nothing else', () => {
    const path: DrawPath = [[11, 1], [15, 2], [20, 3], [30, 4]]
    expect(withStroke(path, [[14, 9], [16, 8], [20, 7]])).toEqual([[11, 1], [14, 9], [16, 8], [20, 7], [30, 4]])
    expect(withStroke(path, [])).toBe(path)
    expect(withoutPoint(withPoint(path, [25, 5]), 25)).toEqual(path)
  })

  it('a point moves between its neighbours', () => {
    const path: DrawPath = [[11, 1], [15, 2], [20, 3]]
    expect(withMoved(path, 1, [40, 9], [11, 60])).toEqual([[11, 1], [19, 9], [20, 3]])
    expect(withMoved(path, 0, [3, 9], [11, 60])[0]).toEqual([11, 9])
    expect(withMoved(path, 2, [99, 9], [11, 60])[2]).toEqual([60, 9])
  })

  it('is straight from the anchor on', () => {
    expect([valueOn([[20, 110]], anchor, 15), valueOn([[20, 110]], anchor, 20), valueOn([[20, 110]], anchor, 30)]).toEqual([105, 110, 110])
  })

  it('smoothing is the mean of its neighbours, and both ends stay', () => {
    // 100, 110, 90, 120, 100: of three ticks (100+110+90)/3 = 100, (110+90+120)/3 = 106.67, (90+120+100)/3 = 103.33.
    expect(smoothed([[11, 110], [12, 90], [13, 120], [14, 100]], anchor, { reach: 1, snap: cents })).toEqual([[11, 100], [12, 106.67], [13, 103.33], [14, 100]])
    fc.assert(
      fc.property(pathArb, fc.integer({ min: 1, max: 8 }), (path, reach) => {
        const smooth = smoothed(path, anchor, { reach, snap: cents })
        const values = [anchor, ...path].map(([, value]) => value)
        expect(smooth.at(-1)).toEqual(path.at(-1))
        expect(smooth.map(([tick]) => tick)).toEqual(Array.from({ length: smooth.length }, (_, i) => 11 + i))
        expect(smooth.every(([, value]) => value >= Math.min(...values) - 0.006 && value <= Math.max(...values) + 0.006)).toBe(true)
      }),
    )
  })

  it('a long line keeps to some thousand points', () => {
    const smooth = smoothed([[60_010, 200]], anchor, { reach: 3, snap: cents })
    expect([smooth.length <= 2_000, smooth.at(-1), isAscending(smooth)]).toEqual([true, [60_010, 200], true])
    const wave = Array.from({ length: 900 }, (_, i): DrawPoint => [11 + i, 100 + (i % 7)])
    expect(repeated(wave, anchor, { times: 10, last: 60_000, snap: cents }).length).toBeLessThanOrEqual(2_000)
  })

  it('a straight line stays straight under smoothing', () => {
    expect(smoothed([[20, 110]], anchor, { reach: 3, snap: cents }).map(([, value]) => value)).toEqual([101, 102, 103, 104, 105, 106, 107, 108, 109, 110])
  })

  it('round numbers are the nearest ones', () => {
    expect(rounded([[11, 103], [12, 107.5], [13, 91.2]], 5, cents)).toEqual([[11, 105], [12, 110], [13, 90]])
  })

  it('straight segments leave no point further off than told, and only points that were there', () => {
    expect(straightened([[11, 101], [12, 102.2], [13, 103], [14, 90]], anchor, 0.5)).toEqual([[13, 103], [14, 90]])
    fc.assert(
      fc.property(pathArb, fc.integer({ min: 0, max: 50 }), (path, tolerance) => {
        const straight = straightened(path, anchor, tolerance)
        expect(straight.at(-1)).toEqual(path.at(-1))
        expect(straight.every((point) => path.includes(point))).toBe(true)
        for (const [tick, value] of path) expect(Math.abs(valueOn(straight, anchor, tick) - value)).toBeLessThanOrEqual(tolerance + 1e-9)
      }),
    )
  })

  it('repeating goes on from the end by the same ratios, and is cut at the last tick', () => {
    // 100 → 50 → 80 by 0.5 and 1.6; again from 80: 40 and 64.
    expect(repeated([[12, 50], [14, 80]], anchor, { times: 1, last: 60, snap: cents })).toEqual([[12, 50], [14, 80], [16, 40], [18, 64]])
    // Cut at 17, half way from 40 to 64.
    expect(repeated([[12, 50], [14, 80]], anchor, { times: 9, last: 17, snap: cents })).toEqual([[12, 50], [14, 80], [16, 40], [17, 52]])
    fc.assert(
      fc.property(pathArb, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 60, max: 90 }), (path, times, last) => {
        const all = repeated(path, anchor, { times, last, snap: cents })
        expect(all.slice(0, path.length)).toEqual(path)
        expect(isAscending(all) && (all.at(-1)?.[0] ?? 0) <= last).toBe(true)
      }),
    )
  })

  it('mirrored twice it is itself, and by ratio', () => {
    expect(mirrored([[12, 50], [14, 125]], anchor, cents)).toEqual([[12, 200], [14, 80]])
    expect(mirrored(mirrored([[12, 50], [14, 125]], anchor, cents), anchor, cents)).toEqual([[12, 50], [14, 125]])
  })
})
