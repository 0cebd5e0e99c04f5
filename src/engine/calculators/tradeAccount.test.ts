import { describe, expect, it } from 'vitest'
import { bookAccount } from '../ledger/bookAccount.ts'
import { heldPosition } from '../testing/fixtures.ts'
import { sceneOf, shown, valuesOf } from '../testing/calculatorScene.ts'
import { quote } from '../units/quantities.ts'
import { standardRules } from '../venues/standard/standardRules.ts'
import { calculate } from './calculate.ts'
import { liquidation } from './liquidation.ts'

/** 2 from 20,000 in the shared pool of 20,000 under the standard rules, fees apart; some of it held already. */
function figures(held: string | undefined, size: string): readonly string[] {
  const scene = sceneOf({ rules: standardRules, mode: 'cross', wallet: '20000', tick: '0.0001' })
  const positions = held === undefined ? [] : [heldPosition({ leg: 'held', instrument: 'A', type: 'linear', pool: 'cross', qty: held, entry: '40000' })]
  const account = bookAccount({ wallet: quote('20000'), cash: new Map(), positions })
  const { results } = calculate(liquidation, valuesOf({ size, entryPrice: '40000', entryFeeRate: '0' }), { ...scene, account })
  return [shown(results['tier']), shown(results['liquidationPrice'])]
}

describe('a trade of what is held', () => {
  it('[A3] is one position with it in the shared pool: one tier', () => {
    // 80,000 is in the second tier, 1 % less 250: 20,000 + 2 (P - 40,000) = 0.02 P - 250, so P = 59,750 / 1.98 = 30,176.7676…
    expect(figures(undefined, '2')).toEqual(['2', '30176.7677'])
    expect(figures('1', '1')).toEqual(['2', '30176.7677'])
    expect(figures('1.5', '0.5')).toEqual(['2', '30176.7677'])
  })

  it('[A3] what goes the other way in the shared pool reduces it: that is no trade that opens, and says so', () => {
    expect(figures('-1', '1')).toEqual(['held-the-other-way', 'held-the-other-way'])
  })
})
