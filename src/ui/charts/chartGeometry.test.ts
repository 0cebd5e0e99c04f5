import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { nearestTick, valueAt } from './interpolate.ts'
import { leadBands } from './leadBands.ts'
import { axisTicks, niceTicks } from './niceTicks.ts'
import { crosses, placeBlocks } from './placeBlocks.ts'
import { plotFrame, tickToX, valueToY, xToTick } from './plotFrame.ts'
import { wrapWords } from './textWidth.ts'

describe('plotFrame', () => {
  const frame = plotFrame(1039, 206, { top: 23, bottom: 6 })
  it('has the gutters of the mock', () => expect([frame.left, frame.right]).toEqual([80, 903]))
  it('maps ticks and values to pixels and back', () => {
    expect(tickToX(120, [0, 120], frame)).toBe(903)
    expect(xToTick(tickToX(73, [0, 120], frame), [0, 120], frame)).toBeCloseTo(73)
    expect(xToTick(-50, [0, 120], frame)).toBe(0)
    expect(valueToY(10_000, [0, 10_000], frame)).toBe(23)
  })
})

describe('niceTicks', () => {
  it('is round', () => {
    expect(niceTicks(0, 10_000, 4).values).toEqual([0, 2500, 5000, 7500, 10_000])
    expect(niceTicks(105, 150, 5).values).toEqual([100, 110, 120, 130, 140, 150])
    expect(niceTicks(0.1, 0.3, 2).values).toEqual([0.1, 0.2, 0.3])
  })
  it('encloses what it is given', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), fc.double({ noNaN: true, min: 0, max: 1e9 }), (least, span) => {
      const { range, values } = niceTicks(least, least + span, 5)
      const slack = Math.max(1, Math.abs(least), span) * 1e-6
      expect(range[0]).toBeLessThanOrEqual(least + slack)
      expect(range[1]).toBeGreaterThanOrEqual(least + span - slack)
      expect(values.length).toBeLessThan(20)
    }))
  })
  it('names the first and the last tick', () => {
    expect(axisTicks([0, 120], 823, 100)).toEqual([0, 20, 40, 60, 80, 100, 120])
    expect(axisTicks([0, 121], 823, 100)).toEqual([0, 20, 40, 60, 80, 100, 121])
    expect(axisTicks([0, 3], 823, 80)).toEqual([0, 1, 2, 3])
    expect(axisTicks([5, 5], 823, 80)).toEqual([5])
  })
})

describe('leadBands', () => {
  it('adds the point where the lines cross', () => {
    const rows = leadBands([{ tick: 0, iso: 10, cross: 8, yours: null }, { tick: 1, iso: 8, cross: 10, yours: null }])
    expect(rows).toHaveLength(3)
    expect(rows[1]).toMatchObject({ tick: 0.5, iso: 9, cross: 9, isoLead: [9, 9], crossLead: [9, 9] })
    expect(rows[2]).toMatchObject({ isoLead: null, crossLead: [8, 10] })
  })
})

describe('interpolate', () => {
  const rows = [{ tick: 0, value: 0 }, { tick: 10, value: 100 }, { tick: 10, value: 40 }, { tick: 20, value: null }]
  const at = (tick: number) => valueAt(rows, (row) => row.value, tick)
  it('reads the drawn line, after the jump at a jump, nothing in a gap', () => {
    expect([at(5), at(10), at(15), at(-1), at(21)]).toEqual([50, 40, null, null, null])
  })
  it('finds the nearest row', () => expect([nearestTick(rows, 4), nearestTick(rows, 6), nearestTick([], 6)]).toEqual([0, 10, undefined]))
})

describe('placeBlocks', () => {
  const bounds = { x: 0, y: 0, width: 100, height: 100 }
  const box = (x: number, y: number, cost: number) => ({ x, y, width: 20, height: 10, cost, slot: cost })
  it('prefers the near place, leaves one that is taken, keeps one it had', () => {
    const request = { id: 'a', isOptional: true, candidates: [box(0, 0, 1), box(50, 0, 5), box(50, 50, 9)] }
    const free = { bounds, boxes: [], lines: [] }
    expect(placeBlocks([request], free).get('a')).toMatchObject({ x: 0, y: 0 })
    const blocked = { bounds, boxes: [{ x: 0, y: 0, width: 10, height: 10 }], lines: [] }
    expect(placeBlocks([request], blocked).get('a')).toMatchObject({ x: 50, y: 0 })
    expect(placeBlocks([request], free, new Map([['a', 9]])).get('a')).toMatchObject({ x: 50, y: 50 })
  })
  it('leaves optional words out when every place is covered', () => {
    const request = { id: 'a', isOptional: true, candidates: [box(0, 0, 1)] }
    expect(placeBlocks([request], { bounds, boxes: [], lines: [[[0, 5], [100, 5]]] }).size).toBe(0)
  })
  it('sees lines, also steep ones', () => {
    expect(crosses({ x: 10, y: 10, width: 10, height: 10 }, [[0, 0], [100, 100]])).toBe(true)
    expect(crosses({ x: 10, y: 50, width: 10, height: 10 }, [[0, 0], [100, 100]])).toBe(false)
    expect(crosses({ x: 10, y: 50, width: 10, height: 10 }, [[0, 0], [15, 0], [15, 100], [100, 100]])).toBe(true)
  })
})

it('wraps words', () => expect(wrapWords('SOL closed, BTC and ETH taken along', 12)).toEqual(['SOL closed,', 'BTC and ETH', 'taken along']))
