import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { calculate } from '../../calculators/calculate.ts'
import { calculators } from '../../calculators/calculators.ts'
import type { Calculator, CalculatorValues } from '../../calculators/Calculator.ts'
import { patience, times } from '../../testing/promises.ts'
import { anyRules, tradeArb, type Trade } from '../../testing/tradeArb.ts'
import { Decimal } from '../../units/decimal.ts'
import { asRate } from '../../units/quantities.ts'
import { builtinRules } from '../../venues/builtinRules.ts'
import type { Rules } from '../../venues/Rules.ts'
import { evaluate, partsOf } from '../evaluate.ts'
import { explainCalculation } from './explainCalculation.ts'

vi.setConfig({ testTimeout: patience })

/** How often each result was there, and how often its formula had a step. */
const seen = new Map<string, { count: number; steps: number }>()

/** Inputs of a trade, as somebody would have typed them; what is left out is taken for granted. */
function inputsOf(calculator: Calculator, { size, entryPrice, leverage, worse, scene }: Trade): CalculatorValues {
  const fall = Decimal.min('0.9', worse.minus(entryPrice).abs().div(entryPrice))
  const maxLoss = new Decimal(scene.instrument.type === 'inverse' ? '0.5' : '50')
  const all: CalculatorValues = { size, entryPrice, leverage, exitPrice: worse, stopPrice: worse, riskShare: new Decimal('0.01'), maxLoss, fall, addMargin: new Decimal('0.25'), fundingRate: new Decimal('0.0001'), fundingPayments: new Decimal(3), nextPrice: worse, nextSize: size }
  return Object.fromEntries(Object.entries(all).filter(([id]) => calculator.fields.some((field) => field.id === id && field.role === 'input')))
}

/** Results that are explained to something else, or to nothing. */
function problemsOf(trade: Trade): readonly string[] {
  return [...calculators.values()].flatMap((calculator) => {
    const { given, assumed, results } = calculate(calculator, inputsOf(calculator, trade), trade.scene)
    const values = { ...assumed, ...given }
    return Object.entries(results).flatMap(([field, answer]) => {
      if (answer.type !== 'value') return []
      const id = `${calculator.name}.${field}`
      const told = explainCalculation({ calculator, field, value: answer.value, scene: trade.scene, values, results, of: {} }, answer.formula)
      const entry = seen.get(id) ?? { count: 0, steps: 0 }
      seen.set(id, entry)
      entry.count += 1
      if (told?.formula === undefined) return isSearched(id) ? [] : [`${id} is not explained`]
      entry.steps += partsOf(told.formula).length > 0 ? 1 : 0
      const value = evaluate(told.formula)
      const wrong = value.eq(answer.value) ? [] : [`${id}: ${value.toFixed()} instead of ${answer.value.toFixed()}`]
      return [...wrong, ...told.checks.filter(({ left, right }) => evaluate(left).minus(evaluate(right)).abs().gt('1e-6')).map(({ name }) => `${id}: ${name} does not hold`)]
    })
  })
}

/** What is found by trying: no formula comes to it where several limits meet, or a last step is one too much. [A6, A7, A8] */
function isSearched(id: string): boolean {
  return ['max-size.size', 'max-size.liquidationPrice', 'stop-size.size', 'stop-size.highestLeverage', 'wall.size', 'wall.leverage', 'carry.payments'].includes(id)
}

const withFunding = (rules: Rules): Rules => ({ ...rules, funding: { type: 'fixed', intervalMillis: 28_800_000, rate: asRate(new Decimal('0.0001')), price: 'mark' } })

describe('explanations of calculators', () => {
  it.each([...builtinRules.values()].map((rules) => [rules.id, rules] as const))('[X1] random trades under %s: every result comes to its answer', (_, rules) => {
    fc.assert(
      fc.property(tradeArb(fc.constant(withFunding(rules))), (trade) => {
        expect(problemsOf(trade)).toEqual([])
      }),
      times(12),
    )
  })

  it('[X1] random trades under random rules: every result comes to its answer', () => {
    fc.assert(
      fc.property(tradeArb(anyRules), (trade) => {
        expect(problemsOf(trade)).toEqual([])
      }),
      times(60),
    )
  })

  it('[X1] every result of every calculator was seen, and nearly each time with its steps', () => {
    const results = [...calculators.values()].flatMap(({ name, fields }) => fields.filter(({ role, unit }) => role === 'result' && unit !== 'word').map(({ id }) => `${name}.${id}`))
    expect(results.filter((id) => !seen.has(id))).toEqual([])
// Most that are searched for have a formula too; a rate and a tier are read from the table.
    const rare = [...seen].flatMap(([id, { count, steps }]) => (steps * 3 < count ? [id] : []))
    expect(rare.toSorted()).toEqual(['compare.maintenanceRate', 'compare.tier', 'liquidation.maintenanceRate', 'liquidation.tier'])
  })
})
