import { createElement, type ReactNode } from 'react'
import type { Expression } from '../../../engine/index.ts'
import styles from './Formula.module.css'
import { partsOf } from './leaves.ts'
import { spoken } from './spoken.ts'

export interface FormulaProps {
  /** Sides of an equation, joined by =. */
  readonly sides: readonly FormulaSide[]
  /** What the values are called, for those who hear it. */
  readonly nameOf: (leaf: Extract<Expression, { type: 'value' }>) => string
  readonly number: (value: Extract<Expression, { type: 'value' | 'number' }>['value']) => string
  /** Whose a value is, short: it stands below the symbol. */
  readonly legName: (leg: string) => string
}

export type FormulaSide =
  | { readonly type: 'symbol'; readonly symbol: string; readonly name: string }
  | { readonly type: 'symbols' | 'values'; readonly of: Expression }
  | { readonly type: 'number'; readonly text: string }

/** An equation, typeset by the browser (MathML) and read out in words. */
export function Formula({ sides, nameOf, number, legName }: FormulaProps) {
  const parts = sides.map((side, index) => [...(index === 0 ? [] : [tag('mo', '=', `eq${index}`)]), sideOf(side, { number, legName }, index)])
  const words = sides.map((side): string => {
    if (side.type === 'symbol') return side.name
    return side.type === 'number' ? side.text : spoken(side.of, side.type === 'symbols' ? nameOf : (leaf) => number(leaf.value), number)
  })
  return (
    // Long sums scroll; a keyboard must reach their end.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.formula} role="group" tabIndex={0} aria-label={words.join(' = ')}>
      {createElement('math', { display: 'block', 'aria-hidden': true }, tag('mrow', parts.flat()))}
    </div>
  )
}

function sideOf(side: FormulaSide, look: Omit<Look, 'isValues'>, key: number): ReactNode {
  if (side.type === 'symbol') return symbolOf(side.symbol, undefined, key)
  if (side.type === 'number') return tag('mn', side.text, key)
  return tag('mrow', drawn(side.of, { ...look, isValues: side.type === 'values' }), key)
}

interface Look extends Pick<FormulaProps, 'legName'> {
  readonly isValues: boolean
  readonly number: FormulaProps['number']
}

function tag(name: string, children: ReactNode, key?: string | number): ReactNode {
  return createElement(name, key === undefined ? null : { key }, children)
}

/** q, V0 with its index below, P*; whose it is stands below too. */
function symbolOf(symbol: string, of: string | undefined, key?: number): ReactNode {
  const [, name = symbol, index] = /^([A-Za-z%]+?)(\d+)$/.exec(symbol) ?? []
  const below = [index, of].filter((each) => each !== undefined && each !== '').join(' ')
  const own = tag('mi', name, 'name')
  return below === '' ? createElement('mi', { key }, name) : createElement('msub', { key }, own, createElement('mtext', { key: 'below' }, below))
}

/** Whether it needs brackets inside of a product, below a sign, or beside a fraction bar. */
function isSum(expression: Expression): boolean {
  return expression.type === 'sum' || expression.type === 'negative'
}

function bracketed(expression: Expression, look: Look): ReactNode[] {
  const inner = drawn(expression, look)
  const isWrapped = expression.type === 'value' || expression.type === 'number' ? look.isValues && expression.value.isNegative() : isSum(expression)
  return isWrapped ? [tag('mo', '(', 'open'), tag('mrow', inner, 'inner'), tag('mo', ')', 'close')] : [tag('mrow', inner, 'inner')]
}

function joined(list: readonly Expression[], look: Look, sign: string, each: (part: Expression) => ReactNode[]): ReactNode[] {
  return list.flatMap((part, index) => [...(index === 0 ? [] : [tag('mo', sign, `sign${index}`)]), tag('mrow', each(part), index)])
}

function drawn(expression: Expression, look: Look): ReactNode[] {
  switch (expression.type) {
    case 'value':
      return [look.isValues ? tag('mn', look.number(expression.value), 'value') : symbolOf(expression.symbol, expression.of === undefined ? undefined : look.legName(expression.of))]
    case 'number':
      return [tag('mn', look.number(expression.value), 'number')]
    case 'sum':
      return isLong(expression, look) ? [stacked(expression.of.map((part, index) => term(part, index, look)))] : expression.of.flatMap((part, index) => term(part, index, look))
    case 'product':
      return joined(expression.of, look, look.isValues || expression.of.every(({ type }) => type === 'number') ? '×' : '\u2062', (part) => bracketed(part, look))
    case 'quotient':
      return [createElement('mfrac', { key: 'fraction' }, tag('mrow', drawn(expression.over, look), 'over'), tag('mrow', drawn(expression.under, look), 'under'))]
    case 'negative':
      return [tag('mo', '−', 'minus'), ...bracketed(expression.of, look)]
    default:
      return wrapped(expression, look)
  }
}

const BRACKETS = { up: ['⌈', '⌉'], down: ['⌊', '⌋'], 'half-even': ['[', ']'] } as const

type Wrapped = Extract<Expression, { type: 'magnitude' | 'squareRoot' | 'least' | 'greatest' | 'rounded' }>

function wrapped(expression: Wrapped, look: Look): ReactNode[] {
  switch (expression.type) {
    case 'magnitude':
      return [tag('mo', '|', 'open'), tag('mrow', drawn(expression.of, look), 'inner'), tag('mo', '|', 'close')]
    case 'squareRoot':
      return [tag('msqrt', drawn(expression.of, look), 'root')]
    case 'rounded': {
      const [open, close] = BRACKETS[expression.rounding]
      return [tag('mo', open, 'open'), tag('mrow', drawn(expression.of, look), 'inner'), tag('mo', close, 'close')]
    }
    default:
      return [tag('mi', expression.type === 'least' ? 'min' : 'max', 'name'), tag('mo', '(', 'open'), ...joined(expression.of, look, ',', (part) => drawn(part, look)), tag('mo', ')', 'close')]
  }
}

/** Characters that stand beside each other in the drawer. */
const ROOM = { symbols: 26, values: 34 } as const

/** Whether a sum needs a line for each of its terms. */
function isLong(sum: Extract<Expression, { type: 'sum' }>, look: Look): boolean {
  return sum.of.length > 1 && widthOf(sum, look) > ROOM[look.isValues ? 'values' : 'symbols']
}

/** About how many characters wide. */
function widthOf(expression: Expression, look: Look): number {
  if (expression.type === 'number') return look.number(expression.value).length
  if (expression.type === 'value') return look.isValues ? look.number(expression.value).length : expression.symbol.length + (expression.of === undefined ? 0 : look.legName(expression.of).length)
  const widths = partsOf(expression).map((part) => widthOf(part, look) + (isSum(part) ? 2 : 0))
  if (expression.type === 'quotient') return Math.max(...widths)
  return widths.reduce((sum, width) => sum + width, 0) + (expression.type === 'sum' || look.isValues ? 3 * (widths.length - 1) : 0)
}

function stacked(rows: readonly (readonly ReactNode[])[]): ReactNode {
  // Rows of one sum never move.
  return createElement('mtable', { key: 'table' }, rows.map((row, index) => tag('mtr', createElement('mtd', null, tag('mrow', row)), index)))
}

/** A part of a sum with its sign: what is negative is taken away. */
function term(part: Expression, index: number, look: Look): ReactNode[] {
  const isTaken = part.type === 'negative' || (look.isValues && part.type === 'value' && part.value.isNegative())
  const sign = isTaken ? '−' : index === 0 ? '' : '+'
  const inner = part.type === 'negative' ? bracketed(part.of, look) : isTaken && part.type === 'value' ? [tag('mn', look.number(part.value.abs()), 'value')] : drawn(part, look)
  return [...(sign === '' ? [] : [tag('mo', sign, `sign${index}`)]), tag('mrow', inner, index)]
}
