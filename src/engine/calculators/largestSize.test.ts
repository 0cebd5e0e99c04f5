import { describe, expect, it } from 'vitest'
import { bookAccount } from '../ledger/bookAccount.ts'
import { maxSize } from '../ledger/preview.ts'
import { calculated, sceneOf, shown, valuesOf, type SceneWords } from '../testing/calculatorScene.ts'
import { heldPosition, order, rulesWith } from '../testing/fixtures.ts'
import { price, quote, rate } from '../units/quantities.ts'
import { standardRules } from '../venues/standard/standardRules.ts'
import { calculate } from './calculate.ts'
import { largestSize } from './largestSize.ts'

type Given = Readonly<Record<string, string>>

const of = (field: string, given: Given, words: SceneWords = {}): string => calculated(largestSize, field, { entryPrice: '60000', ...given }, { rules: standardRules, ...words })

describe('max-size', () => {
  it('[A6] room for margin and fee: 10,000 / (60,000 (1/10 + 0.0005)) = 1.65837…, down to the step', () => {
    const given = { leverage: '10' }
    expect(of('size', given)).toBe('1.6583')
    expect(of('notional', given)).toBe('99498')
    // 9,949.80 and 49.749
    expect(of('cost', given)).toBe('9999.549')
    expect(of('limitedBy', given)).toBe('balance')
    // tier 2: 1 % less 250: (99,498 - 9,949.8 - 250) / (1.6583 x 0.99) = 54,393.17…, up
    expect(of('liquidationPrice', given)).toBe('54393.18')
  })

  it('[A6] says what ends it: the tier, the leverage, or a liquidation on the fill', () => {
    // 100x only up to 50,000
    expect([of('size', { leverage: '100' }), of('limitedBy', { leverage: '100' })]).toEqual(['0.8333', 'tier'])
    expect([of('size', { leverage: '150' }), of('limitedBy', { leverage: '150' })]).toEqual(['0', 'leverage'])
    // 2 % to hold what 1 % opens
    const tight = rulesWith({ maintenanceRate: '0.02' })
    expect([of('size', { leverage: '100' }, { rules: tight }), of('limitedBy', { leverage: '100' }, { rules: tight })]).toEqual(['0', 'liquidation'])
    expect(of('liquidationPrice', { leverage: '150' })).toBe('no-position')
  })

  it('[A6, P8] is the ticket’s own, with all that is open', () => {
    for (const mode of ['isolated', 'cross'] as const) {
      const scene = sceneOf({ mode, rules: standardRules })
      const open = heldPosition({ leg: 'B', instrument: 'A', pool: 'bucket:x', qty: '1', entry: '60000' })
      const short = heldPosition({ leg: 'A@cross', instrument: 'A', pool: 'cross', qty: '-0.5', entry: '61000' })
      const account = bookAccount({ wallet: quote('10000'), cash: new Map([['bucket:x', quote('5000')]]), positions: [open, short] })
      const { results } = calculate(largestSize, valuesOf({ entryPrice: '60000', leverage: '20' }), { ...scene, account })
      const context = { setting: { rules: standardRules, instruments: scene.instruments, walls: 'as-set' as const }, moment: { tick: 0, at: scene.at, marks: new Map([['A', price('60000')]]) } }
      expect(shown(results['size'])).toBe(maxSize(account, order({ pool: mode, leverage: '20' }), context).toFixed())
    }
  })

  it('[A6] wallet or leverage from a size', () => {
    // 60,000 / 10 + 30
    expect(of('wallet', { leverage: '10', size: '1' })).toBe('6030')
    // 60,000 / 9,970 = 6.018…, up: with less the size is not there
    expect(of('leverage', { wallet: '10000', size: '1' })).toBe('6.02')
    // 300,000 are allowed 20x, for which 15,150 would be needed
    expect(of('leverage', { wallet: '10000', size: '5' })).toBe('no-root')
    expect(of('wallet', { leverage: '100', size: '1' })).toBe('no-root')
  })

  it('[A6] inverse: coins of 100 USD steps', () => {
    // 1 coin at 50,000 and 5x, taker 0.05 %: q = 50,000 / (1/5 + 0.0005) = 249,376.55…
    const rules = rulesWith({ fees: { maker: rate('0'), taker: rate('0.0005') } })
    expect(of('size', { wallet: '1', entryPrice: '50000', leverage: '5' }, { type: 'inverse', step: '100', rules })).toBe('249300')
  })
})
