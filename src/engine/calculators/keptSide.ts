import type { Decimal } from '../units/decimal.ts'
import type { CalculatorAnswer, CalculatorScene, CalculatorValues, Inverse } from './Calculator.ts'

/** A result that is wanted, and what is known besides the input it is wanted for. */
export interface WantedResult {
  readonly inverse: Inverse
  readonly wanted: Decimal
  readonly values: CalculatorValues
  readonly scene: CalculatorScene
}

/** Whether an answer is on the side that is kept of what is wanted; undefined where the two cannot be compared. */
export function keptSide({ inverse, wanted, values, scene }: WantedResult): (answer: CalculatorAnswer) => boolean | undefined {
  const isBelowKept = inverse.keeps(scene, wanted, values) === 'not-above'
  return (answer) => {
    if (answer.type === 'value') {
      if (inverse.compares?.(answer.value, wanted, values) === false) return undefined
      return isBelowKept ? answer.value.lte(wanted) : answer.value.gte(wanted)
    }
    if (answer.type !== 'none' || answer.reason !== 'none') return undefined
    const lies = inverse.lies?.(answer.why, scene, wanted, values)
    return lies === undefined ? undefined : (lies === 'below') === isBelowKept
  }
}
