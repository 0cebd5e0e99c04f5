import { describe, expect, it } from 'vitest'
import { calculated, sceneOf, shown, valuesOf, type SceneWords } from '../testing/calculatorScene.ts'
import { rulesWith } from '../testing/fixtures.ts'
import { Decimal } from '../units/decimal.ts'
import { rate } from '../units/quantities.ts'
import { standardRules } from '../venues/standard/standardRules.ts'
import { calculate } from './calculate.ts'
import { wall } from './wall.ts'

type Given = Readonly<Record<string, string>>

const of = (field: string, given: Given, words: SceneWords = {}): string => calculated(wall, field, { entryPrice: '60000', ...given }, { rules: standardRules, ...words })

/** A requirement of 0.5 %, and no fees. */
const inversePlain = rulesWith()

/** Lose at most 500 and survive a fall of 8 %: the mock's calculate page. */
const decided = { maxLoss: '500', fall: '0.08' }

describe('wall', () => {
  it('[A8, W2] 500 and 8 %: 500 / (4,800 + 276 + 30) = 0.09792… of BTC, 497.06 behind the wall, 11.82x', () => {
    // a coin loses 4,800, needs 0.5 % of 55,200 and costs 0.05 % of 60,000
    expect(of('size', decided)).toBe('0.0979')
    expect(of('notional', decided)).toBe('5874')
    expect(of('openingFee', decided)).toBe('2.937')
    expect(of('margin', decided)).toBe('497.063')
    expect(of('collateral', decided)).toBe('500')
    // 5,874 / 497.063 = 11.81741…: the order takes 5,874 / 11.82 = 496.954315, the rest is added
    expect(of('leverage', decided)).toBe('11.82')
    expect(of('openingMargin', decided)).toBe('496.954314720813')
    expect(of('addMargin', decided)).toBe('0.108685279187')
    // (5,874 - 497.063) / (0.0979 x 0.995) = 55,198.7414…, up; 8.002 % away
    expect(of('liquidationPrice', decided)).toBe('55198.75')
    expect(of('liquidationDistance', decided)).toBe('0.080020833333')
    expect(of('limitedBy', decided)).toBe('fall')
  })

  it('[A8] a short survives a rise', () => {
    // 500 / (4,800 + 0.005 x 64,800 + 30) = 0.09701…
    expect(of('size', decided, { side: 'short' })).toBe('0.097')
  })

  it('[A8] the leverage that the tier allows may end it before the fall does', () => {
    // 0.1 %: 500 / (60 + 299.7 + 30) would be 1.283, opened at 100x for 600 + 30 a coin: 500 / 630 = 0.79365…
    const little = { maxLoss: '500', fall: '0.001' }
    expect([of('size', little), of('leverage', little), of('limitedBy', little)]).toEqual(['0.7936', '100', 'leverage'])
  })

  it('[A8] any two of loss, fall, size and leverage', () => {
    // what 0.0979 needs: 0.0979 x 5,076 + 2.937 = 499.8774, up to the cent and survived
    expect(of('maxLoss', { fall: '0.08', size: '0.0979' })).toBe('499.88')
    // 60,000 - 55,198.7414 = 8.00209… %, down
    expect(of('fall', { maxLoss: '500', size: '0.0979' })).toBe('0.08002')
    // 5,874 / 11.82 + 2.937 behind it, and as far as that goes: (5,874 - 496.9543) / 0.0974105 = 55,199.857: 8.00023… %
    const both = calculate(wall, valuesOf({ entryPrice: '60000', size: '0.0979', leverage: '11.82' }), sceneOf({ rules: standardRules }))
    expect([shown(both.solved['maxLoss']), shown(both.solved['fall'])]).toEqual(['499.891314720813', '0.080002'])
    expect([shown(both.results['size']), shown(both.results['leverage'])]).toEqual(['0.0979', '11.82'])
    // the smallest fall at which no more than 10x is needed: 5,000 of 60,000 …: q (6,000 + 30) = 500 is 0.0829 (4,974 / 497.513 = 9.9977: 10x)
    expect(of('size', { maxLoss: '500', leverage: '10' })).toBe('0.0829')
  })

  it('[A8] says why there is none', () => {
    expect(of('size', { maxLoss: '0', fall: '0.08' })).toBe('loss-not-positive')
    expect(of('size', { maxLoss: '500', fall: '0' })).toBe('fall-not-positive')
    expect(of('size', { maxLoss: '500', fall: '1' })).toBe('falls-to-nothing')
    expect(of('size', { maxLoss: '0.1', fall: '0.5' })).toBe('below-step')
    // fall and leverage say the same of one tier: no loss gives 20x with 8 %
    expect(of('maxLoss', { fall: '0.08', leverage: '20' })).toBe('no-root')
  })

  it('[A8] inverse: the loss is in coins', () => {
    // a fall to 55,200: q (1/55,200 - 1/60,000) + 0.005 q / 55,200 + 0.0005 q / 60,000 = 0.01: q = 0.01 / 1.548188e-6 = 6,459.1…
    expect(of('size', { maxLoss: '0.01', fall: '0.08' }, { type: 'inverse', step: '1', rules: { ...rulesWith(), fees: { maker: rate('0'), taker: rate('0.0005') } } })).toBe('6459')
  })

  it.each(['1.1', '2', '3', '10'])('[A8] inverse: a short survives a rise of %s times the price; it never takes all', (rise) => {
    // q / E r / (1 + r) is lost and 0.5 % of q / (E (1 + r)) needed: one coin is q = E (1 + r) / (r + 0.005), down to the step
    const size = new Decimal(50_000).times(new Decimal(rise).plus(1)).div(new Decimal(rise).plus('0.005')).toDecimalPlaces(0, Decimal.ROUND_DOWN)
    expect(of('size', { maxLoss: '1', fall: rise, entryPrice: '50000' }, { type: 'inverse', side: 'short', step: '1', rules: inversePlain })).toBe(size.toFixed())
  })

  it.each(['5', '11', '11.82', '11.83', '20'])('[A1, A8] one tier: a fall is one leverage, whatever the loss: %sx says nothing of it', (leverage) => {
    // 1 / (0.08 + 0.005 x 0.92) = 11.8203…, for any size; only whole steps of small ones make it more or less
    expect(of('maxLoss', { fall: '0.08', leverage }, { rules: rulesWith() })).toBe('no-effect')
    // with the size it is the margin at that leverage, 6,000 / L up to the quantum [M3]
    expect(of('maxLoss', { fall: '0.08', leverage, size: '0.1' }, { rules: rulesWith() })).toBe(new Decimal(6000).div(leverage).toDecimalPlaces(12, Decimal.ROUND_UP).toFixed())
  })
})
