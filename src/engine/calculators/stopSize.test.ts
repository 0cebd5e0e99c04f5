import { describe, expect, it } from 'vitest'
import { calculated, type SceneWords } from '../testing/calculatorScene.ts'
import { rulesWith } from '../testing/fixtures.ts'
import { rate } from '../units/quantities.ts'
import { standardRules } from '../venues/standard/standardRules.ts'
import { stopSize } from './stopSize.ts'

type Given = Readonly<Record<string, string>>

const of = (field: string, given: Given, words: SceneWords = {}): string => calculated(stopSize, field, given, { rules: standardRules, ...words })

/** 1 % of 10,000, BTC from 60,000 to a stop at 58,500: the mock's calculate page. */
const risk = { riskShare: '0.01', entryPrice: '60000', stopPrice: '58500' }

describe('stop-size', () => {
  it('[A7] 100 / (1,500 + 0.0005 x 118,500) = 0.06413…, down to the step; the loss with both fees is 99.95', () => {
    expect(of('size', risk)).toBe('0.0641')
    expect(of('notional', risk)).toBe('3846')
    // 0.0641 x 1,500 + 1.923 + 1.874925
    expect(of('lossAtStop', risk)).toBe('99.947925')
  })

  it('[A7] the highest leverage that reaches the stop: 60,000 / L > 1,500 + 0.005 x 58,500 = 1,792.5, so 33.47', () => {
    // 60,000 / 1,792.5 = 33.4728…
    expect(of('highestLeverage', risk)).toBe('33.47')
    expect(of('stopReached', { ...risk, leverage: '33.47' })).toBe('yes')
    expect(of('stopReached', { ...risk, leverage: '33.48' })).toBe('no')
    // nothing said: that leverage
    expect(of('margin', risk)).toBe('114.908873618166')
    // (3,846 - 114.9089) / (0.0641 x 0.995) = 58,499.84…, just below the stop
    expect(of('liquidationPrice', risk)).toBe('58499.85')
  })

  it('[A7, K1] a stop exactly at the liquidation price is not reached: liquidations come first', () => {
    // no maintenance: at 40x the price is 58,500 itself
    const none = { rules: rulesWith({ maintenanceRate: '0' }) }
    expect(of('highestLeverage', risk, none)).toBe('39.99')
    // where only less than the requirement liquidates the stop comes first
    expect(of('highestLeverage', risk, { rules: rulesWith({ maintenanceRate: '0', comparison: 'below' }) })).toBe('40')
  })

  it('[A7] short, and in the shared pool', () => {
    // 100 / (1,500 + 0.0005 x 121,500) = 0.06407…
    const short = { ...risk, stopPrice: '61500' }
    expect(of('size', short, { side: 'short' })).toBe('0.064')
    // 60,000 / L > 1,500 + 307.5: L < 33.1950…
    expect(of('highestLeverage', short, { side: 'short' })).toBe('33.19')
    // 10,000 behind a loss of 100: any leverage that the tier allows
    expect(of('highestLeverage', risk, { mode: 'cross' })).toBe('100')
    expect(of('highestLeverage', { ...risk, wallet: '100', risk: '120', size: '0.07' }, { mode: 'cross' })).toBe('liquidated-before-the-stop')
  })

  it('[A7] inverse: the loss is in coins', () => {
    // 0.01 coin / (1/57,000 - 1/60,000) = 11,400 USD without fees; with 0.05 % of 1/60,000 + 1/57,000 more a unit: 0.01 / 8.9430e-7 = 11,181.9…
    const words: SceneWords = { type: 'inverse', step: '100', wallet: '1' }
    expect(of('size', { ...risk, stopPrice: '57000' }, { ...words, rules: rulesWith() })).toBe('11400')
    expect(of('size', { ...risk, stopPrice: '57000' }, words)).toBe('11100')
  })

  it('[A7] published examples: 10,000, 1 %, 30,000 to 29,700 is 0.33; 50,000, 2 %, 40 to 37 is 333', () => {
    // quantle.app/learn/glossary/stop-loss; phucnguyenvan.com/investment_atlas/concept/im-stop-loss; both without fees, read 2026-11-22
    const rules = rulesWith()
    expect(of('size', { riskShare: '0.01', entryPrice: '30000', stopPrice: '29700' }, { rules, step: '0.01' })).toBe('0.33')
    expect(of('size', { wallet: '50000', riskShare: '0.02', entryPrice: '40', stopPrice: '37' }, { rules, step: '1' })).toBe('333')
  })

  it('[A1, A7] stop or risk from a size', () => {
    // 0.05 x (1,500 + 59.25) = 77.9625, up to the cent
    expect(of('risk', { ...risk, size: '0.05' })).toBe('77.97')
    // (60,000 x 1.0005 - 100 / 0.05) / 0.9995 = 58,059.0295…, up to the tick: a stop one tick further away loses more than 100
    expect(of('stopPrice', { risk: '100', entryPrice: '60000', size: '0.05' })).toBe('58059.03')
    expect(of('riskShare', { entryPrice: '60000', stopPrice: '58500', size: '0.05' })).toBe('0.00779625')
  })

  it('[A7] says what is wrong with a stop', () => {
    expect(of('size', { ...risk, stopPrice: '60000' })).toBe('stop-on-the-wrong-side')
    expect(of('size', { ...risk, stopPrice: '61000' })).toBe('stop-on-the-wrong-side')
    expect(of('size', { ...risk, riskShare: '0.000001' })).toBe('below-step')
    expect(of('size', { entryPrice: '60000', stopPrice: '58500' })).toBe('missing')
    // a rebate of 3 % on each side is more than the 2.5 % that the stop costs
    expect(of('size', risk, { rules: rulesWith({ fees: { maker: rate('0'), taker: rate('-0.03') } }) })).toBe('stop-loses-nothing')
  })

  it('[A7] what the wallet cannot open is cut down to what it can: jesse, risk_to_qty of 10,000, 5 %, 100 to 96 is 100 at 1x, not 125', () => {
    // jesse utils.risk_to_qty: risk_to_size caps at the capital (500 / 4 = 125 would cost 12,500); read 2026-11-22
    const words: SceneWords = { rules: rulesWith(), wallet: '10000' }
    const given = { riskShare: '0.05', entryPrice: '100', stopPrice: '96', leverage: '1' }
    expect(['size', 'limitedBy', 'sizeByRisk', 'lossAtStop'].map((field) => of(field, given, words))).toEqual(['100', 'balance', '125', '400'])
    // 12,500 / 1.25 is all of it
    const enough = { ...given, leverage: '1.25' }
    expect(['size', 'limitedBy', 'sizeByRisk'].map((field) => of(field, enough, words))).toEqual(['125', 'risk', '125'])
    // a short of 60,000 in the shared pool: the same 10,000
    expect(of('size', { ...given, stopPrice: '104' }, { ...words, side: 'short', mode: 'cross' })).toBe('100')
  })

  it('[A7] with no leverage stated it is the highest that reaches the stop', () => {
    // 10 % of 100 over a stop of 1 is 10 coins: 600,000, at 100x 6,000; with 100 there are 100 / 600 = 0.16666… of them
    const words: SceneWords = { rules: rulesWith(), wallet: '100' }
    const given = { riskShare: '0.1', entryPrice: '60000', stopPrice: '59999' }
    expect(['size', 'limitedBy', 'sizeByRisk', 'margin', 'stopReached'].map((field) => of(field, given, words))).toEqual(['0.1666', 'balance', '10', '99.96', 'yes'])
    // the fee is paid out of the same wallet: 0.05 % of 60,000 is 30 more a coin, 100 / 630 = 0.15873…; 10 / (1 + 59.9995) is more than that
    expect(['size', 'limitedBy', 'sizeByRisk'].map((field) => of(field, given, { wallet: '100' }))).toEqual(['0.1587', 'balance', '0.1639'])
    // no wallet: nothing is said of it
    expect(['size', 'limitedBy'].map((field) => of(field, { ...given, risk: '10' }, { ...words, wallet: '0' }))).toEqual(['10', 'risk'])
  })
})
