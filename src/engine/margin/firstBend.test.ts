import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { times } from '../testing/promises.ts'
import { Decimal, WideDecimal } from '../units/decimal.ts'
import { END, fraction, START } from '../units/fraction.ts'
import { firstBend, type Curve } from './firstBend.ts'

const isBelow = (sign: number): boolean => sign < 0
const isNotAbove = (sign: number): boolean => sign <= 0

/** 100 coins less 1,000,000 / P and growth / P^2, the price falling from 100,000 to nothing. */
function falling(growth: string, over = '-1000000'): Curve {
  const from = new Decimal('100000')
  return { type: 'curve', at0: new WideDecimal(100), slope: new WideDecimal(0), terms: [{ from, step: from.neg(), over: new WideDecimal(over), overSquare: new Decimal(growth).neg() }] }
}

describe('firstBend', () => {
  it('[M1] finds the root of the quadratic: 100 P^2 - 1e6 P - 1.1e10 = 0 at P = 16,619.037896906… (the square root of 1.11e10 apart)', () => {
    // P = (1e6 + sqrt(1e12 + 4 x 100 x 1.1e10)) / 200 = 5,000 + sqrt(5.4e12) / 200
    const price = new Decimal('5.4e12').sqrt().div(200).plus(5000)
    const found = firstBend(falling('1.1e10'), { start: START, end: END }, isNotAbove)
    const moment = new Decimal(found?.num ?? 0).div(found?.den ?? 1)
    expect(moment.minus(new Decimal(1).minus(price.div(100000))).abs().lt('1e-28')).toBe(true)
  })

  it('[M1] of a curve with two roots takes the one that is reached first, whichever way the price goes', () => {
    // -1 + 3 / P - 2 / P^2 = -(P - 1)(P - 2) / P^2 is above zero from 1 to 2: from 1.5 both ways it ends half a step away
    const one = new Decimal(1)
    const curve: Curve = { type: 'curve', at0: new WideDecimal(-1), slope: new WideDecimal(0), terms: [{ from: new Decimal('1.5'), step: one, over: new WideDecimal(3), overSquare: new Decimal(-2) }] }
    const found = firstBend(curve, { start: START, end: undefined }, isBelow)
    expect(new Decimal(found?.num ?? 0).minus('0.5').abs().lt('1e-27')).toBe(true)
    const back: Curve = { ...curve, terms: [{ from: new Decimal('1.5'), step: one.neg(), over: new WideDecimal(3), overSquare: new Decimal(-2) }] }
    expect(new Decimal(firstBend(back, { start: START, end: END }, isBelow)?.num ?? 0).minus('0.5').abs().lt('1e-27')).toBe(true)
  })

  it('[M1] the moment found is hit, and a 2^-95 of the piece before it is not', () => {
    let found = 0
    const cases = fc.record({ coins: fc.integer({ min: 1, max: 400 }), qty: fc.integer({ min: -9_000_000, max: 9_000_000 }), growth: fc.integer({ min: 0, max: 1_000_000 }), share: fc.constantFrom('-1', '0.7', '3'), isStrict: fc.boolean() })
    fc.assert(
      fc.property(cases, ({ coins, qty, growth, share, isStrict }) => {
        const from = new Decimal('54321.5')
        const term = { from, step: from.times(share), over: new WideDecimal(qty), overSquare: new Decimal(growth).neg().times(from) }
        const curve: Curve = { type: 'curve', at0: new WideDecimal(coins), slope: new WideDecimal(0), terms: [term] }
        const end = fraction(new Decimal('0.99'), 1)
        const moment = firstBend(curve, { start: START, end }, isStrict ? isBelow : isNotAbove)
        const at = (s: Decimal): Decimal => {
          const price = new WideDecimal(from).plus(new WideDecimal(term.step).times(s))
          return price.times(price).times(coins).plus(price.times(qty)).plus(term.overSquare)
        }
        const before = moment === undefined ? new WideDecimal('0.99') : moment.num.div(moment.den).minus(new WideDecimal(2).pow(-95))
        if (moment !== undefined && moment.num.gt(0)) {
          found += 1
          expect(at(moment.num.div(moment.den)).lte(0)).toBe(true)
        }
        if (before.gt(0)) expect(at(before).gte(0)).toBe(true)
      }),
      times(300),
    )
    expect(found).toBeGreaterThan(40)
  })
})
