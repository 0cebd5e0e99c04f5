import { describe, expect, it } from 'vitest'
import { sceneOf, shown, valuesOf } from '../testing/calculatorScene.ts'
import { Decimal } from '../units/decimal.ts'
import { plainRules } from '../venues/plain/plainRules.ts'
import { standardRules } from '../venues/standard/standardRules.ts'
import { calculate } from './calculate.ts'
import { compareTrades, type TradeVariants } from './compareTrades.ts'
import { liquidation } from './liquidation.ts'
import { pnl } from './pnl.ts'

/** A long of 1 from 60,000 with a wallet of 30,000. */
const TRADE = valuesOf({ size: '1', entryPrice: '60000' })
const plain = sceneOf({ rules: plainRules, wallet: '30000' })
const leverages = (...list: readonly string[]): readonly Decimal[] => list.map((each) => new Decimal(each))

function table(variants: Partial<TradeVariants>, fields: readonly string[]): readonly (readonly string[])[] {
  return compareTrades({ values: TRADE, scene: plain, ...variants }).map(({ variant, results }) => [variant.rules.id, variant.mode, variant.leverage?.toFixed() ?? '', ...fields.map((field) => shown(results[field]))])
}

describe('compareTrades', () => {
  it('[A17] leverages side by side: margin 1 / L, price (1 - 1/L) / 0.995 up to the tick, distance, and what can be lost', () => {
    // the figures of ../shared/mock/calculate.html, "Four leverages side by side", of 60,000 instead of 20,000: 48,000 / 0.995 = 48,241.206…
    expect(table({ leverages: leverages('5', '10', '20', '50') }, ['initialMargin', 'liquidationPrice', 'canLose'])).toEqual([
      ['plain', 'isolated', '5', '12000', '48241.21', '12000'],
      ['plain', 'isolated', '10', '6000', '54271.36', '6000'],
      ['plain', 'isolated', '20', '3000', '57286.44', '3000'],
      ['plain', 'isolated', '50', '1200', '59095.48', '1200'],
    ])
  })

  it('[A17] modes: behind its own wall by its margin, in the shared pool by all of the wallet', () => {
    // (60,000 - 30,000) / 0.995 = 30,150.753…
    expect(table({ modes: ['isolated', 'cross'] }, ['liquidationPrice', 'canLose'])).toEqual([
      ['plain', 'isolated', '10', '54271.36', '6000'],
      ['plain', 'cross', '10', '30150.76', '30000'],
    ])
  })

  it('[A17] rules: tiers and fees are those of each; leverage changes fastest, then mode, then rules', () => {
    // second tier: 1 % less 250, (54,000 - 250) / 0.99 = 54,292.929…; the fee of 0.05 % is 30
    const rows = table({ rules: [plainRules, standardRules], modes: ['isolated', 'cross'], leverages: leverages('10', '20') }, ['liquidationPrice', 'openingFee', 'canLose'])
    expect(rows.map(([id, mode, leverage]) => `${id} ${mode} ${leverage}`)).toEqual([
      'plain isolated 10', 'plain isolated 20', 'plain cross 10', 'plain cross 20', 'standard isolated 10', 'standard isolated 20', 'standard cross 10', 'standard cross 20',
    ])
    expect(rows[4]).toEqual(['standard', 'isolated', '10', '54292.93', '30', '6030'])
  })

  it('[A17] a cell that does not exist says why', () => {
    const rows = table({ rules: [plainRules, standardRules], leverages: leverages('1', '60') }, ['liquidationPrice', 'initialMargin', 'pnl'])
    expect(rows).toEqual([
      ['plain', 'isolated', '1', 'fully-collateralized', '60000', 'missing'],
      // 60,000 (1 - 1/60) / 0.995 = 59,296.482…
      ['plain', 'isolated', '60', '59296.49', '1000', 'missing'],
      ['standard', 'isolated', '1', 'fully-collateralized', '60000', 'missing'],
      ['standard', 'isolated', '60', 'outside-tier-table 50', 'outside-tier-table 50', 'missing'],
    ])
    // what is gained at an exit: 6,000 on 12,000 and on 6,000; under the standard rules less 30 and 33
    const exits = table({ values: { ...TRADE, ...valuesOf({ exitPrice: '66000' }) }, rules: [plainRules, standardRules], leverages: leverages('5', '10') }, ['pnl', 'roe', 'netPnl'])
    expect(exits.map((row) => row.slice(3))).toEqual([['6000', '0.5', '6000'], ['6000', '1', '6000'], ['6000', '0.5', '5937'], ['6000', '1', '5937']])
  })

  it('[A17] every row is what its calculators say when they are asked alone', () => {
    const values = { ...TRADE, ...valuesOf({ exitPrice: '51234.5', markPrice: '59000', fundingPayments: '3' }) }
    const rows = compareTrades({ values, scene: plain, rules: [plainRules, standardRules], modes: ['isolated', 'cross'], leverages: leverages('3', '7', '33') })
    expect(rows).toHaveLength(12)
    for (const { variant, results } of rows) {
      if (variant.leverage === undefined) throw new Error('no leverage')
      const scene = { ...plain, mode: variant.mode, rules: variant.rules }
      const own = { ...values, leverage: variant.leverage }
      const alone = { ...all(calculate(pnl, own, scene).results), ...all(calculate(liquidation, own, scene).results) }
      expect(all(results)).toEqual(alone)
    }
  })
})

function all(results: Readonly<Record<string, Parameters<typeof shown>[0]>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(results).map(([field, answer]) => [field, shown(answer)]))
}
