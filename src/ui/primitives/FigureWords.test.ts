import { describe, expect, it } from 'vitest'
import { figureParts } from './FigureWords.tsx'

const figures = (text: string, list: Readonly<Record<string, string>>) =>
  figureParts(text, Object.entries(list).map(([said, figure]) => ({ text: said, figure }))).map((part) => (part.figure === undefined ? part.text : `[${part.figure}:${part.text}]`)).join('')

describe('figures in a sentence', () => {
  it('are found where they stand as whole numbers', () => {
    expect(figures('Closed at 143.57, fee 3.57.', { '143.57': 'price', '3.57': 'fee' })).toBe('Closed at [price:143.57], fee [fee:3.57].')
    expect(figures('12 of 12.5 and 120', { '12': 'a' })).toBe('[a:12] of 12.5 and 120')
    expect(figures('5% of 5', { '5': 'a', '5%': 'b' })).toBe('[b:5%] of [a:5]')
  })
  it('keep their signs, separators and units', () => {
    expect(figures('Lost −2,000.00: −1,714.29 price', { '−2,000.00': 'lost', '−1,714.29': 'pnl' })).toBe('Lost [lost:−2,000.00]: [pnl:−1,714.29] price')
    expect(figures('Bought 0.3333\u00a0BTC', { '0.3333\u00a0BTC': 'qty' })).toBe('Bought [qty:0.3333\u00a0BTC]')
  })
  it('leave a sentence without any as it is', () => {
    expect(figures('Around the wall', { '—': 'x' })).toBe('Around the wall')
  })
})
