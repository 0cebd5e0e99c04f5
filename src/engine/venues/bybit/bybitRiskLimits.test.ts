import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maintenanceOf } from '../../margin/requirement.ts'
import { heldPosition } from '../../testing/fixtures.ts'
import { Decimal } from '../../units/decimal.ts'
import { price } from '../../units/quantities.ts'
import type { Rules } from '../Rules.ts'
import { bybitClassicRules } from './bybitClassicRules.ts'
import { bybitInverseRules } from './bybitInverseRules.ts'
import { bybitUtaRules } from './bybitUtaRules.ts'

const sets: readonly Rules[] = [bybitClassicRules, bybitUtaRules, bybitInverseRules]
const tables = sets.flatMap((rules) => Object.keys(rules.tiers).map((symbol) => [`${rules.id} ${symbol}`, rules, symbol] as const))

/** Maintenance margin of a position whose value is the same at entry and at the mark. */
function maintenance(rules: Rules, symbol: string, value: Decimal): Decimal {
  return maintenanceOf(heldPosition({ instrument: symbol, qty: '1', entry: value.toFixed() }), price(value.toFixed()), rules)
}

describe('Bybit risk limits', () => {
  it.each(tables)('[BY4] %s: value x rate - deduction is the same from both sides of every boundary, exactly', (_, rules, symbol) => {
    const table = rules.tiers[symbol] ?? []
    table.slice(1).forEach((upper, i) => {
      const lower = table[i]
      const at = (tier = upper) => upper.floor.times(tier.maintenanceRate).minus(tier.maintenanceAmount).toFixed()
      expect(at(lower)).toBe(at(upper))
      expect(maintenance(rules, symbol, upper.floor).toFixed()).toBe(at())
    })
  })

  it.each(tables)('[BY4] %s: any excess beyond a tier at the rate of the new tier', (_, rules, symbol) => {
    const table = rules.tiers[symbol] ?? []
    const top = Number(table.at(-1)?.floor.toFixed()) * 2 + 1000
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: top, noNaN: true }), (amount) => {
        const value = new Decimal(amount).toDecimalPlaces(8)
        const slices = table.reduce((sum, { floor, cap, maintenanceRate }) => sum.plus(Decimal.max(0, Decimal.min(value, cap ?? value).minus(floor)).times(maintenanceRate)), new Decimal(0))
        expect(maintenance(rules, symbol, value).toFixed()).toBe(slices.toFixed())
      }),
      { numRuns: 60 },
    )
  })

  it('[BY5] BTCUSD: the rows that are printed, 150 BTC at 0.5 % and 1 %, 300 BTC at 1 % and 1.5 % with a deduction of 0.75', () => {
    const rows = bybitInverseRules.tiers.BTCUSD?.slice(0, 2).map((tier) => [tier.cap, tier.maintenanceRate, tier.initialRate, tier.maintenanceAmount].map((each) => each?.toFixed()))
    expect(rows).toEqual([['150', '0.005', '0.01', '0'], ['300', '0.01', '0.015', '0.75']])
  })
})
