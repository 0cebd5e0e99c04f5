import type { Expression } from '../../../engine/index.ts'

type Leaf = Extract<Expression, { type: 'value' }>
type Say = (leaf: Leaf) => string

/** A formula in words, for those who hear it: "(size times entry price minus margin) divided by (…)". */
export function spoken(expression: Expression, say: Say, number: (value: Leaf['value']) => string): string {
  const words = (each: Expression): string => spoken(each, say, number)
  const inner = (each: Expression): string => (each.type === 'value' || each.type === 'number' ? words(each) : `(${words(each)})`)
  switch (expression.type) {
    case 'value':
      return say(expression)
    case 'number':
      return number(expression.value)
    case 'sum':
      return expression.of.map((part, index) => (part.type === 'negative' ? `minus ${inner(part.of)}` : `${plus(index)}${inner(part)}`)).join(' ')
    case 'product':
      return expression.of.map(inner).join(' times ')
    case 'quotient':
      return `${inner(expression.over)} divided by ${inner(expression.under)}`
    case 'negative':
      return `minus ${inner(expression.of)}`
    case 'magnitude':
      return `the magnitude of ${inner(expression.of)}`
    case 'squareRoot':
      return `the square root of ${inner(expression.of)}`
    case 'least':
    case 'greatest':
      return `the ${expression.type} of ${expression.of.map(inner).join(', ')}`
    case 'rounded':
      return `${inner(expression.of)} ${ROUNDED[expression.rounding]} ${number(expression.step)}`
  }
}

const ROUNDED = { up: 'rounded up to', down: 'rounded down to', 'half-even': 'rounded to the nearest' } as const

function plus(index: number): string {
  return index === 0 ? '' : 'plus '
}
