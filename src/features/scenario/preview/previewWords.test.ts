import { describe, expect, it } from 'vitest'
import { createFormat } from '../../../ui/format/createFormat.ts'
import { lookSummary, spanOf } from './previewWords.ts'

const look = {
  ticks: 3,
  firstTime: Date.UTC(2015, 0, 15, 9, 30),
  lastTime: Date.UTC(2015, 0, 15, 9, 32),
  barMillis: 60_000,
  hasCandles: false,
  series: [
    { instrument: 'BTC-PERP', kind: 'mark', decimals: 1, first: 100, last: 80.5, lowest: 70, highest: 1200, volatility: 0.5, points: [] },
    { instrument: 'BTC-PERP', kind: 'last', decimals: 1, first: 1, last: 1, lowest: 1, highest: 1, volatility: 0, points: [] },
  ],
} as const

describe('the words of a small picture', () => {
  it('say the days, within one day the times', () => {
    expect(spanOf(look)).toEqual(['2015-01-15 09:30 UTC', '09:32 · 3 × 1 min'])
    expect(spanOf({ ...look, lastTime: Date.UTC(2015, 0, 17) })).toEqual(['2015-01-15', '2015-01-17 · 3 × 1 min'])
  })
  it('tell those who do not see it where the marks go', () => {
    expect(lookSummary(look, createFormat('1,234.5'))).toBe('BTC goes from 100.0 to 80.5, between 70.0 and 1,200.0.')
  })
})
