import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal } from '../units/decimal.ts'
import { price, qty, quote, rate } from '../units/quantities.ts'
import { bankruptcyWithFee } from './bankruptcyWithFee.ts'

const told = (type: 'linear' | 'inverse', [net, gross]: readonly [string, string?], at: readonly [price: string, equity: string, fee: string]): string => {
  const size = qty(gross ?? new Decimal(net).abs().toFixed())
  const answer = bankruptcyWithFee({ type, net: qty(net), gross: size }, { price: price(at[0]), equity: quote(at[1]), fee: rate(at[2]) })
  return typeof answer === 'string' ? answer : answer.toSignificantDigits(12).toFixed()
}

describe('bankruptcyWithFee', () => {
  it('[M19] is the bankruptcy price where closing costs nothing', () => {
    // 100 - 10 and 100 + 10; 200 dollars at 100 are 2 coins: 200 / (2 + 0.5) and 200 / (2 - 0.5)
    expect([told('linear', ['1'], ['100', '10', '0']), told('linear', ['-1'], ['100', '10', '0'])]).toEqual(['90', '110'])
    expect([told('inverse', ['200'], ['100', '0.5', '0']), told('inverse', ['-200'], ['100', '0.5', '0'])]).toEqual(['80', '133.333333333'])
  })

  it('[M19] a fee brings it nearer: on both sides, of both kinds of contract', () => {
    // 90 / 0.999; 110 / 1.001; 200 x 1.001 / 2.5; 200 x 0.999 / 1.5
    expect([told('linear', ['1'], ['100', '10', '0.001']), told('linear', ['-1'], ['100', '10', '0.001'])]).toEqual(['90.0900900901', '109.89010989'])
    expect([told('inverse', ['200'], ['100', '0.5', '0.001']), told('inverse', ['-200'], ['100', '0.5', '0.001'])]).toEqual(['80.08', '133.2'])
  })

  it('[M19] both legs of a hedge pay, and the net decides where to', () => {
    // 3 long, 1 short: (2 x 100 - 10) / (2 - 0.001 x 4); all hedged there is none
    expect(told('linear', ['2', '4'], ['100', '10', '0.001'])).toBe('95.1903807615')
    expect([told('linear', ['0', '4'], ['100', '10', '0.001']), told('linear', ['0.002', '4'], ['100', '10', '0.001']), told('inverse', ['-0.002', '4'], ['100', '10', '0.001'])]).toEqual(['hedged', 'hedged', 'hedged'])
  })

  it('[M19] there is none where the pool holds the whole value, or owes more than any price gives', () => {
    expect([told('linear', ['1'], ['100', '100', '0.001']), told('inverse', ['-200'], ['100', '2', '0.001'])]).toEqual(['fully-collateralized', 'fully-collateralized'])
    expect([told('linear', ['-1'], ['100', '-100', '0.001']), told('inverse', ['200'], ['100', '-2', '0.001'])]).toEqual(['already-liquidatable', 'already-liquidatable'])
  })

  it('[M19] nothing is left there', () => {
    const input = fc.record({
      isInverse: fc.boolean(),
      size: fc.integer({ min: -1000, max: 1000 }).filter((n) => n !== 0),
      at: fc.integer({ min: 1, max: 1000 }),
      equity: fc.integer({ min: -1000, max: 1000 }),
      fee: fc.constantFrom('0', '0.0005', '0.1'),
    })
    fc.assert(
      fc.property(input, ({ isInverse, size, at, equity, fee }) => {
        const type = isInverse ? 'inverse' : 'linear'
        const net = qty(String(size))
        const own = quote(isInverse ? new Decimal(equity).div(1000).toFixed() : String(equity))
        const found = bankruptcyWithFee({ type, net, gross: qty(net.abs().toFixed()) }, { price: price(String(at)), equity: own, fee: rate(fee) })
        if (typeof found === 'string') return
        const value = (mark: Decimal): Decimal => (isInverse ? net.neg().div(mark) : net.times(mark))
        const left = own.plus(value(found)).minus(value(new Decimal(at))).minus(value(found).abs().times(fee))
        expect(found.gt(0)).toBe(true)
        expect(left.abs().lt('1e-50')).toBe(true)
      }),
    )
  })
})
