import { required } from '../result/result.ts'
import { Decimal, roundToStep, WideDecimal } from '../units/decimal.ts'
import type { Expression } from './Explanation.ts'

/**
 * What an expression comes to. Every step is rounded half-even to 64 digits, as the engine's own arithmetic is, in the
 * order in which it is written: sums and products from the left. Below a `rounded` that says `exactly` 400 digits are
 * kept. A quotient whose lower part is zero throws. [X1, X2]
 */
export function evaluate(expression: Expression): Decimal {
  return new Decimal(valueOf(expression, Decimal).toSignificantDigits(Decimal.precision))
}

function valueOf(expression: Expression, digits: typeof Decimal): Decimal {
  const inner = (each: Expression): Decimal => valueOf(each, digits)
  switch (expression.type) {
    case 'value':
    case 'number':
      return new digits(expression.value)
    case 'sum':
      return expression.of.map(inner).reduce((total, each) => total.plus(each), new digits(0))
    case 'product':
      return expression.of.map(inner).reduce((total, each) => total.times(each), new digits(1))
    case 'quotient':
      return quotient(inner(expression.over), inner(expression.under))
    case 'negative':
      return inner(expression.of).neg()
    case 'magnitude':
      return inner(expression.of).abs()
    case 'squareRoot':
      return inner(expression.of).sqrt()
    case 'least':
      return digits.min(...some(expression.of).map(inner))
    case 'greatest':
      return digits.max(...some(expression.of).map(inner))
    case 'rounded':
      return roundToStep(valueOf(expression.of, expression.exactly === true ? WideDecimal : digits), expression.step, expression.rounding)
  }
}

function quotient(over: Decimal, under: Decimal): Decimal {
  if (under.isZero()) throw new RangeError('X2: an expression divides by zero')
  return over.div(under)
}

function some(list: readonly Expression[]): readonly Expression[] {
  required(list[0], 'something to compare')
  return list
}

/** One line of a calculation: an inner expression and what it comes to. */
export interface EvaluationStep {
  readonly expression: Expression
  readonly value: Decimal
}

/** Every step from the inside out, values and numbers left out; the last one is the whole. What is written twice is worked out once. */
export function evaluationSteps(expression: Expression): readonly EvaluationStep[] {
  const steps: EvaluationStep[] = []
  const seen = new Set<Expression>()
  const visit = (each: Expression): void => {
    if (each.type === 'value' || each.type === 'number' || seen.has(each)) return
    seen.add(each)
    for (const part of partsOf(each)) visit(part)
    steps.push({ expression: each, value: evaluate(each) })
  }
  visit(expression)
  return steps
}

/** What an expression is made of. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.type) {
    case 'value':
    case 'number':
      return []
    case 'quotient':
      return [expression.over, expression.under]
    case 'sum':
    case 'product':
    case 'least':
    case 'greatest':
      return expression.of
    default:
      return [expression.of]
  }
}
