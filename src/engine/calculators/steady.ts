import { roundedTo } from '../explain/expressions.ts'
import type { Expression } from '../explain/Explanation.ts'
import { Decimal } from '../units/decimal.ts'

/**
 * Significant digits of a quotient that is compared or taken to a tick: more than a price of any document has, fewer than
 * a quotient of quotients is exact to, so that what is meant to be 12,000 is 12,000 and not the last digit beside it.
 */
const DIGITS = 40

/** A quotient without its last digits. Half-even. */
export function steady(value: Decimal): Decimal {
  return value.toSignificantDigits(DIGITS)
}

/** The same in a formula. */
export function steadyExpression(formula: Expression, value: Decimal): Expression {
  return roundedTo(formula, new Decimal(10).pow(value.e + 1 - DIGITS), 'half-even')
}
