import type { Decimal } from '../../units/decimal.ts'
import { evaluate } from '../evaluate.ts'
import type { Explanation, Expression } from '../Explanation.ts'
import { kindOfFigure, isFigureId } from '../FigureId.ts'
import { BINDS, bindingOf, plainDigits, ROUNDING_WORDS, termsOf, type Leaf, type PrintOptions } from './printed.ts'

/** An expression in one line of plain text: `(q E − M) / (q (1 − m))`. [X3] */
export function printText(expression: Expression, options: PrintOptions): string {
  return printed(expression, { number: (value: Decimal) => plainDigits(value), ...options })
}

type Options = PrintOptions & { readonly number?: ((value: Decimal, leaf: Leaf) => string) | undefined }

function printed(expression: Expression, options: Options): string {
  switch (expression.type) {
    case 'value':
    case 'number':
      return leafText(expression, options)
    case 'sum':
      return sumText(expression.of, options)
    case 'product':
      return expression.of.map((each, i) => inside(each, BINDS.product, { ...options, isLater: i > 0 })).join(options.as === 'values' ? ' × ' : ' ')
    case 'quotient':
      return `${inside(expression.over, BINDS.product, options)} / ${inside(expression.under, BINDS.atom, { ...options, isLater: true })}`
    case 'negative':
      return `−${inside(expression.of, BINDS.quotient, { ...options, isLater: true })}`
    case 'magnitude':
      return `|${printed(expression.of, options)}|`
    case 'squareRoot':
      return `√(${printed(expression.of, options)})`
    case 'least':
      return `min(${expression.of.map((each) => printed(each, options)).join('; ')})`
    case 'greatest':
      return `max(${expression.of.map((each) => printed(each, options)).join('; ')})`
    case 'rounded':
      return `${ROUNDED[expression.rounding]}(${printed(expression.of, options)}; ${expression.step.toFixed()})`
  }
}

const ROUNDED = { up: 'up', down: 'down', 'half-even': 'round' } as const

/** The symbol, with whose it is: q[BTC-PERP@cross]. */
export function symbolText({ symbol, of }: Extract<Expression, { type: 'value' }>): string {
  return of === undefined ? symbol : `${symbol}[${of}]`
}

function leafText(leaf: Leaf, { as, number }: Options): string {
  return leaf.type === 'value' && as === 'symbols' ? symbolText(leaf) : (number ?? plainDigits)(leaf.value, leaf)
}

function sumText(of: readonly Expression[], options: Options): string {
  return termsOf(of)
    .map(({ minus, term }, i) => {
      const text = inside(term, minus ? BINDS.quotient : BINDS.negative, { ...options, isLater: i > 0 || minus })
      return i === 0 ? (minus ? `−${text}` : text) : `${minus ? '−' : '+'} ${text}`
    })
    .join(' ')
}

/** In parentheses where it is looser than its place, or a negative number that follows a sign. */
function inside(expression: Expression, least: number, options: Options & { readonly isLater?: boolean }): string {
  const text = printed(expression, options)
  const isNegative = options.isLater === true && text.startsWith('−')
  return bindingOf(expression) < least || isNegative ? `(${text})` : text
}

/** A whole explanation to be copied: symbols, values, result, rounding, one line each; what the symbols stand for by `nameOf`. */
export function explanationText({ figure, formula, value, none }: Explanation, nameOf: (name: string) => string = (name) => name): string {
  const symbol = isFigureId(figure.id) ? kindOfFigure(figure.id).symbol : figure.id
  if (formula === undefined || value === undefined) return `${symbol}: none (${none ?? 'no such figure'})`
  const isRounded = formula.type === 'rounded'
  const body = isRounded ? formula.of : formula
  const lines = [`${symbol} = ${printText(body, { as: 'symbols' })}`]
  if (body.type !== 'value' && body.type !== 'number') lines.push(`${symbol} = ${printText(body, { as: 'values' })}`)
  lines.push(`${symbol} = ${plainDigits(evaluate(body))}`)
  if (isRounded) lines.push(`${symbol} = ${plainDigits(value)}, ${ROUNDING_WORDS[formula.rounding]} to a multiple of ${formula.step.toFixed()}`)
  const values = valuesIn(body).map((each) => `  ${symbolText(each)} = ${plainDigits(each.value)}: ${nameOf(each.name)}`)
  return [...new Set([...lines, ...values])].join('\n')
}

/** The values of a formula, each once. */
export function valuesIn(formula: Expression): readonly Extract<Expression, { type: 'value' }>[] {
  const found = new Map<string, Extract<Expression, { type: 'value' }>>()
  const visit = (each: Expression): void => {
    if (each.type === 'value') found.set(symbolText(each), found.get(symbolText(each)) ?? each)
    else if (each.type === 'quotient') [each.over, each.under].forEach(visit)
    else if (each.type !== 'number') (Array.isArray(each.of) ? (each.of as readonly Expression[]) : [each.of as Expression]).forEach(visit)
  }
  visit(formula)
  return [...found.values()]
}
