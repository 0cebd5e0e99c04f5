import { Decimal, type Expression } from '../../../engine/index.ts'
import type { PlainExplanation } from '../../../store/slices/ExplainState.ts'

export type PlainExpression = NonNullable<PlainExplanation['formula']>

/** A formula as the engine made it, of what crossed the thread: text back into numbers. */
export function revive(plain: PlainExpression): Expression {
  switch (plain.type) {
    case 'value':
      return { ...plain, value: new Decimal(plain.value) }
    case 'number':
      return { type: 'number', value: new Decimal(plain.value) }
    case 'sum':
    case 'product':
    case 'least':
    case 'greatest':
      return { type: plain.type, of: plain.of.map(revive) }
    case 'quotient':
      return { type: 'quotient', over: revive(plain.over), under: revive(plain.under) }
    case 'rounded':
      return { ...plain, of: revive(plain.of), step: new Decimal(plain.step) }
    default:
      return { type: plain.type, of: revive(plain.of) }
  }
}
