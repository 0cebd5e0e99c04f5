import { describe, expect, it } from 'vitest'
import { instrument, order, pathTape, rulesWith, tierTable } from '../testing/fixtures.ts'
import type { Setup } from '../run/createRun.ts'
import { quote, rate } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'
import { builtinRules } from '../venues/builtinRules.ts'
import { ruleChoices } from './ruleChoices.ts'
import { ruleDiff, type RuleDiff } from './ruleDiff.ts'

/** A from 100 down to 80 in 20 steps of 1. */
const tape = pathTape({ A: Array.from({ length: 21 }, (_, i) => 100 - i) })
const setup = (rules: Rules): Setup => ({ tape, instruments: [instrument('A')], rules, wallet: quote('1000'), commands: [order({ leverage: '10' })] })

function diffOf(a: Rules, b: Rules): RuleDiff {
  return finished(ruleDiff(setup(a), 'as-set', { a, b }))
}

function finished(steps: ReturnType<typeof ruleDiff>): RuleDiff {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    expect(step.value.done).toBeLessThanOrEqual(step.value.total)
  }
}

describe('ruleDiff', () => {
  const a = rulesWith()
  const rows = (m: string, leverage = '100') => ({ default: tierTable(['0', m, '0', leverage]) })

  it('[R1, L2] two equal sets differ in nothing', () => {
    const { a: before, b: after, effects } = diffOf(a, { ...a, name: 'other', date: '2020-01-01' })
    expect(effects).toEqual([])
    expect(before.rules.name).not.toBe(after.rules.name)
    expect(after.deaths).toEqual(before.deaths)
  })

  it('[M1] tells which rule decides: the rate of the tiers, not the fee beside it', () => {
    // 10 behind 1 at 100: 90 / 0.995 = 90.452… under 0.5 %, 90 / 0.95 = 94.736… under 5 %; to the nearest tick
    const b = rulesWith({ tiers: rows('0.05'), insuranceFund: { balance: quote('7'), scope: 'venue' } })
    const diff = diffOf(a, b)
    expect([diff.a.deaths[0]?.price.toFixed(), diff.b.deaths[0]?.price.toFixed()]).toEqual(['90.45', '94.74'])
    expect([diff.a.deaths[0]?.tick, diff.b.deaths[0]?.tick]).toEqual([10, 6])
    expect(diff.effects.map(({ path, effect }) => [path, effect])).toEqual([['tiers.A.maintenance', 'decides'], ['insuranceFund', 'none']])
    expect(diff.effects[0]?.without?.price.toFixed()).toBe('90.45')
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
    const diff = finished(ruleDiff({ ...setup(a), leverageAboveLimit: 'lower' }, 'as-set', { a, b }))
    // 20 behind 1 at 100: 80 / 0.995 = 80.40 -> dies at the end of the tape, where 10x died at 90.46
    expect([diff.b.fates[0]?.outcome, diff.b.deaths[0]?.price.toFixed()]).toEqual(['liquidated', '80.4'])
  })

  it('[R2] says how far the first death moves, and which change makes how much of it', () => {
    const diff = diffOf(a, rulesWith({ tiers: rows('0.05'), maintenanceOn: 'entry' }))
    // 1 a minute: from 90.452… to 95 are 4.547… minutes earlier
    const { move, about, main } = diff.headline
    expect([move.type, about, main?.path]).toEqual(['moved', 'first-death', 'tiers.A.maintenance'])
    expect(move.type === 'moved' && [Math.round(move.millis / 1000), move.price.toFixed()]).toEqual([-273, '4.55'])
    // of 4.55 it moves 94.74 - 90.45 = 4.29 alone, and the other one leaves 95 - 90.5 = 4.5 to it
    expect(main?.share.toFixed(6)).toBe('0.965934')
    expect(diff.effects.map((effect) => effect.move.type === 'moved' && effect.move.price.toFixed())).toEqual(['4.29', '0.05'])
  })

  it('[R2] as early a first death, and how many follow it: the order of closing is the reason', () => {
    // A and B in one pool, A falls: closing A, the worst loss, frees what B needs; closed whole, B goes along.
    const two = {
      ...setup(a),
      wallet: quote('20'),
      tape: pathTape({ A: [100, 85, 80], B: [100, 100, 100] }),
      instruments: [instrument('A'), instrument('B')],
      commands: [order({ pool: 'cross' }), order({ instrument: 'B', pool: 'cross' })],
    }
    // 20 - d = 0.005 (100 - d) + 0.5 is reached at d = 19.09…; the fee of one order changes nothing of it
    const b = { ...a, liquidation: { ...a.liquidation, sharedPool: 'worst-loss-first' as const, feeTo: 'venue' as const } }
    const { headline, ...diff } = finished(ruleDiff(two, 'as-set', { a, b }))
    expect([diff.a.deaths.length, diff.b.deaths.length, headline.move.type, headline.count?.path, headline.count?.share.toFixed()]).toEqual([2, 1, 'same', 'liquidation.sharedPool', '1'])
    expect(diffOf(a, rulesWith({ tiers: rows('0.05') })).headline.count).toBeUndefined()
  })

  it('[R2] where the order is refused nobody dies, and the limit is the reason', () => {
    const diff = diffOf(a, rulesWith({ tiers: rows('0.005', '5'), insuranceFund: { balance: quote('7'), scope: 'venue' } }))
    expect(diff.headline).toMatchObject({ move: { type: 'averted' }, about: 'first-death', leg: 'A@isolated', main: { path: 'tiers.A.leverage' } })
    expect(diff.headline.main?.share.toFixed()).toBe('1')
    expect(diff.b.fates[0]?.refusal).toMatchObject({ code: 'leverage-above-limit' })
    expect(diffOf(rulesWith({ tiers: rows('0.005', '5') }), a).headline.move.type).toBe('appears')
  })

  it('[R2] another position dies first: the change of its rules is named', () => {
    // 11.11… behind B: 88.89 / 0.995 = 89.33… after A, 88.89 / 0.95 = 93.56… before it
    const two = {
      ...setup(a),
      tape: pathTape({ A: Array.from({ length: 21 }, (_, i) => 100 - i), B: Array.from({ length: 21 }, (_, i) => 100 - i) }),
      instruments: [instrument('A'), instrument('B')],
      commands: [order({ leverage: '10' }), order({ instrument: 'B', leverage: '9' })],
    }
    const b = rulesWith({ tiers: { default: tierTable(['0', '0.005', '0', '100']), B: tierTable(['0', '0.05', '0', '100']) }, fees: { maker: rate('0'), taker: rate('0.001') } })
    const { headline, ...diff } = finished(ruleDiff(two, 'as-set', { a, b }))
    expect([headline.move.type, headline.main?.path, headline.main?.share.toFixed()]).toEqual(['other-leg', 'tiers.B.maintenance', '1'])
    expect([diff.a.deaths[0]?.leg, diff.b.deaths[0]?.leg]).toEqual(['A@isolated', 'B@isolated'])
  })

  it('[R2] the same first liquidation, but only of a part: the rest lives', () => {
    const half = { type: 'share', share: rate('0.5'), above: quote('0'), cooldownMillis: 3_600_000 } as const
    // down to 90.2 and up again: of half a unit 0.45 - 0.5 x 0.25 = 0.33 is left there, and 0.23 is asked
    const turning = { ...setup(a), tape: pathTape({ A: [100, 90.2, 95] }) }
    const diff = finished(ruleDiff(turning, 'as-set', { a, b: { ...a, liquidation: { ...a.liquidation, partial: half } } }))
    expect(diff.headline).toMatchObject({ move: { type: 'same' }, about: 'fate', leg: 'A@isolated', main: { path: 'liquidation.partial' } })
    expect([diff.a.fates[0]?.outcome, diff.b.fates[0]?.outcome]).toEqual(['liquidated', 'reduced'])
  })

  it('[R2] nobody dies, and the fee of 0.1 % of 100 is what is left of the difference', () => {
    const rising = { ...setup(a), tape: pathTape({ A: [100, 101, 102] }) }
    const fees = { maker: rate('0'), taker: rate('0.001') }
    const { headline, effects } = finished(ruleDiff(rising, 'as-set', { a, b: { ...a, fees } }))
    expect(headline).toMatchObject({ move: { type: 'none' }, about: 'money', main: { path: 'fees' } })
    expect(effects.map(({ effect, equity }) => [effect, equity.toFixed()])).toEqual([['none', '-0.1']])
    expect(finished(ruleDiff(rising, 'as-set', { a, b: a })).headline).toMatchObject({ about: 'nothing', main: undefined })
  })

  it('[R1] tables in other units come with what they count, and what is said of instruments that are not played decides nothing', () => {
    const b = rulesWith({ tiersBy: 'size', tierBoundary: 'floor-inclusive', collateral: { BTC: { by: 'value', slices: [{ floor: quote('0'), haircut: rate('0.05') }] } } })
    expect(ruleChoices(a, b, ['A']).map(({ path }) => path)).toEqual(['tiers', 'tierBoundary'])
    expect(ruleChoices(a, b, ['A'])[0]?.apply(a).tiersBy).toBe('size')
    expect(ruleChoices(a, b, ['A', 'BTC']).map(({ path }) => path)).toContain('collateral')
  })

  it('[R1] all choices of any two registered sets make the one of the other', () => {
    for (const b of builtinRules.values()) {
      const all = ruleChoices(a, b, ['BTC-PERP', 'A']).reduce((rules, choice) => choice.apply(rules), a)
      expect([b.id, ...ruleChoices(all, b, ['BTC-PERP', 'A']).map(({ path }) => path)]).toEqual([b.id])
    }
  })

  it('[V1] choices of tables that do not line up are taken over whole', () => {
    const b = { ...a, tiers: { default: tierTable(['0', '0.005', '0', '100'], ['50', '0.01', '0.25', '50']) }, fees: { maker: rate('0'), taker: rate('0.001') } }
    expect(ruleChoices(a, b, ['A']).map(({ path }) => path)).toEqual(['tiers.A', 'fees'])
    const all = ruleChoices(a, b, ['A']).reduce((rules, choice) => choice.apply(rules), a)
    expect(ruleChoices(all, b, ['A'])).toEqual([])
  })
})
