import { describe, expect, it } from 'vitest'
import { minus, notional, plus, portion, price, qty, quote, rate, value, type Price, type Quote } from './quantities.ts'

/** What must not compile: `tsc -b` fails here when one of these lines becomes legal. */
function notEven(): readonly unknown[] {
  return [
    // @ts-expect-error an amount and a price do not add
    plus(quote('1'), price('1')),
    // @ts-expect-error quantity times quantity is nothing
    notional(qty('1'), qty('1')),
    // @ts-expect-error the quantity comes first
    value(price('1'), qty('1')),
    // @ts-expect-error a share is a rate, not an amount
    portion(quote('1'), quote('0.5')),
    // @ts-expect-error a float is no amount
    quote(0.1),
    // @ts-expect-error arithmetic on a price gives a bare decimal
    ((): Price => price('1').plus(1))(),
    // @ts-expect-error a bare decimal is no amount
    ((): Quote => quote('1').times(2))(),
  ]
}

describe('units', () => {
  it('[N1] add and multiply where they mean something', () => {
    expect(minus(plus(notional(qty('-2'), price('3')), quote('1')), portion(quote('10'), rate('0.1'))).toFixed()).toBe('6')
    expect(notEven).toThrow('N1')
  })
})
