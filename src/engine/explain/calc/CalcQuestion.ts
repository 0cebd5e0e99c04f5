import type { Calculator, CalculatorAnswer, CalculatorScene, CalculatorValues } from '../../calculators/Calculator.ts'
import type { Decimal } from '../../units/decimal.ts'

/** One field of a calculation, to be told as a formula. */
export interface CalcQuestion {
  readonly calculator: Calculator
  readonly field: string
  /** What is shown. */
  readonly value: Decimal
  /** Of a comparison: that of the row. */
  readonly scene: CalculatorScene
  /** Every input that is known: given, taken for granted or found. */
  readonly values: CalculatorValues
  readonly results: Readonly<Record<string, CalculatorAnswer>>
  /** What names the figure besides its id: the row of a comparison. */
  readonly of: Readonly<Record<string, string>>
}

/** An input that is known. */
export function inputOf({ values }: CalcQuestion, field: string): Decimal {
  const value = values[field]
  if (value === undefined) throw new RangeError(`the calculation has no ${field}`)
  return value
}

/** The value of another result. */
export function resultOf({ results, values }: CalcQuestion, field: string): Decimal {
  const answer = results[field]
  if (answer?.type === 'value') return answer.value
  const value = values[field]
  if (value === undefined) throw new RangeError(`the calculation has no ${field}`)
  return value
}
