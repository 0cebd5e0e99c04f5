import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookAccount } from '../../ledger/bookAccount.ts'
import { accountView } from '../../margin/accountView.ts'
import { flatTable, heldPosition, instrument } from '../../testing/fixtures.ts'
import { Decimal } from '../../units/decimal.ts'
import { price, quote } from '../../units/quantities.ts'
import { binanceUsdMRules } from './binanceUsdMRules.ts'

const M = '0.004'
const rules = { ...binanceUsdMRules, tiers: { default: flatTable(M, '125') } }
const amount = fc.integer({ min: 1, max: 1_000_000 }).map((cents) => new Decimal(cents).div(1000))
const hedgeArb = fc.record({ wallet: amount, long: amount, short: amount, longEntry: amount, shortEntry: amount, percent: fc.integer({ min: 90, max: 110 }) })

/**
 * Binance's formula for a symbol in hedge mode, cross (FAQ b3c689c1…), one bracket, amounts 0:
 * (WB - TMM + UPNL - L EP_L + S EP_S) / (L MMR + S MMR - L + S).
 */
function formula(at: { wallet: Decimal; long: Decimal; longEntry: Decimal; short: Decimal; shortEntry: Decimal }): Decimal {
  const above = at.wallet.minus(at.long.times(at.longEntry)).plus(at.short.times(at.shortEntry))
  return above.div(at.long.plus(at.short).times(M).minus(at.long).plus(at.short))
}

describe('Binance liquidation price', () => {
  it('[BN1, BN4] hedge mode, cross: both legs share the price that Binance\'s formula gives', () => {
    let found = 0
    fc.assert(
      fc.property(hedgeArb, ({ wallet, long, short, longEntry, shortEntry, percent }) => {
        const mark = longEntry.times(percent).div(100)
        const account = bookAccount({
          wallet: quote(wallet.times(1000).toFixed()),
          cash: new Map(),
          positions: [
            { ...heldPosition({ leg: 'long', pool: 'cross', qty: long.toFixed(), entry: longEntry.toFixed() }), positionSide: 'long' },
            { ...heldPosition({ leg: 'short', pool: 'cross', qty: short.neg().toFixed(), entry: shortEntry.toFixed() }), positionSide: 'short' },
          ],
        })
        const view = accountView(account, { rules, instruments: new Map([['A', instrument('A')]]), marks: new Map([['A', price(mark.toFixed())]]) })
        const answers = view.positions.map(({ liquidation }) => liquidation)
        const [first, second] = answers.map((each) => (each.type === 'price' ? each.exact : undefined))
        expect(first?.toFixed()).toBe(second?.toFixed())
        if (first === undefined) return
        found += 1
        const expected = formula({ wallet: wallet.times(1000), long, longEntry, short, shortEntry })
        expect(first.minus(expected).abs().lte(expected.abs().times('1e-30'))).toBe(true)
      }),
      { numRuns: 400 },
    )
    expect(found).toBeGreaterThan(100)
  })
})
