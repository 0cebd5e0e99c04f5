import { Decimal, type Rounding } from '../../units/decimal.ts'
import type { Expression } from '../Explanation.ts'

/** Symbols, or the values they stand for. */
export type PrintAs = 'symbols' | 'values'

export interface PrintOptions {
  readonly as: PrintAs
  /** How a number is written; plain digits, the long ones cut after 16 with an ellipsis, unless said. */
  readonly number?: ((value: Decimal, leaf: Leaf) => string) | undefined
}

export type Leaf = Extract<Expression, { type: 'value' | 'number' }>

/** Significant digits of a number whose decimals do not end. */
const DIGITS = 16

/** Plain digits; what has more than 16 significant ones is cut, with an ellipsis. */
export function plainDigits(value: Decimal): string {
  if (value.precision() <= DIGITS || value.isInteger()) return signed(value.toFixed())
  return `${signed(value.toSignificantDigits(DIGITS, Decimal.ROUND_DOWN).toFixed())}…`
}

/** With the sign for minus that is not a hyphen; no minus before zero. */
export function signed(text: string): string {
  return /^-0*\.?0*$/.test(text) ? text.slice(1) : text.replace('-', '−')
}

/** How tightly an expression holds together: what is looser than its place asks stands in parentheses. */
export const BINDS = { sum: 1, negative: 2, quotient: 3, product: 4, atom: 5 } as const

export function bindingOf(expression: Expression): number {
  switch (expression.type) {
    case 'sum':
      return expression.of.length === 1 ? BINDS.atom : BINDS.sum
    case 'negative':
      return BINDS.negative
    case 'product':
      return BINDS.product
    case 'quotient':
      return BINDS.quotient
    default:
      return BINDS.atom
  }
}

/** The terms of a sum with their signs. */
export function termsOf(of: readonly Expression[]): readonly { readonly minus: boolean; readonly term: Expression }[] {
  return of.map((term) => (term.type === 'negative' ? { minus: true, term: term.of } : { minus: false, term }))
}

export const ROUNDING_WORDS: Readonly<Record<Rounding, string>> = { up: 'rounded up', down: 'rounded down', 'half-even': 'rounded, half to even' }
