import { Decimal, WideDecimal, type Rounding } from '../../units/decimal.ts'
import { evaluate } from '../evaluate.ts'
import type { Expression } from '../Explanation.ts'
import { BINDS, bindingOf, termsOf } from './printed.ts'

/** How a spreadsheet writes numbers and lists: `,` and `.`, or `;` and `,` where the comma is the decimal point. */
export interface SpreadsheetOptions {
  readonly separator: ',' | ';'
  readonly decimal?: '.' | ',' | undefined
}

/** What a cell may hold, in characters. */
const LONGEST = 8000
/** Significant digits that a spreadsheet keeps of a number. */
const DIGITS = 15
/** A double's own rounding, a little more. */
const EPSILON = new Decimal('2.3e-16')
const SNAP = new Decimal('1e-13')
/** A formula whose doubles may be further off than a millionth of the number, and than a millionth of a unit, is not offered. */
const WORST = new Decimal('1e-6')
const LEAST = new Decimal('1e-6')

/**
 * A formula for a cell that gives the same number, as far as 15 digits go; undefined where it would be too long for a cell,
 * or where so much cancels that doubles lose the number. [X4]
 *
 * A spreadsheet works in doubles: a sum that is 0.1 in truth may be 0.1 and a bit, and rounding that up gives the next step.
 * So the error that doubles can make is carried along, and where the true value lies within it of a place at which the
 * rounding changes, the function is one that the error cannot move: the true result is known here. Rounding that is finer
 * than the error (12 places of an amount of thousands) is left out: it changes no digit that the cell can show.
 */
export function printSpreadsheet(expression: Expression, { separator, decimal = separator === ';' ? ',' : '.' }: SpreadsheetOptions): string | undefined {
  const { text, value, error } = cellOf(expression, { separator, decimal })
  const isLost = error.gt(Decimal.max(value.abs().times(WORST), LEAST))
  return text.length >= LONGEST || isLost ? undefined : `=${text}`
}

interface Cell {
  readonly text: string
  readonly value: Decimal
  /** How far off a double may be. */
  readonly error: Decimal
}

interface Options {
  readonly separator: ',' | ';'
  readonly decimal: '.' | ','
}

function cellOf(expression: Expression, options: Options): Cell {
  switch (expression.type) {
    case 'value':
    case 'number':
      return numberCell(expression.value, options)
    case 'sum':
      return sumCell(expression.of, options)
    case 'product':
      return productCell(expression.of, options)
    case 'quotient':
      return quotientCell(expression, options)
    case 'negative': {
      const { text, value, error } = inside(expression.of, BINDS.quotient, options)
      return { text: `-${text}`, value: value.neg(), error }
    }
    case 'magnitude':
      return called('ABS', [expression.of], options, (value) => value.abs())
    case 'squareRoot': {
      const { text, value, error } = cellOf(expression.of, options)
      const root = value.sqrt()
      return { text: `SQRT(${text})`, value: root, error: rounded(root, root.isZero() ? error.sqrt() : error.div(root)) }
    }
    case 'least':
      return listed('MIN', expression, options)
    case 'greatest':
      return listed('MAX', expression, options)
    case 'rounded':
      return roundedCell(expression, options)
  }
}

/** At most 15 significant digits, in parentheses where it is negative. */
function numberCell(value: Decimal, { decimal }: Options): Cell {
  const kept = value.toSignificantDigits(DIGITS)
  const text = kept.toFixed().replace('.', decimal)
  return { text: kept.isNegative() && !kept.isZero() ? `(${text})` : text.replace('-', ''), value, error: kept.minus(value).abs().plus(value.abs().times(EPSILON)) }
}

/** An error, with that of the last rounding. */
function rounded(value: Decimal, error: Decimal): Decimal {
  return error.plus(value.abs().times(EPSILON))
}

function sumCell(of: readonly Expression[], options: Options): Cell {
  let total: Decimal = new Decimal(0)
  let error: Decimal = new Decimal(0)
  const texts = termsOf(of).map(({ minus, term }, i) => {
    const cell = inside(term, minus ? BINDS.quotient : BINDS.negative, options)
    total = minus ? total.minus(cell.value) : total.plus(cell.value)
    error = rounded(total, error.plus(cell.error))
    return i === 0 ? (minus ? `-${cell.text}` : cell.text) : `${minus ? '-' : '+'}${cell.text}`
  })
  return { text: texts.join(''), value: total, error }
}

function productCell(of: readonly Expression[], options: Options): Cell {
  return of.map((each) => inside(each, BINDS.product, options)).reduce((a, b): Cell => {
    const value = a.value.times(b.value)
    return { text: `${a.text}*${b.text}`, value, error: rounded(value, a.error.times(b.value.abs()).plus(b.error.times(a.value.abs())).plus(a.error.times(b.error))) }
  })
}

function quotientCell({ over, under }: Extract<Expression, { type: 'quotient' }>, options: Options): Cell {
  const a = inside(over, BINDS.product, options)
  const b = inside(under, BINDS.atom, options)
  const value = a.value.div(b.value)
  // (a + da) / (b + db) - a / b is at most (da + |a / b| db) / (|b| - db).
  const least = Decimal.max(b.value.abs().minus(b.error), b.value.abs().times('0.5'))
  return { text: `${a.text}/${b.text}`, value, error: rounded(value, a.error.plus(value.abs().times(b.error)).div(least)) }
}

function called(name: string, of: readonly Expression[], options: Options, value: (value: Decimal) => Decimal): Cell {
  const cells = of.map((each) => cellOf(each, options))
  const first = cells[0]
  return { text: `${name}(${cells.map(({ text }) => text).join(options.separator)})`, value: value(first?.value ?? new Decimal(0)), error: first?.error ?? new Decimal(0) }
}

function listed(name: 'MIN' | 'MAX', expression: Extract<Expression, { type: 'least' | 'greatest' }>, options: Options): Cell {
  const cells = expression.of.map((each) => cellOf(each, options))
  return {
    text: `${name}(${cells.map(({ text }) => text).join(options.separator)})`,
    value: evaluate(expression),
    error: cells.reduce((most: Decimal, { error }) => Decimal.max(most, error), new Decimal(0)),
  }
}

function inside(expression: Expression, least: number, options: Options): Cell {
  const cell = cellOf(expression, options)
  return bindingOf(expression) < least ? { ...cell, text: `(${cell.text})` } : cell
}

type Rounded = Extract<Expression, { type: 'rounded' }>

function roundedCell(expression: Rounded, options: Options): Cell {
  const inner = cellOf(expression.of, options)
  const { step, rounding } = expression
  const value = evaluate(expression)
  if (step.lte(inner.error.times(4))) return { ...inner, text: `(${inner.text})`, value, error: inner.error.plus(step) }
  const exact = expression.exactly === true ? exactValue(expression) : inner.value
  const text = rounding === 'half-even' ? nearest(inner, { exact, value, step }, options) : directed(inner, { exact, value, step, rounding }, options)
  return { text, value, error: value.abs().times(EPSILON) }
}

/** What is rounded, with 64 digits of the 400 it was worked out with. */
function exactValue({ of }: Rounded): Decimal {
  const fine = new Decimal('1e-60')
  return evaluate({ type: 'rounded', of, step: fine, rounding: 'half-even', exactly: true })
}

interface Known {
  readonly exact: Decimal
  readonly value: Decimal
  readonly step: Decimal
}

/** Up or down: away from zero or towards it, by the sign. Within the error of a multiple the nearest one, and a step where it is the next. */
function directed(inner: Cell, known: Known & { readonly rounding: Rounding }, options: Options): string {
  const { exact, value, step, rounding } = known
  const near = multipleOf(exact, step)
  if (near.minus(exact).abs().gt(slackOf(inner))) {
    const isAway = (rounding === 'up') !== exact.isNegative()
    return call(isAway ? 'ROUNDUP' : 'ROUNDDOWN', inner.text, step, options)
  }
  const kept = call('ROUND', inner.text, step, options)
  if (value.eq(near)) return kept
  const by = numberCell(step, options).text
  return `(${kept}${value.gt(near) ? '+' : '-'}${by})`
}

/** Half to even: a spreadsheet rounds halves away from zero, so a tie is told which way to go. */
function nearest(inner: Cell, { exact, value, step }: Known, options: Options): string {
  const half = multipleOf(exact.minus(step.div(2)), step).plus(step.div(2))
  if (half.minus(exact).abs().gt(slackOf(inner))) return call('ROUND', inner.text, step, options)
  return call(value.abs().gt(exact.abs()) ? 'ROUNDUP' : 'ROUNDDOWN', inner.text, step, options)
}

/** What the error can move, and what a spreadsheet takes for a multiple itself: LibreOffice allows the last two of 15 digits. */
function slackOf({ value, error }: Cell): Decimal {
  return Decimal.max(error.times(2), value.abs().times(SNAP))
}

function multipleOf(value: Decimal, step: Decimal): Decimal {
  return new Decimal(new WideDecimal(value).div(step).toDecimalPlaces(0).times(step))
}

/** Places where the step is a power of ten; else in units of the step. */
function call(name: 'ROUND' | 'ROUNDUP' | 'ROUNDDOWN', text: string, step: Decimal, options: Options): string {
  const { separator } = options
  const places = powerOf(step)
  if (places !== undefined) return `${name}(${text}${separator}${places})`
  const unit = numberCell(step, options).text
  return `(${name}((${text})/${unit}${separator}0)*${unit})`
}

/** The places of 10^-places. */
function powerOf(step: Decimal): number | undefined {
  return step.precision() === 1 && step.toExponential().startsWith('1') ? -step.e : undefined
}
