import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal } from '../units/decimal.ts'
import { asQuote, price, qty, quote, rate } from '../units/quantities.ts'
import { valueOf } from '../instruments/valuation.ts'
import { breakEvenPrice } from './breakEvenPrice.ts'

const held = (type: 'linear' | 'inverse', size: string, entry: string) => {
  const holding = { type, qty: qty(size) }
  return { ...holding, entryNotional: valueOf(holding, price(entry)) }
}
const told = (position: ReturnType<typeof held>, realized: string, fee: string): string => {
  const answer = breakEvenPrice(position, { realized: quote(realized), fee: rate(fee) })
  return typeof answer === 'string' ? answer : answer.toSignificantDigits(12).toFixed()
}

describe('breakEvenPrice', () => {
  it('[M17] without fees and history it is the entry price', () => {
    expect([told(held('linear', '2', '100'), '0', '0'), told(held('inverse', '-200', '100'), '0', '0')]).toEqual(['100', '100'])
  })

  it('[M17] a long must rise, a short must fall, by what was paid and the fee to come', () => {
    // (1 x 100 + 5) / (1 - 0.001) = 105 / 0.999; (-100 + 5) / (-1 - 0.001) = 95 / 1.001
    expect(told(held('linear', '1', '100'), '-5', '0.001')).toBe('105.105105105')
    expect(told(held('linear', '-1', '100'), '-5', '0.001')).toBe('94.9050949051')
    // 100 USD long at 50: 2 coins; (100 + 0.1) / (2 - 0.5) = 100.1 / 1.5; short: (-100 + 0.1) / (-2 - 0.5) = 99.9 / 2.5
    expect(told(held('inverse', '100', '50'), '-0.5', '0.001')).toBe('66.7333333333')
    expect(told(held('inverse', '-100', '50'), '-0.5', '0.001')).toBe('39.96')
  })

  it('[M17] there is none where every price is ahead, or none is', () => {
    expect(told(held('linear', '1', '100'), '100', '0')).toBe('always-ahead')
    expect(told(held('linear', '-1', '100'), '-100', '0')).toBe('never-ahead')
    expect(told(held('inverse', '100', '50'), '-2', '0')).toBe('never-ahead')
    expect(told(held('inverse', '-100', '50'), '2', '0')).toBe('always-ahead')
  })

  it('[M17] closing there leaves nothing gained and nothing lost', () => {
    const input = fc.record({
      type: fc.constantFrom('linear' as const, 'inverse' as const),
      size: fc.integer({ min: 1, max: 10 ** 6 }),
      isShort: fc.boolean(),
      entry: fc.integer({ min: 1, max: 10 ** 6 }),
      realized: fc.integer({ min: -1000, max: 1000 }),
      fee: fc.constantFrom('0', '0.00055', '0.01'),
    })
    fc.assert(fc.property(input, ({ type, size, isShort, entry, realized, fee }) => {
      const position = held(type, String(isShort ? -size : size), String(entry))
      const answer = breakEvenPrice(position, { realized: quote(String(realized)), fee: rate(fee) })
      if (typeof answer === 'string') return
      expect(answer.gt(0)).toBe(true)
      const now = valueOf(position, answer)
      const left = asQuote(now.minus(position.entryNotional).plus(realized).minus(now.abs().times(fee)))
      const scale = Decimal.max(1, now.abs(), position.entryNotional.abs())
      expect(left.abs().div(scale).lt('1e-50')).toBe(true)
    }))
  })
})
