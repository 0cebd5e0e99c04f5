import { describe, expect, it } from 'vitest'
import { heldPosition, rulesWith } from '../testing/fixtures.ts'
import { price, rate } from '../units/quantities.ts'
import type { LiquidationRules } from '../venues/Rules.ts'
import { liquidationFee } from './liquidationFee.ts'

describe('liquidationFee', () => {
  it('[Q3] 1 % of 2 units: at the closing price 90, at the mark 91, at entry 100', () => {
    const fee = (feeOn: LiquidationRules['feeOn']): string => {
      const rules = rulesWith()
      return liquidationFee(heldPosition({ qty: '2', entry: '100' }), { price: price('90'), mark: price('91') }, { ...rules, liquidation: { ...rules.liquidation, feeRate: rate('0.01'), feeOn } }).toFixed()
    }
    expect([fee('fill'), fee('mark'), fee('entry')]).toEqual(['1.8', '1.82', '2'])
  })
})
