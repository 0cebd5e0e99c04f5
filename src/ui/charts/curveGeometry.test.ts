import { describe, expect, it } from 'vitest'
import { curveFrame, pathOf, scaleX, scaleY, unscaleX, unscaleY } from './curveGeometry.ts'

describe('curve geometry', () => {
  const frame = curveFrame(400, 212)
  it('goes from a value to its pixel and back', () => {
    // Half of the way from 48 to 386 is 217; from 186 up to 10 it is 98.
    expect([scaleX(50, [0, 100], frame), scaleY(50, [0, 100], frame)]).toEqual([217, 98])
    expect([unscaleX(217, [0, 100], frame), unscaleY(98, [0, 100], frame)]).toEqual([50, 50])
  })
  it('keeps a hand on the axis, and a curve in the plot', () => {
    expect([unscaleX(-20, [10, 20], frame), unscaleX(9999, [10, 20], frame)]).toEqual([10, 20])
    expect([scaleY(-50, [0, 100], frame), scaleY(900, [0, 100], frame)]).toEqual([186, 6])
  })
  it('draws a line through its points', () => {
    expect(pathOf([{ x: 0, y: 1 }, { x: 2, y: 3 }], (x) => x * 10, (y) => y)).toBe('M0 1L20 3')
  })
})
