import { printText, type CalculatorAnswer } from '../../engine/index.ts'

/** A result as it comes about: with symbols, and with what they stand for put in. */
export interface CalcFormula {
  readonly formula: string
  readonly values: string
}

/** The formulas of the results that have one. */
export function calcFormulas(results: Readonly<Record<string, CalculatorAnswer>>): Readonly<Record<string, CalcFormula>> {
  return Object.fromEntries(
    Object.entries(results).flatMap(([field, answer]) => {
      if (answer.type !== 'value' || answer.formula === undefined) return []
      return [[field, { formula: printText(answer.formula, { as: 'symbols' }), values: printText(answer.formula, { as: 'values' }) }]]
    }),
  )
}
