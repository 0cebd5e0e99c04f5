import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookAccount } from '../ledger/bookAccount.ts'
import type { Position } from '../ledger/Account.ts'
import { exactEquity, isBreached, poolOf, requirementOf, type Marks } from '../margin/poolMargin.ts'
import { rulesArb } from '../testing/arbitraries.ts'
import { heldPosition, rulesWith, tierTable } from '../testing/fixtures.ts'
import { times } from '../testing/promises.ts'
import { price, priceOfDouble, quote, ZERO_QUOTE, type Quote } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'
import { Decimal } from '../units/decimal.ts'
import { mayReach, safeRanges } from './safeRange.ts'

const SERIES = new Map([['A', 0], ['B', 1]])

/** What a certificate given at some marks says about others. */
function covering(cash: Quote, legs: readonly Position[], rules: Rules, marks: Marks): (point: readonly number[]) => boolean {
  const account = bookAccount({ wallet: cash, cash: new Map(), positions: legs })
  const pool = poolOf(account, 'cross')
  const ranges = safeRanges(rules, SERIES)
  ranges.certify(account, pool, marks)
  return (point) => ranges.covers(pool, Float64Array.from(point))
}

const at = (a: string, b = '50'): Marks => new Map([['A', price(a)], ['B', price(b)]])
const leg = (qty: string, symbol = 'A') => heldPosition({ leg: `${symbol}${qty}`, instrument: symbol, pool: 'cross', qty, entry: '100' })
const half = rulesWith()

describe('safeRange', () => {
  it('[N1] a long is safe up without limit, and down as far as its surplus lasts at the steepest slope', () => {
    // surplus 10 - 0.5 = 9.5 over 1.005 x 100: a share of 0.09452…
    const covers = covering(quote('10'), [leg('1')], half, at('100'))
    expect([covers([1e300, 0]), covers([90.6, 0]), covers([90.5, 0]), covers([Number.NaN, 0])]).toEqual([true, true, false, false])
    const short = covering(quote('10'), [leg('-1')], half, at('100'))
    expect([short([-1e300, 0]), short([109.4, 0]), short([109.5, 0])]).toEqual([true, true, false])
  })

  it('[N1] two instruments share the surplus; a hedge is bounded on both sides', () => {
    const covers = covering(quote('10'), [leg('1'), leg('1', 'B')], half, at('100', '100'))
    // surplus 9 over 1.005 x 200
    expect([covers([95.6, 95.6]), covers([95.5, 100]), covers([200, 95.6])]).toEqual([true, false, true])
    const hedge = covering(quote('10'), [leg('1'), leg('-1')], half, at('100'))
    expect([hedge([95.6, 0]), hedge([104.4, 0]), hedge([95.5, 0]), hedge([104.5, 0])]).toEqual([true, true, false, false])
  })

  it('[N1] nothing is certified at the point or a hair from it, nor beyond where the requirement jumps', () => {
    expect(covering(quote('0.5'), [leg('1')], half, at('100'))([100, 0])).toBe(false)
    const jumping = rulesWith({ tiers: { default: tierTable(['0', '0.005', '0', '100'], ['5000', '0.01', '0', '50']) } })
    const near = covering(quote('90'), [leg('1')], jumping, at('100'))
    // from 5,000 on the whole notional asks for twice as much
    expect([near([100, 0]), near([4999, 0]), near([5000.1, 0])]).toEqual([true, true, false])
    const beyond = covering(quote('5900'), [leg('1')], jumping, at('6000'))
    expect([beyond([6000, 0]), beyond([9000, 0]), beyond([5001, 0]), beyond([4999, 0])]).toEqual([true, true, true, false])
    expect(covering(quote('0.50000005'), [leg('1')], half, at('100'))([100, 0])).toBe(false)
    expect(covering(quote('0.5000002'), [leg('1')], half, at('100'))([100, 0])).toBe(true)
  })

  it('[N1] at a price of zero, and below', () => {
    expect(covering(quote('200'), [leg('1')], half, at('0'))([0, 0])).toBe(false)
    const covers = covering(quote('300'), [leg('1')], half, at('-50'))
    // surplus 300 - 150 - 0.25 over 1.005 x 50: nearly three times the price
    expect([covers([-198, 0]), covers([-200, 0]), covers([100, 0])]).toEqual([true, false, true])
  })

  it('[N1] whatever a certificate covers passes the exact test, to the last of 15 digits', () => {
    const position = fc.record({ symbol: fc.constantFrom('A', 'B'), qty: fc.integer({ min: -1000, max: 1000 }).filter((n) => n !== 0) })
    const mark = fc.integer({ min: 1_000_000, max: 999_999_999 }).map((units) => new Decimal(units).div(1000))
    const step = fc.integer({ min: -12, max: 12 })
    const bookArb = fc.record({
      positions: fc.array(position, { minLength: 1, maxLength: 4 }),
      a: mark,
      b: mark,
      near: fc.integer({ min: 0, max: 15 }),
      steps: fc.array(fc.tuple(step, step), { minLength: 6, maxLength: 6 }),
    })
    fc.assert(
      fc.property(bookArb, rulesArb(), ({ positions, a, b, near, steps }, rules) => {
        const legs = positions.map(({ symbol, qty }, i) => ({ ...leg(String(qty), symbol), leg: `l${i}` }))
        const marks = at(a.toFixed(), b.toFixed())
        // just so much cash that the surplus is 10^-near of the notional
        const poor = bookAccount({ wallet: ZERO_QUOTE, cash: new Map(), positions: legs })
        const pool = poolOf(poor, 'cross')
        const missing = requirementOf(poor, pool, { marks, rules }).minus(exactEquity(poor, pool, marks))
        const cash = quote(missing.plus(new Decimal(10).pow(-near).times(a.plus(b))).toFixed())
        const covers = covering(cash, legs, rules, marks)
        const account = bookAccount({ wallet: cash, cash: new Map(), positions: legs })
        for (const [da, db] of steps) {
          const moved = (from: Decimal, digits: number): number => Number(from.times(new Decimal(1).plus(new Decimal(digits).times(new Decimal(10).pow(-near)).div(8))).toSignificantDigits(15).toFixed())
          const point = [moved(a, da), moved(b, db)] as const
          const there = new Map([['A', priceOfDouble(point[0])], ['B', priceOfDouble(point[1])]])
          if (covers(point)) expect(isBreached(account, poolOf(account, 'cross'), { marks: there, rules })).toBe(false)
        }
      }),
      times(1000),
    )
  })

  it('[N1] a trigger is never overlooked, whatever its digits', () => {
    expect(mayReach({ level: price('100').toNumber(), direction: 'fall' }, 101, 100)).toBe(true)
    expect(mayReach({ level: price('100').toNumber(), direction: 'fall' }, 102, 101)).toBe(false)
    expect(mayReach({ level: price('100').toNumber(), direction: 'rise' }, 90, 99)).toBe(false)
    expect(mayReach({ level: price('100.000000000000000001').toNumber(), direction: 'rise' }, 90, 100)).toBe(true)
    expect(mayReach({ level: price('0.000000001').toNumber(), direction: 'fall' }, -5, 7)).toBe(true)
  })
})
