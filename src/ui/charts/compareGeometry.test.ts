import { describe, expect, it } from 'vitest'
import { apart, markNear } from './compareGeometry.ts'

describe('a chart of two lines', () => {
  it('keeps the labels of lines that end together apart, in their order', () => {
    expect(apart(10, 40, 15)).toEqual([10, 40])
    expect(apart(20, 24, 16)).toEqual([14, 30])
    expect(apart(24, 20, 16)).toEqual([30, 14])
  })

  it('finds the mark a pointer means', () => {
    const marks = [{ tick: 10 }, { tick: 14 }]
    expect(markNear(marks, 13, 3)).toBe(marks[1])
    expect(markNear(marks, 11, 3)).toBe(marks[0])
    expect(markNear(marks, 30, 3)).toBeUndefined()
  })
})
