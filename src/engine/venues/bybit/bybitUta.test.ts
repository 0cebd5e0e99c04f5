import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookAccount } from '../../ledger/bookAccount.ts'
import { accountView } from '../../margin/accountView.ts'
import { heldPosition, instrument } from '../../testing/fixtures.ts'
import { Decimal } from '../../units/decimal.ts'
import { asQuote, price, quote, rate } from '../../units/quantities.ts'
import { tierRows } from '../defineRules.ts'
import { bybitUtaRules } from './bybitUtaRules.ts'

/*
 * Bybit prints (2026-05-27), f the taker fee, m and c rate and deduction, X the margin added:
 *   inverse long   P = Q (1 + m) / (Q/E + Q/E/L + X/(1 + f) + c)
 *   inverse short  P = Q (1 - m) / (Q/E - Q/E/L - X/(1 - f) - c)
 * and for linear contracts the same with E - E/L - X/(q (1 - f)) - c/q over 1 - m, and E + E/L + X/(q (1 + f)) + c/q over 1 + m.
 * Where it comes from: let V be the value that margin, PnL and a closing fee of f V use up together. With a margin of
 * value/L + fee to close at entry + X that value is V = value (1 ± 1/L) ± X/(1 ± f), and the test margin + PnL = m N - c + f V
 * is V = (1 ± m) N ± c: the closed formulas.
 */
const F = new Decimal('0.00055')
const M = '0.01'
/** Small, so that the least maintenance of 0 never steps in. */
const C = '0.001'
const rules = { ...bybitUtaRules, tiers: { default: tierRows(['0', M, C, '100']) } }

const bookArb = fc.record({
  type: fc.constantFrom('linear' as const, 'inverse' as const),
  isShort: fc.boolean(),
  qty: fc.integer({ min: 1, max: 5000 }),
  entry: fc.integer({ min: 100, max: 90_000 }),
  leverage: fc.integer({ min: 2, max: 60 }),
  extraPercent: fc.integer({ min: 0, max: 30 }),
})

describe('Bybit unified account', () => {
  it('[BY2] an isolated liquidation price is that of the closed formulas of 2026', () => {
    let found = 0
    fc.assert(
      fc.property(bookArb, ({ type, isShort, qty, entry, leverage, extraPercent }) => {
        const inverse = type === 'inverse'
        // so that deduction and value are of one size: an inverse quantity is in dollars
        const size = new Decimal(inverse ? qty * entry : qty)
        const value = inverse ? size.div(entry) : size.times(entry)
        const side = isShort ? -1 : 1
        // +1 where the value at bankruptcy is above that of entry
        const s = inverse ? side : -side
        const closing = value.times(new Decimal(s).div(leverage).plus(1)).times(F)
        const extra = value.times(extraPercent).div(100).toDecimalPlaces(6)
        const margin = value.div(leverage).plus(closing).plus(extra)
        const position = heldPosition({ type, qty: size.times(side).toFixed(), entry: String(entry), leverage: String(leverage) })
        const account = bookAccount({ wallet: quote('0'), cash: new Map([[position.pool, asQuote(margin)]]), positions: [position] })
        const { liquidation } = required(accountView(account, { rules, instruments: new Map([['A', instrument('A')]]), marks: new Map([['A', price(String(entry))]]) }).positions[0])
        const numerator = value.times(new Decimal(s).div(leverage).plus(1)).plus(extra.times(s).div(F.times(s).plus(1))).plus(new Decimal(C).times(s))
        const worth = numerator.div(new Decimal(M).times(s).plus(1))
        const expected = inverse ? size.div(worth) : worth.div(size)
        if (liquidation.type === 'none') return
        found += 1
        expect(liquidation.exact.minus(expected).abs().lte(expected.abs().times('1e-25'))).toBe(true)
      }),
      { numRuns: 400 },
    )
    expect(found).toBeGreaterThan(250)
  })

  it('[BY2] the taker fee to close is that of the fees', () => {
    expect(bybitUtaRules.exitCost.rate.toFixed()).toBe(bybitUtaRules.fees.taker.toFixed())
    expect(rate(F.toFixed()).toFixed()).toBe(bybitUtaRules.fees.taker.toFixed())
  })
})

function required<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('nothing there')
  return found
}
