import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIGURE_IDS } from './FigureId.ts'
import { figureKey, parseFigureKey } from './figureKey.ts'

describe('figureKey', () => {
  it('[X7] sorts its keys and escapes what legs are made of', () => {
    expect(figureKey({ id: 'headline.gap', of: {} })).toBe('headline.gap')
    expect(figureKey({ id: 'position.liquidation', of: { twin: 'as-set', leg: 'BTC-PERP@bucket:a&b=c' } })).toBe('position.liquidation?leg=BTC-PERP%40bucket%3Aa%26b%3Dc&twin=as-set')
  })

  it('[X7] leads back to the same figure', () => {
    const name = fc.string({ minLength: 1 }).filter((text) => text !== '__proto__')
    const value = fc.string()
    fc.assert(
      fc.property(fc.constantFrom(...FIGURE_IDS), fc.dictionary(name, value), (id, of) => {
        expect(parseFigureKey(figureKey({ id, of }))).toEqual({ id, of: { ...of } })
      }),
    )
  })

  it.each(['', '?', 'a b', 'account.equity?', 'account.equity?twin', 'account.equity?=x', 'account.equity?a=1&a=2', 'account.equity?a=1=2', 'account.equity?a=%', '.equity', 'account.', '<b>'])('[X7] any other text is none: %s', (text) => {
    expect(parseFigureKey(text)).toBeUndefined()
  })
})
