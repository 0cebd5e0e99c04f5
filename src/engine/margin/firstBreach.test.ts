import { describe, expect, it } from 'vitest'
import type { Position } from '../ledger/Account.ts'
import { END, fraction, START, type Fraction } from '../units/fraction.ts'
import { price, quote, rate } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'
import { heldPosition, rulesWith, tierTable } from '../testing/fixtures.ts'
import { firstBreach } from './firstBreach.ts'

interface Asked {
  readonly cash: string
  readonly legs: readonly Position[]
  readonly from: Readonly<Record<string, string>>
  readonly to: Readonly<Record<string, string>>
  readonly rules?: Rules
  readonly need?: 'maintenance' | 'nothing'
  readonly after?: Fraction
  readonly until?: Fraction | undefined
}

/** The moment as a decimal, or `never`. */
function moment(asked: Asked): string {
  const { rules = rulesWith({ maintenanceRate: '0' }), need = 'maintenance', after = START } = asked
  const marks = (of: Readonly<Record<string, string>>) => new Map(Object.entries(of).map(([symbol, mark]) => [symbol, price(mark)]))
  const until = 'until' in asked ? asked.until : END
  const found = firstBreach({ cash: quote(asked.cash), positions: asked.legs, need, rules }, { from: marks(asked.from), to: marks(asked.to) }, { after, until })
  return found === undefined ? 'never' : found.num.div(found.den).toSignificantDigits(12).toFixed()
}

const long = (qty: string, entry: string, instrument = 'A') => heldPosition({ leg: `${instrument}+`, instrument, qty, entry })
const short = (qty: string, entry: string, instrument = 'A') => heldPosition({ leg: `${instrument}-`, instrument, qty: `-${qty}`, entry })
const below = rulesWith({ maintenanceRate: '0', comparison: 'below' })

describe('firstBreach', () => {
  const fall = { cash: '5', legs: [long('1', '100')], from: { A: '100' }, to: { A: '90' } }

  it('[M1, M6] a pool that stands still exactly at its requirement, under rules that liquidate only below it, is never breached', () => {
    // 1,000 USD at 100 are 10 coins; (1 % + 0.005 % x 10) x 10 = 0.105: exactly what is there. A halving search would not end.
    const growing = rulesWith({ maintenanceRate: '0.01', comparison: 'below', sizeScaling: { default: { type: 'linear', slope: rate('0.00005'), from: quote('0') } } })
    const still = { legs: [heldPosition({ type: 'inverse', qty: '-1000', entry: '100' })], from: { A: '100' }, to: { A: '100' }, rules: growing }
    expect([moment({ ...still, cash: '0.105' }), moment({ ...still, cash: '0.105', until: START }), moment({ ...still, cash: '0.104999999999' })]).toEqual(['never', 'never', '0'])
  })

  it('[M1] the share of the way at which equity meets the requirement', () => {
    expect(moment(fall)).toBe('0.5')
    // 5 + P - 100 = 0.01 P -> P = 95 / 0.99 = 95.9596: 0.404040… of the way
    expect(moment({ ...fall, rules: rulesWith({ maintenanceRate: '0.01' }) })).toBe('0.40404040404')
    expect(moment({ ...fall, cash: '10.000000000001' })).toBe('never')
    expect(moment({ ...fall, cash: '10' })).toBe('1')
    expect(moment({ ...fall, cash: '0' })).toBe('0')
  })

  it('[M6] at or below liquidates at equality, below only beyond it', () => {
    expect(moment({ ...fall, cash: '10', rules: below })).toBe('never')
    expect(moment({ ...fall, rules: below })).toBe('0.5')
    expect(moment({ ...fall, cash: '0', rules: below })).toBe('0')
    expect(moment({ ...fall, cash: '0', to: { A: '100' }, rules: below })).toBe('never')
    expect(moment({ ...fall, cash: '0', to: { A: '100' } })).toBe('0')
    // bankruptcy is equity zero, whatever the rules say
    expect(moment({ ...fall, cash: '10', rules: below, need: 'nothing' })).toBe('1')
  })

  it('[M1] only what lies in the span: after a moment, up to another, or the whole ray', () => {
    const at = (num: number, den: number) => fraction(num, den)
    expect(moment({ ...fall, after: at(3, 10) })).toBe('0.5')
    expect(moment({ ...fall, after: at(7, 10) })).toBe('0.7')
    expect(moment({ ...fall, until: at(2, 5) })).toBe('never')
    expect(moment({ ...fall, until: at(1, 2) })).toBe('0.5')
    expect(moment({ ...fall, cash: '50', until: undefined })).toBe('5')
    expect(moment({ ...fall, cash: '50', to: { A: '110' }, until: undefined })).toBe('never')
    expect(moment({ ...fall, after: at(1, 2), until: at(1, 2) })).toBe('0.5')
    expect(moment({ ...fall, after: at(2, 5), until: at(2, 5) })).toBe('never')
  })

  it('[M4] walks the brackets outward', () => {
    // short 1, 0.5 % to 110 (0.55), above 10 % less 10.45. Cash 12 + 100 - P = 0.1 P - 10.45 -> 122.45 / 1.1 = 111.3181…
    const rules = rulesWith({ tiers: { default: tierTable(['0', '0.005', '0', '100'], ['110', '0.1', '10.45', '10']) } })
    expect(moment({ cash: '12', legs: [short('1', '100')], from: { A: '100' }, to: { A: '120' }, rules })).toBe('0.565909090909')
    // 10.55 is reached at the boundary itself
    expect(moment({ cash: '10.55', legs: [short('1', '100')], from: { A: '100' }, to: { A: '120' }, rules })).toBe('0.5')
  })

  it('[M4] finds a requirement that jumps at its boundary, up and down', () => {
    const rules = rulesWith({ tiers: { default: tierTable(['0', '0', '0', '100'], ['110', '0.2', '0', '5']) } })
    // 15 + 100 - 110 = 5 against 0 at 110 and 22 beyond
    expect(moment({ cash: '15', legs: [short('1', '100')], from: { A: '100' }, to: { A: '120' }, rules })).toBe('0.5')
    // a long of 1 above 110 needs 24, below nothing: falling from 120 with 20 it fails at once, with 30 at 30 + P - 120 = 0.2 P = 112.5
    expect(moment({ cash: '20', legs: [long('1', '120')], from: { A: '120' }, to: { A: '100' }, rules })).toBe('0')
    expect(moment({ cash: '30', legs: [long('1', '120')], from: { A: '120' }, to: { A: '100' }, rules })).toBe('0.375')
  })

  it('[M4] a tier that would ask for less than nothing asks for nothing', () => {
    // 10 % less 8: nothing up to 80. Long from 100 with 25: 25 + P - 100 = max(0, 0.1 P - 8) -> at 80: 5 against 0; below 80: P = 75
    const rules = rulesWith({ tiers: { default: tierTable(['0', '0.1', '8', '10']) } })
    expect(moment({ cash: '25', legs: [long('1', '100')], from: { A: '100' }, to: { A: '50' }, rules })).toBe('0.5')
    // with 20: 20 + P - 100 = 0 at 80, the corner itself
    expect(moment({ cash: '20', legs: [long('1', '100')], from: { A: '100' }, to: { A: '50' }, rules })).toBe('0.4')
    // with 18: 18 + P - 100 = 0.1 P - 8 -> P = 74 / 0.9
    expect(moment({ cash: '18', legs: [long('1', '100')], from: { A: '100' }, to: { A: '50' }, rules })).toBe('0.355555555556')
  })

  it('[M4] through a price of zero the requirement grows again', () => {
    // long 1 from 10 with 15: 15 + P - 10 = 0.1 |P|: below zero 5 + P = -0.1 P -> P = -5 / 1.1 = -4.5454…
    const rules = rulesWith({ maintenanceRate: '0.1' })
    expect(moment({ cash: '15', legs: [long('1', '10')], from: { A: '10' }, to: { A: '-10' }, rules })).toBe('0.727272727273')
    // a short is safe there: rising from -10 it fails at 15 - P - 10 - ... = 0.1 P -> 25 / 1.1 with entry 10
    expect(moment({ cash: '15', legs: [short('1', '10')], from: { A: '-10' }, to: { A: '30' }, rules })).toBe('0.818181818182')
  })

  it('[M5] the exit fee follows the mark also where the requirement stands at entry', () => {
    const rules: Rules = rulesWith({ maintenanceRate: '0.01', maintenanceOn: 'entry', exitCost: { rate: rate('0.02'), on: 'mark', fixed: quote('0'), combine: 'sum' } })
    // 20 + P - 100 = 1 + 0.02 P -> P = 81 / 0.98
    expect(moment({ cash: '20', legs: [long('1', '100')], from: { A: '100' }, to: { A: '50' }, rules })).toBe('0.34693877551')
    // through zero: 120 + P - 100 = 1 - 0.02 P -> P = -19 / 1.02
    expect(moment({ cash: '120', legs: [long('1', '100')], from: { A: '100' }, to: { A: '-100' }, rules })).toBe('0.593137254902')
  })

  it('[M1] all marks move together; a hedge may touch and come back', () => {
    const two = { cash: '6', legs: [long('1', '100'), short('1', '50', 'B')], from: { A: '100', B: '50' } }
    expect(moment({ ...two, to: { A: '92', B: '52' } })).toBe('0.6')
    expect(moment({ ...two, to: { A: '92', B: '42' } })).toBe('never')
    expect(moment({ ...two, to: { A: '94', B: '50' } })).toBe('1')
  })
})
