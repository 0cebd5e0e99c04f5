import { Decimal } from '../units/decimal.ts'
import type { Explanation, Expression } from './Explanation.ts'

/** The same with decimals as text: how an explanation crosses a thread. */
export type AsTexts<T> = T extends Decimal ? string : T extends readonly (infer Item)[] ? readonly AsTexts<Item>[] : T extends object ? { readonly [Key in keyof T]: AsTexts<T[Key]> } : T

/** An explanation that came as plain data, to be evaluated and printed. */
export function explanationFrom(plain: AsTexts<Explanation>): Explanation {
  const { figure, none, unit, currency, rules, source } = plain
  return {
    figure, unit, rules,
    ...(none === undefined ? {} : { none }),
    ...(currency === undefined ? {} : { currency }),
    ...(source === undefined ? {} : { source }),
    value: plain.value === undefined ? undefined : new Decimal(plain.value),
    formula: plain.formula === undefined ? undefined : expressionFrom(plain.formula),
    checks: plain.checks.map(({ name, left, right }) => ({ name, left: expressionFrom(left), right: expressionFrom(right) })),
  }
}

function expressionFrom(plain: AsTexts<Expression>): Expression {
  switch (plain.type) {
    case 'value':
      return { ...plain, value: new Decimal(plain.value) }
    case 'number':
      return { ...plain, value: new Decimal(plain.value) }
    case 'sum':
    case 'product':
    case 'least':
    case 'greatest':
      return { type: plain.type, of: plain.of.map(expressionFrom) }
    case 'quotient':
      return { type: 'quotient', over: expressionFrom(plain.over), under: expressionFrom(plain.under) }
    case 'negative':
    case 'magnitude':
    case 'squareRoot':
      return { type: plain.type, of: expressionFrom(plain.of) }
    case 'rounded':
      return { ...plain, of: expressionFrom(plain.of), step: new Decimal(plain.step) }
  }
}
