import { describe, expect, it } from 'vitest'
import { calculated, type SceneWords } from '../testing/calculatorScene.ts'
import { rulesWith } from '../testing/fixtures.ts'
import { Decimal } from '../units/decimal.ts'
import { quote, rate } from '../units/quantities.ts'
import { standardRules } from '../venues/standard/standardRules.ts'
import { marginForLiquidation } from './marginForLiquidation.ts'

type Given = Readonly<Record<string, string>>

const of = (field: string, given: Given, words: SceneWords = {}): string => calculated(marginForLiquidation, field, given, { rules: standardRules, ...words })
const cents = (text: string): string => new Decimal(text).toDecimalPlaces(2, Decimal.ROUND_CEIL).toFixed(2)

/** BTC 20,000 at 10x, to be liquidated at 50,000 instead of 54,271.36: the mock's calculate page. */
const wanted = { size: '0.33333333', entryPrice: '60000', leverage: '10', liquidationPrice: '50000' }

describe('margin-for-liquidation', () => {
  it('[A5] q (E - P (1 - m)) = 20,000 - 16,583.33 = 3,416.67: 1,416.67 more than the 2,000 that are there', () => {
    expect(cents(of('addMargin', wanted))).toBe('1416.67')
    expect(cents(of('marginAfter', wanted))).toBe('3416.67')
    expect(of('liquidationPrice', wanted)).toBe('50000')
    expect(of('liquidationPriceBefore', wanted)).toBe('54271.36')
    // 20,000 / 2,000 and 20,000 / 3,416.67 = 5.853658…
    expect([of('leverageEffectiveBefore', wanted), new Decimal(of('leverageEffective', wanted)).toDP(4).toFixed()]).toEqual(['10', '5.8537'])
    // further away, and more to lose
    expect([cents(of('canLoseBefore', wanted)), cents(of('canLose', wanted))]).toEqual(['2000.00', '3416.67'])
  })

  it('[A5] the amount is the least that does: a step less is liquidated before', () => {
    const least = new Decimal(of('addMargin', wanted))
    const less = of('liquidationPrice', { size: wanted.size, entryPrice: wanted.entryPrice, leverage: '10', addMargin: least.minus('0.01').toFixed() })
    expect(new Decimal(less).gt(50000)).toBe(true)
  })

  it('[A5] a mark that has moved changes what is there, not what is needed', () => {
    // margin alone decides P: 3,416.67 whatever the mark
    expect(of('addMargin', { ...wanted, markPrice: '58000' })).toBe(of('addMargin', wanted))
    // at 58,000 the equity is 2,000 - 666.67; 19,333.33 / 1,333.33 = 14.5
    expect(new Decimal(of('leverageEffectiveBefore', { ...wanted, markPrice: '58000' })).toDP(4).toFixed()).toBe('14.5')
  })

  it('[A5, M7] what is nearer than now is taken out, as far as the ledger lets it', () => {
    // 2,500 are there, 2,000 must stay: for 54,000 q (60,000 - 0.995 x 54,000) = 2,090 are enough
    const rich = { ...wanted, margin: '2500' }
    expect(cents(of('addMargin', { ...rich, liquidationPrice: '54000' }))).toBe('-410.00')
    // 55,000 would do with 1,758.33: less than may be left
    expect(of('addMargin', { ...rich, liquidationPrice: '55000' })).toBe('no-root')
  })

  it('[A5] in the shared pool cash of the wallet does it', () => {
    const cross: SceneWords = { mode: 'cross', wallet: '3000' }
    expect(cents(of('addWallet', wanted, cross))).toBe('416.67')
    expect(cents(of('walletAfter', wanted, cross))).toBe('3416.67')
    expect(of('marginAfter', wanted, cross)).toBe('shared')
  })

  it('[A5, M14] where the margin itself decides what closing costs, the fee is found with it', () => {
    // 0.1 % of the value at the price that uses up the margin B = 3,000 - M: surplus at 2,500 of 1 at 3,000, m = 1 %:
    // M - 500 - 25 - 0.001 (3,000 - M) / 0.999 = 0, with (3,000 - M) / 0.999 the bankruptcy value, fee included: M = 528.003003… / 1.001001… = 527.475
    const rules = rulesWith({ maintenanceRate: '0.01', exitCost: { rate: rate('0.001'), on: 'margin-bankruptcy', fixed: quote('0'), combine: 'sum' } })
    const found = of('marginAfter', { size: '1', entryPrice: '3000', leverage: '10', liquidationPrice: '2500' }, { rules })
    expect(found).toBe('527.475')
  })

  it('[A5] Bybit: 1,000 added to a long of 1 from 10,000 takes its price from 9,500 to 8,500', () => {
    // "How to increase/decrease position margin on Bybit", the example as kept at cryptoarmy.io, read 2026-11-22: maintenance at entry.
    // 10,000 at 20x is 500 of margin without maintenance; 1,500 behind 1 go to 8,500
    const rules = rulesWith({ maintenanceRate: '0' })
    expect(of('addMargin', { size: '1', entryPrice: '10000', leverage: '20', liquidationPrice: '8500' }, { rules })).toBe('1000')
    expect(of('liquidationPriceBefore', { size: '1', entryPrice: '10000', leverage: '20' }, { rules })).toBe('9500')
  })
})
