import { describe, expect, it } from 'vitest'
import { command, instrument, order, pathTape } from '../testing/fixtures.ts'
import { asRate, quote } from '../units/quantities.ts'
import { plainRules } from '../venues/plain/plainRules.ts'
import { standardRules } from '../venues/standard/standardRules.ts'
import type { Setup } from '../run/createRun.ts'
import { evaluate } from './evaluate.ts'
import { explainFigure } from './explainFigure.ts'
import type { Explanation } from './Explanation.ts'
import { printText, valuesIn } from './print/text.ts'
import { livedIn } from './testing/livedIn.ts'

const setup: Setup = {
  tape: pathTape({ A: [60000, 59000] }),
  instruments: [instrument('A')],
  rules: standardRules,
  wallet: quote('10000'),
  commands: [order({ id: '1', leg: 'a', pool: 'isolated', qty: '0.1', leverage: '10' })],
}

function told(id: string, of: Readonly<Record<string, string>>, change: Partial<Setup> = {}): Explanation {
  const explanation = explainFigure(livedIn({ ...setup, ...change }), { id, of })
  if (explanation === undefined) throw new Error(`no explanation of ${id}`)
  return explanation
}

function written(explanation: Explanation): string {
  const { formula } = explanation
  return formula === undefined ? (explanation.none ?? '') : printText(formula, { as: 'symbols' })
}

describe('explanation', () => {
  // 0.1 from 60,000 at 10x: margin 600, 0.5 % maintenance: P = (6,000 - 600) / (0.1 x 0.995) = 54,271.356…, up to the tick
  it('[X1] the liquidation price of an isolated long, with its check, rules and source', () => {
    const level = told('position.liquidation', { leg: 'a' })
    expect(written(level)).toBe('up((q E − M) / (q (1 − m)); 0.01)')
    expect(level).toMatchObject({ unit: 'price', rules: ['M1', 'M6', 'M12', 'M4', 'M5'], source: { name: standardRules.name, date: standardRules.date } })
    expect(level.value?.toFixed()).toBe('54271.36')
    // at the root 600 + 0.1 P - 6,000 = 0.005 x 0.1 P = 27.1356…
    expect(level.checks.map(({ name, left, right }) => [name, evaluate(left).toFixed(6), evaluate(right).toFixed(6)])).toEqual([['equityEqualsRequirement', '27.135678', '27.135678']])
  })

  it('[X1] a figure that does not exist says why', () => {
    // 1x: no fall uses up the whole value, and nothing is required of nothing
    const commands = [order({ id: '1', leg: 'a', pool: 'isolated', qty: '0.1', leverage: '1' })]
    const rules = { ...plainRules, tiers: { default: [{ floor: quote('0'), cap: undefined, maintenanceRate: asRate(quote('0')), maintenanceAmount: quote('0'), maxLeverage: asRate(quote('10')), initialRate: undefined }] } }
    expect(told('position.liquidation', { leg: 'a' }, { commands, rules })).toMatchObject({ value: undefined, none: 'fully-collateralized', formula: undefined })
    expect(told('account.worth', {}).none).toBe('no-coin-account')
    expect(told('position.margin', { leg: 'a' }, { commands: [order({ id: '1', leg: 'a', pool: 'cross', qty: '0.1', leverage: '10' })] }).none).toBe('shared-pool')
  })

  it('[X5] sums over events name each event; more than 50 are told by kind', () => {
    // margin 600 and fee 6,000 x 0.05 % = 3 leave the wallet
    expect(written(told('pool.cash', { pool: 'cross' }))).toBe('A[#1] − A[#3]')
    expect(written(told('pool.cash', { pool: 'isolated:a' }))).toBe('A[#3] − K[#4]')
    const deposits = Array.from({ length: 60 }, (_, i) => ({ ...command.deposit(0, '1'), id: `d${String(i)}` }))
    const many = told('pool.cash', { pool: 'cross' }, { commands: [...setup.commands, ...deposits] })
    // 10,000 + 60 - 603 in two sums: what was deposited, what was transferred
    expect([written(many), many.value?.toFixed()]).toEqual(['S[deposited] + S[transferred]', '9457'])
    expect(valuesIn(many.formula ?? { type: 'sum', of: [] }).map(({ value }) => value.toFixed())).toEqual(['10060', '-603'])
  })
})
