import { describe, expect, it } from 'vitest'
import { instrument, order, pathTape, rulesWith, tierTable } from '../testing/fixtures.ts'
import type { Setup } from '../run/createRun.ts'
import { quote, rate } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'
import { ruleChoices } from './ruleChoices.ts'
import { ruleDiff, type RuleDiff } from './ruleDiff.ts'

/** A from 100 down to 80 in 20 steps of 1. */
const tape = pathTape({ A: Array.from({ length: 21 }, (_, i) => 100 - i) })
const setup = (rules: Rules): Setup => ({ tape, instruments: [instrument('A')], rules, wallet: quote('1000'), commands: [order({ leverage: '10' })] })

function diffOf(a: Rules, b: Rules): RuleDiff {
  const steps = ruleDiff(setup(a), 'as-set', { a, b })
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    expect(step.value.done).toBeLessThanOrEqual(step.value.total)
  }
}

describe('ruleDiff', () => {
  const a = rulesWith()
  const rows = (m: string, leverage = '100') => ({ default: tierTable(['0', m, '0', leverage]) })

  it('[L2] two equal sets differ in nothing', () => {
    const { a: before, b: after, effects } = diffOf(a, { ...a, name: 'other', date: '2020-01-01' })
    expect(effects).toEqual([])
    expect(after.deaths).toEqual(before.deaths)
  })

  it('[M1] tells which rule decides: the rate of the tiers, not the fee beside it', () => {
    // 10 behind 1 at 100: 90 / 0.995 = 90.452… under 0.5 %, 90 / 0.95 = 94.736… under 5 %
    const b = rulesWith({ tiers: rows('0.05'), insuranceFund: { balance: quote('7'), scope: 'venue' } })
    const diff = diffOf(a, b)
    expect([diff.a.deaths[0]?.price.toFixed(), diff.b.deaths[0]?.price.toFixed()]).toEqual(['90.46', '94.74'])
    expect([diff.a.deaths[0]?.tick, diff.b.deaths[0]?.tick]).toEqual([10, 6])
    expect(diff.effects.map(({ path, effect }) => [path, effect])).toEqual([['tiers.A.maintenance', 'decides'], ['insuranceFund', 'none']])
    expect(diff.effects[0]?.without?.price.toFixed()).toBe('90.46')
  })

  it('[M1] two rules that only together make the difference', () => {
    // entry instead of mark alone: 90 + 0.5 = 90.5. Higher rate alone: 94.74; both: 90 + 5 = 95
    const diff = diffOf(a, rulesWith({ tiers: rows('0.05'), maintenanceOn: 'entry' }))
    expect(diff.b.deaths[0]?.price.toFixed()).toBe('95')
    expect(diff.effects.map(({ path, effect, alone }) => [path, effect, alone?.price.toFixed()])).toEqual([
      ['tiers.A.maintenance', 'matters', '94.74'],
      ['maintenanceOn', 'matters', '90.5'],
    ])
    // a dearer liquidation fee with a fee that goes to the venue: neither moves a death
    expect(diffOf(a, { ...a, liquidation: { ...a.liquidation, feeTo: 'venue' } }).effects.map(({ path, effect }) => [path, effect])).toEqual([['liquidation.feeTo', 'none']])
  })

  it('[P1] a lower leverage limit refuses the order, and is named', () => {
    const diff = diffOf(a, rulesWith({ tiers: rows('0.005', '5') }))
    expect([diff.a.fates[0]?.outcome, diff.b.fates[0]?.outcome, diff.b.refusals]).toEqual(['liquidated', 'refused', 1])
    expect(diff.effects.map(({ path, effect }) => [path, effect])).toEqual([['tiers.A.leverage', 'decides']])
  })

  it('[P9] or, where asked, lowers the leverage to the limit: the position is opened with more margin, and lives', () => {
    const b = rulesWith({ tiers: rows('0.005', '5') })
    const steps = ruleDiff({ ...setup(a), leverageAboveLimit: 'lower' }, 'as-set', { a, b })
    let step = steps.next()
    while (step.done !== true) step = steps.next()
    // 20 behind 1 at 100: 80 / 0.995 = 80.40 -> dies at the end of the tape, where 10x died at 90.46
    expect([step.value.b.fates[0]?.outcome, step.value.b.deaths[0]?.price.toFixed()]).toEqual(['liquidated', '80.41'])
  })

  it('[V1] choices of tables that do not line up are taken over whole', () => {
    const b = { ...a, tiers: { default: tierTable(['0', '0.005', '0', '100'], ['50', '0.01', '0.25', '50']) }, fees: { maker: rate('0'), taker: rate('0.001') } }
    expect(ruleChoices(a, b, ['A']).map(({ path }) => path)).toEqual(['tiers.A', 'fees'])
    const all = ruleChoices(a, b, ['A']).reduce((rules, choice) => choice.apply(rules), a)
    expect(ruleChoices(all, b, ['A'])).toEqual([])
  })
})
