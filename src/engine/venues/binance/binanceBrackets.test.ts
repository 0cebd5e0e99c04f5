import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maintenanceOf } from '../../margin/requirement.ts'
import { heldPosition } from '../../testing/fixtures.ts'
import { Decimal } from '../../units/decimal.ts'
import { price } from '../../units/quantities.ts'
import type { Rules, TierTable } from '../Rules.ts'
import { binanceCoinMRules } from './binanceCoinMRules.ts'
import { binanceUsdM2021Rules } from './binanceUsdM2021Rules.ts'
import { binanceUsdMRules } from './binanceUsdMRules.ts'

const tables = [binanceUsdMRules, binanceUsdM2021Rules, binanceCoinMRules].flatMap((rules) => Object.keys(rules.tiers).map((symbol) => [`${rules.id} ${symbol}`, rules, symbol] as const))

/** The tax-bracket sum, which needs no maintenance amounts: every slice at its own rate. */
function sliceBySlice(table: TierTable, notional: Decimal): Decimal {
  return table.reduce((sum, { floor, cap, maintenanceRate }) => {
    const within = Decimal.max(0, Decimal.min(notional, cap ?? notional).minus(floor))
    return sum.plus(within.times(maintenanceRate))
  }, new Decimal(0))
}

/** Maintenance margin of one unit at a mark that is the notional. */
function maintenance(rules: Rules, symbol: string, notional: Decimal): Decimal {
  return maintenanceOf(heldPosition({ instrument: symbol, qty: '1', entry: '1' }), price(notional.toFixed()), rules)
}

describe('Binance brackets', () => {
  it.each(tables)('[BN2] %s: N m - c is the same from both sides of every boundary, exactly', (_, rules, symbol) => {
    const table = rules.tiers[symbol] ?? []
    table.slice(1).forEach((upper, i) => {
      const lower = table[i]
      const at = (tier = upper) => upper.floor.times(tier.maintenanceRate).minus(tier.maintenanceAmount).toFixed()
      expect(at(lower)).toBe(at(upper))
      expect(maintenance(rules, symbol, upper.floor).toFixed()).toBe(at())
    })
  })

  it.each(tables)('[BN2] %s: the amounts only save adding slice by slice', (_, rules, symbol) => {
    const table = rules.tiers[symbol] ?? []
    const top = Number(table.at(-1)?.floor.toFixed()) * 2 + 1000
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: top, noNaN: true }), (amount) => {
        const notional = new Decimal(amount).toDecimalPlaces(8)
        expect(maintenance(rules, symbol, notional).toFixed()).toBe(sliceBySlice(table, notional).toFixed())
      }),
      { numRuns: 60 },
    )
  })

  it('[BN2] the amounts Binance prints itself: 1,300 at 500,000 USDT and 1 % at 264,000 (2021), 11.605 BTC at 300 BTC', () => {
    const tierAt = (table: TierTable, amount: string) => table.findLast(({ floor }) => floor.lt(amount))
    expect(tierAt(binanceUsdM2021Rules.tiers.BTCUSDT ?? [], '500000')?.maintenanceAmount.toFixed()).toBe('1300')
    expect(tierAt(binanceUsdM2021Rules.tiers.BTCUSDT ?? [], '264000')?.maintenanceRate.toFixed()).toBe('0.01')
    const coin = tierAt(binanceCoinMRules.tiers.BTCUSD_PERP ?? [], '300')
    expect([coin?.maintenanceRate.toFixed(), coin?.maintenanceAmount.toFixed()]).toEqual(['0.125', '11.605'])
  })
})
