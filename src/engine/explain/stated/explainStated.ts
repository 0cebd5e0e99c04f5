import { Decimal } from '../../units/decimal.ts'
import { evaluate } from '../evaluate.ts'
import type { Explanation, Expression, FigureRef } from '../Explanation.ts'
import { difference, given, greatestOf, plainNumber, productOf, quotientOf, roundedTo, sumOf } from '../expressions.ts'
import type { ValueName } from '../valueNames.ts'
import { isStatedFigureId, kindOfStated, type StatedFigureId } from './StatedFigureId.ts'

/** The parts of a key, as numbers; throws where one is missing. */
type Parts = (name: string) => Decimal

/**
 * How a figure comes about that stands in no account: a number that rules state, a difference of two comparisons, a count of
 * a file. Its key holds what it is made of; undefined where that is damaged. [X1]
 */
export function explainStated(figure: FigureRef): Explanation | undefined {
  const { id, of } = figure
  if (!isStatedFigureId(id)) return undefined
  const parts: Parts = (name) => {
    const text = of[name] ?? ''
    if (!NUMBER.test(text)) throw new RangeError(`${id} has no ${name}`)
    return new Decimal(text)
  }
  try {
    const { formula, rules = [] } = (FIELDS[id] ?? stated)(parts, id)
    const { set, date = '' } = of
    const source = set === undefined ? {} : { source: { name: set, date, url: '' } }
    return { figure, value: evaluate(formula), unit: kindOfStated(id).unit, formula, checks: [], rules, ...source }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const NUMBER = /^-?\d+(\.\d+)?$/

interface Told {
  readonly formula: Expression
  readonly rules?: readonly string[]
}

type Tell = (parts: Parts, id: StatedFigureId) => Told

const FIELDS: Readonly<Partial<Record<StatedFigureId, Tell>>> = {
  'rules.age': age,
  'rules.joiningAmount': joiningAmount,
  'rules.requirement': requirement,
  'rules.jump': (parts) => ({ formula: difference(given('requirementAbove', parts('to')), given('requirementBelow', parts('from'))) }),
  'diff.priceChange': change,
  'diff.pnlChange': change,
  'diff.equityChange': change,
  'diff.badDebtChange': change,
  'diff.liquidationsChange': change,
  'diff.refusalsChange': change,
  'diff.effect': (parts, id) => ({ ...stated(parts, id), rules: ['R1'] }),
  'diff.part': part,
  'import.move': (parts) => ({ formula: quotientOf(difference(given('price', parts('to'), { of: 'to' }), given('price', parts('from'), { of: 'from' })), given('price', parts('from'), { of: 'from' })) }),
}

/** As it was put in: it follows from nothing else. */
function stated(parts: Parts, id: StatedFigureId): Told {
  const { symbol, unit } = kindOfStated(id)
  return { formula: { type: 'value', symbol, name: 'stated', value: parts('value'), unit } }
}

/** Of the same unit as the figure. */
function under(name: ValueName, value: Decimal, id: StatedFigureId): Expression {
  return { ...given(name, value), unit: kindOfStated(id).unit } as Expression
}

/** Under B less under A. */
function change(parts: Parts, id: StatedFigureId): Told {
  return { formula: difference(under('underB', parts('to'), id), under('underA', parts('from'), id)), rules: ['R1'] }
}

const DAY = 86_400_000

function age(parts: Parts): Told {
  const span = difference(given('now', parts('to')), given('dataOf', parts('from')))
  return { formula: roundedTo(quotientOf(span, plainNumber(DAY)), new Decimal(1), 'down') }
}

/** c + F (m - m'): both tiers ask for the same at the boundary F. [M4] */
function joiningAmount(parts: Parts): Told {
  const rise = difference(given('tierRate', parts('to'), { of: 'upper' }), given('tierRate', parts('from'), { of: 'lower' }))
  return { formula: sumOf(given('maintenanceAmount', parts('before'), { of: 'lower' }), productOf(given('tierFloor', parts('notional')), rise)), rules: ['M4'] }
}

/** N m - c, not below zero. [M4] */
function requirement(parts: Parts): Told {
  const product = productOf(given('notional', parts('notional')), given('tierRate', parts('rate')))
  const amount = parts('amount')
  return { formula: amount.isZero() ? product : greatestOf(plainNumber(0), difference(product, given('maintenanceAmount', amount))), rules: ['M4'] }
}

/** ((alone - A) + (B - without)) / 2 (B - A): the mean of what it moves alone and of what stays behind without it. [R2] */
function part(parts: Parts, id: StatedFigureId): Told {
  const [a, b] = [under('underA', parts('before'), id), under('underB', parts('after'), id)]
  const moved = sumOf(difference(under('aloneUnderA', parts('alone'), id), a), difference(b, under('withoutUnderB', parts('without'), id)))
  return { formula: quotientOf(moved, productOf(plainNumber(2), difference(b, a))), rules: ['R2'] }
}
