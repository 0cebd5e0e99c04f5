import { describe, expect, it } from 'vitest'
import { price, quote, rate } from '../units/quantities.ts'
import { isContinuous } from './piecewise.ts'
import { heldPosition, rulesWith, tierTable } from '../testing/fixtures.ts'
import { plainRules } from '../venues/plain/plainRules.ts'
import { standardRules } from '../venues/standard/standardRules.ts'
import { entryMargin } from './entryMargin.ts'
import { exitCostOf, initialOf, leverageLimit, maintenanceOf, requirementPieces, steepestRate, tierIndex, tiersOf } from './requirement.ts'

const table = tiersOf(standardRules, 'A')

describe('requirement', () => {
  it('[M4] a tier holds floor < N <= cap', () => {
    const tier = (amount: string) => tierIndex(table, quote(amount))
    expect(['0', '50000', '50000.000000000001', '250000', '250000.000000000001', '1e15'].map(tier)).toEqual([0, 0, 1, 1, 2, 2])
  })

  it('[M4] N x rate - amount: 250 at 50,000 from either side, 2,250 at 250,000', () => {
    const at = (mark: string) => maintenanceOf(heldPosition({ qty: '-1', entry: '1' }), price(mark), standardRules).toFixed()
    expect(at('50000')).toBe('250')
    // 50,001 x 0.01 - 250
    expect(at('50001')).toBe('250.01')
    expect(at('250000')).toBe('2250')
    // 250,001 x 0.025 - 4,000
    expect(at('250001')).toBe('2250.025')
    expect(at('-50001')).toBe('250.01')
    expect(at('0')).toBe('0')
  })

  it('[M4] at entry, where the rules say so', () => {
    const rules = rulesWith({ maintenanceOn: 'entry', maintenanceRate: '0.05' })
    expect(maintenanceOf(heldPosition({ qty: '2', entry: '100' }), price('70'), rules).toFixed()).toBe('10')
  })

  it('[M4] never below zero', () => {
    const rules = rulesWith({ tiers: { default: tierTable(['0', '0.1', '8', '10']) } })
    expect(['100', '80', '79'].map((mark) => maintenanceOf(heldPosition({ qty: '1', entry: '1' }), price(mark), rules).toFixed())).toEqual(['2', '0', '0'])
  })

  it('[M5] the exit cost is a share of the notional, where it counts', () => {
    const rules = rulesWith({ exitCost: { rate: rate('0.0005'), on: 'mark', fixed: quote('0'), combine: 'sum' } })
    expect(exitCostOf(heldPosition({ qty: '-2', entry: '1' }), price('-100'), rules).toFixed()).toBe('0.1')
    expect(exitCostOf(heldPosition({ qty: '-2', entry: '1' }), price('100'), rulesWith()).toFixed()).toBe('0')
  })

  it('[M3] initial margin is notional / leverage, rounded up to the quantum', () => {
    expect(entryMargin(quote('100'), rate('10')).toFixed()).toBe('10')
    expect(entryMargin(quote('100'), rate('7')).toFixed()).toBe('14.285714285715')
    expect(entryMargin(quote('-100'), rate('3')).toFixed()).toBe('33.333333333334')
    expect(initialOf(heldPosition({ qty: '-3', entry: '1', leverage: '20' }), price('40'), plainRules).toFixed()).toBe('6')
  })

  it('[M4] the leverage limit is that of the tier', () => {
    expect(['50000', '50001', '250001'].map((amount) => leverageLimit(standardRules, heldPosition({ qty: '1', entry: '1' }), price(amount)).toFixed())).toEqual(['100', '50', '20'])
    expect(leverageLimit(plainRules, heldPosition({ instrument: 'SOL-PERP', qty: '1', entry: '1' }), price('1')).toFixed()).toBe('50')
  })

  it('[M4] continuity and the steepest slope, exit fee included', () => {
    const held = heldPosition({ qty: '1', entry: '1' })
    const rules = { ...standardRules, exitCost: { rate: rate('0.0005'), on: 'mark', fixed: quote('0'), combine: 'sum' } } as const
    expect(isContinuous(requirementPieces(held, rules))).toBe(true)
    expect(isContinuous(requirementPieces(held, rulesWith({ tiers: { default: tierTable(['0', '0.005', '0', '100'], ['50000', '0.01', '249.999999', '50']) } })))).toBe(false)
    expect(steepestRate(held, rules).toFixed()).toBe('0.0255')
  })
})
