import type { Explanation, Expression } from '../Explanation.ts'
import { kindOfFigure, isFigureId } from '../FigureId.ts'
import { BINDS, bindingOf, plainDigits, termsOf, type Leaf, type PrintOptions } from './printed.ts'

/** An expression in LaTeX, for math mode. [X3] */
export function printLatex(expression: Expression, options: PrintOptions): string {
  switch (expression.type) {
    case 'value':
    case 'number':
      return leafLatex(expression, options)
    case 'sum':
      return sumLatex(expression.of, options)
    case 'product':
      return expression.of.map((each, i) => inside(each, BINDS.product, { options, isLater: i > 0 })).join(options.as === 'values' ? ' \\times ' : ' \\, ')
    case 'quotient':
      return `\\frac{${printLatex(expression.over, options)}}{${printLatex(expression.under, options)}}`
    case 'negative':
      return `-${inside(expression.of, BINDS.quotient, { options, isLater: true })}`
    case 'magnitude':
      return `\\left| ${printLatex(expression.of, options)} \\right|`
    case 'squareRoot':
      return `\\sqrt{${printLatex(expression.of, options)}}`
    case 'least':
      return `\\min\\left( ${expression.of.map((each) => printLatex(each, options)).join(',\\; ')} \\right)`
    case 'greatest':
      return `\\max\\left( ${expression.of.map((each) => printLatex(each, options)).join(',\\; ')} \\right)`
    case 'rounded':
      return roundedLatex(expression, options)
  }
}

function roundedLatex({ of, step, rounding }: Extract<Expression, { type: 'rounded' }>, options: PrintOptions): string {
  const inner = printLatex(of, options)
  const by = `_{${step.toFixed()}}`
  if (rounding === 'up') return `\\left\\lceil ${inner} \\right\\rceil${by}`
  return rounding === 'down' ? `\\left\\lfloor ${inner} \\right\\rfloor${by}` : `\\operatorname{round}${by}\\left( ${inner} \\right)`
}

/** P* is P^{*}, V0 is V_{0}, MM is upright; whose it is stands below. */
export function symbolLatex(symbol: string, of?: string): string {
  const [, letters = symbol, digits = '', mark = ''] = /^([A-Za-z]+)(\d*)([*^%]?)$/.exec(symbol) ?? []
  const name = letters.length > 1 ? `\\mathrm{${letters}}` : letters
  const below = [...(digits === '' ? [] : [digits]), ...(of === undefined ? [] : [`\\text{${escaped(of)}}`])].join(', ')
  const above = mark === '*' ? '^{*}' : mark === '^' ? '^{\\max}' : mark === '%' ? '^{\\%}' : ''
  return `${name}${below === '' ? '' : `_{${below}}`}${above}`
}

function escaped(text: string): string {
  return text.replaceAll(/[\\{}$&#_%^~]/g, (sign) => (sign === '\\' ? '\\textbackslash{}' : sign === '^' || sign === '~' ? `\\${sign}{}` : `\\${sign}`))
}

function leafLatex(leaf: Leaf, { as, number = plainDigits }: PrintOptions): string {
  if (leaf.type === 'value' && as === 'symbols') return symbolLatex(leaf.symbol, leaf.of)
  return number(leaf.value, leaf).replace('−', '-').replace('…', '\\ldots').replaceAll(',', '{,}').replaceAll('%', '\\%')
}

function sumLatex(of: readonly Expression[], options: PrintOptions): string {
  return termsOf(of)
    .map(({ minus, term }, i) => {
      const text = inside(term, minus ? BINDS.quotient : BINDS.negative, { options, isLater: i > 0 || minus })
      return i === 0 ? (minus ? `-${text}` : text) : `${minus ? '-' : '+'} ${text}`
    })
    .join(' ')
}

function inside(expression: Expression, least: number, { options, isLater }: { readonly options: PrintOptions; readonly isLater: boolean }): string {
  const text = printLatex(expression, options)
  const isLoose = expression.type !== 'quotient' && bindingOf(expression) < least
  return isLoose || (isLater && text.startsWith('-')) ? `\\left( ${text} \\right)` : text
}

/** A whole explanation: symbols, values and result, aligned at the equals signs. */
export function explanationLatex({ figure, formula, value, none }: Explanation): string {
  const symbol = symbolLatex(isFigureId(figure.id) ? kindOfFigure(figure.id).symbol : 'x')
  if (formula === undefined || value === undefined) return `${symbol}: \\text{none (${escaped(none ?? 'no such figure')})}`
  const isLeaf = formula.type === 'value' || formula.type === 'number'
  const lines = [`${symbol} &= ${printLatex(formula, { as: 'symbols' })}`, ...(isLeaf ? [] : [`&= ${printLatex(formula, { as: 'values' })}`]), `&= ${leafLatex({ type: 'number', value }, { as: 'values' })}`]
  return `\\begin{aligned}\n${lines.join(' \\\\\n')}\n\\end{aligned}`
}
