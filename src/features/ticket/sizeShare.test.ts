import { describe, expect, it } from 'vitest'
import { commonMaximum, shareOfSize, sizeOfShare } from './sizeShare.ts'

describe('size as a share of the maximum', () => {
  it('rounds down to the step, and gives all at 100 %', () => {
    // 597.14 x 25 % = 149.285
    expect(sizeOfShare('597.14', 25, '0.01')).toBe('149.28')
    expect(sizeOfShare('597.14', 100, '0.01')).toBe('597.14')
    expect(sizeOfShare('597.14', 0, '0.01')).toBe('0')
  })

  it('reads a size back as a share', () => {
    expect(shareOfSize('597.14', '38')).toBe(6)
    expect(shareOfSize('597.14', '')).toBe(0)
    expect(shareOfSize('0', '38')).toBe(0)
    expect(shareOfSize('10', '25')).toBe(250)
  })

  it('measures against what both sides take, or the only one that takes anything', () => {
    expect(commonMaximum('597.14', '480')).toBe('480')
    expect(commonMaximum('0', '12.5')).toBe('12.5')
    expect(commonMaximum('0', '0')).toBe('0')
  })
})
