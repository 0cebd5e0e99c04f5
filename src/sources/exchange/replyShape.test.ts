import { describe, expect, it } from 'vitest'
import { decimalOf, ReplyShapeError, timeOf } from './replyShape.ts'

describe('cells of a reply', () => {
  it('[S52] a time is whole milliseconds, so that a page that is kept is read again', () => {
    // 1583994600.123 · 1000 is 1583994600122.9999 in doubles.
    expect(timeOf(1_583_994_600.123, 1000, 'time')).toBe(1_583_994_600_123)
    expect(timeOf('1583994600123.25', 1, 'time')).toBe(1_583_994_600_123)
  })

  it('[S57] a price that would fall into two cells of a kept page is none', () => {
    expect(() => decimalOf('1,234.5', 'close')).toThrow(ReplyShapeError)
    expect(() => decimalOf('1\n2', 'close')).toThrow(ReplyShapeError)
    expect([decimalOf('1.50', 'open'), decimalOf(null, 'high'), decimalOf(-2e-7, 'low')]).toEqual(['1.50', '', '-2e-7'])
  })
})
