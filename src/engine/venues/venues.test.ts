import { describe, expect, it } from 'vitest'
import { leverageLimit, tiersOf } from '../margin/requirement.ts'
import { eventsOf, heldPosition, HOUR, order, pathTape, played, story } from '../testing/fixtures.ts'
import { price } from '../units/quantities.ts'
import { builtinRules } from './builtinRules.ts'
import { plainRules } from './plain/plainRules.ts'
import { standardRules } from './standard/standardRules.ts'
import { textbookRules } from './textbook/textbookRules.ts'

describe('built-in rules', () => {
  it.each([...builtinRules.values()])('[M4] $id: tiers without gaps, continuous where amounts are deducted, rates rising, maintenance below initial margin', (rules) => {
    for (const table of Object.values(rules.tiers)) {
      // m_n F - c_n = m_(n-1) F - c_(n-1) at each floor F; a venue whose rate is that of the whole position has no amounts, and jumps.
      const amounts = table.some((tier) => !tier.maintenanceAmount.isZero())
      if (amounts) for (const [i, tier] of table.entries()) expect(tier.floor.times(tier.maintenanceRate).minus(tier.maintenanceAmount).toFixed()).toBe(tier.floor.times(table[Math.max(0, i - 1)]?.maintenanceRate ?? 0).minus(table[Math.max(0, i - 1)]?.maintenanceAmount ?? 0).toFixed())
      expect(table[0]?.floor.toFixed()).toBe('0')
      expect(table.at(-1)?.cap).toBeUndefined()
      table.slice(1).forEach((tier, i) => {
        expect(table[i]?.cap?.toFixed()).toBe(tier.floor.toFixed())
        expect(tier.maintenanceRate.gte(table[i]?.maintenanceRate ?? 0)).toBe(true)
      })
      for (const tier of table) expect(tier.maintenanceRate.times(tier.maxLeverage).lte(1)).toBe(true)
    }
  })

  it('[V1] plain: one rate, no fees, no funding, what is left is forfeited, a shared pool closes whole', () => {
    const tape = pathTape({ A: [100, 90], B: [100, 100] }, { barMillis: 24 * HOUR })
    const run = played({ tape, wallet: '10', rules: plainRules, commands: [order({ pool: 'cross', leverage: '20' }), order({ pool: 'cross', instrument: 'B', leverage: '20' })] })
    // 10 + P - 100 = 0.005 P + 0.5 -> P = 90.5 / 0.995 = 90.954…
    expect(story(run).slice(2)).toEqual(['liquidated A@cross @ 90.96', 'liquidated B@cross @ 100'])
    const { venueFees, funding, insuranceFund } = run.accountAt(1).counterparties
    expect([venueFees, funding, insuranceFund].map((each) => each.toFixed())).toEqual(['0', '0', '0.96'])
    expect(leverageLimit(plainRules, heldPosition({ instrument: 'SOL-PERP', qty: '1', entry: '1' }), price('1')).toFixed()).toBe('50')
  })

  it('[V2] standard: three tiers, maker 0.02 %, taker 0.05 %, 0.01 % every 8 hours, worst loss first, 0.25 % fee', () => {
    expect(tiersOf(standardRules, 'any').map((tier) => [tier.floor, tier.maintenanceRate, tier.maintenanceAmount, tier.maxLeverage].map((each) => each.toFixed()))).toEqual([
      ['0', '0.005', '0', '100'],
      ['50000', '0.01', '250', '50'],
      ['250000', '0.025', '4000', '20'],
    ])
    const tape = pathTape({ A: [1000, 1000, 900], B: [1000, 1000, 1000] }, { barMillis: 8 * HOUR })
    const run = played({ tape, wallet: '100', rules: standardRules, commands: [order({ pool: 'cross', leverage: '25' }), order({ pool: 'cross', instrument: 'B', leverage: '50' })] })
    // fees 2 x 0.5, funding 2 x 0.1: 98.8 + P - 1,000 = 0.005 P + 5 -> P = 906.2 / 0.995 = 910.7537…
    expect(story(run)).toEqual(['market A@cross 1 @ 1000', 'market B@cross 1 @ 1000', 'funding cross', 'liquidated A@cross @ 910.76', 'funding cross'])
    expect(eventsOf(run, 'filled').map((event) => event.fee.toFixed())).toEqual(['0.5', '0.5'])
    expect(eventsOf(run, 'funding-paid').map((event) => event.legs.map((each) => each.amount.toFixed()))).toEqual([['-0.1', '-0.1'], ['-0.1']])
    // 910.76 x 0.0025, of the 98.8 - 89.24 that are left
    expect(eventsOf(run, 'position-liquidated').map((event) => `${event.fee.toFixed()} ${event.feeTo}`)).toEqual(['2.2769 insurance-fund'])
  })

  it('[V3] textbook: (collateral - loss) / value at entry against 5 %, what is left is returned', () => {
    // 10 of 100: (10 - loss) / 100 = 5 % at a loss of 5
    const run = played({ tape: pathTape({ A: [100, 90] }), rules: textbookRules, commands: [order()] })
    expect(story(run)).toEqual(['market A@isolated 1 @ 100', 'liquidated A@isolated @ 95'])
    expect(run.accountAt(1).pools.get('cross')?.cash.toFixed()).toBe('9995')
    // the printed form, (value - loss) / value, is still 90 % when the collateral is gone, and 5 % at a price of 5
    const printed = (at: number) => (100 - (100 - at)) / 100
    expect([printed(95), printed(90), printed(5)]).toEqual([0.95, 0.9, 0.05])
  })
})
