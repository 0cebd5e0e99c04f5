import { Decimal, type Rounding } from '../units/decimal.ts'
import { QUANTUM } from '../units/quantities.ts'
import type { Expression, FigureRef } from './Explanation.ts'
import { evaluate } from './evaluate.ts'
import { VALUE_NAMES, type ValueName } from './valueNames.ts'

/** Whose a value is where several share its symbol, and the figure that explains it. */
export interface Whose {
  readonly of?: string | undefined
  readonly figure?: FigureRef | undefined
}

/** Something put in, under its name. */
export function given(name: ValueName, value: Decimal, { of, figure }: Whose = {}): Expression {
  const [symbol, unit] = VALUE_NAMES[name]
  return { type: 'value', symbol, name, value, unit, ...(of === undefined ? {} : { of }), ...(figure === undefined ? {} : { figure }) }
}

/** A number of the formula itself. */
export function plainNumber(value: number | string): Expression {
  return { type: 'number', value: new Decimal(value) }
}

export function sumOf(...of: readonly Expression[]): Expression {
  const [only] = of
  return only !== undefined && of.length === 1 ? only : { type: 'sum', of }
}

export function productOf(...of: readonly Expression[]): Expression {
  return { type: 'product', of }
}

export function quotientOf(over: Expression, under: Expression): Expression {
  return { type: 'quotient', over, under }
}

export function negativeOf(of: Expression): Expression {
  return { type: 'negative', of }
}

export function difference(a: Expression, b: Expression): Expression {
  return sumOf(a, negativeOf(b))
}

export function magnitudeOf(of: Expression): Expression {
  return { type: 'magnitude', of }
}

export function rootOf(of: Expression): Expression {
  return { type: 'squareRoot', of }
}

export function leastOf(...of: readonly Expression[]): Expression {
  return { type: 'least', of }
}

export function greatestOf(...of: readonly Expression[]): Expression {
  return { type: 'greatest', of }
}

export function roundedTo(of: Expression, step: Decimal, rounding: Rounding): Expression {
  return { type: 'rounded', of, step, rounding }
}

/** Of a root: worked out with 400 digits before it is rounded. */
export function roundedExactly(of: Expression, step: Decimal, rounding: Rounding): Expression {
  return { type: 'rounded', of, step, rounding, exactly: true }
}

/** As the ledger can hold it. [N2] */
export function postedOf(of: Expression, rounding: Rounding = 'half-even'): Expression {
  return roundedTo(of, QUANTUM, rounding)
}

/** The first formula that comes to the value to the last digit; else the value as it is, under its name. */
export function firstThatGives(value: Decimal, formulas: readonly (Expression | undefined)[], otherwise: Expression): Expression {
  return formulas.find((formula) => formula !== undefined && gives(formula, value)) ?? otherwise
}

/** Whether a formula comes to a value. */
export function gives(formula: Expression, value: Decimal): boolean {
  try {
    return evaluate(formula).eq(value)
  } catch {
    return false
  }
}
