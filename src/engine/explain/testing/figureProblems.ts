import { Decimal } from '../../units/decimal.ts'
import { evaluate, partsOf } from '../evaluate.ts'
import type { Explanation, Expression } from '../Explanation.ts'
import { figureKey, parseFigureKey } from '../figureKey.ts'
import type { Shown } from './shown.ts'

/** What is wrong with an explanation of a figure that is shown; nothing where its formula comes to the very number. */
export function problemWith({ ref, value }: Shown, explanation: Explanation | undefined): string | undefined {
  const key = figureKey(ref)
  if (value === undefined) return explanation?.formula === undefined ? undefined : `${key}: a value, ${explanation.value?.toFixed() ?? ''}, where there is none`
  if (explanation?.formula === undefined) return `${key}: ${explanation === undefined ? 'no explanation' : `none (${explanation.none ?? ''})`}, where it is ${value.toFixed()}`
  const { formula } = explanation
  return valueProblem(key, value, explanation.value, formula) ?? checkProblem(key, explanation) ?? symbolProblem(key, formula) ?? keyProblem(key, explanation)
}

function valueProblem(key: string, value: Decimal, said: Decimal | undefined, formula: Expression): string | undefined {
  const found = evaluate(formula)
  if (!found.eq(value)) return `${key}: comes to ${found.toFixed()} instead of ${value.toFixed()}`
  return said?.eq(value) === true ? undefined : `${key}: says ${said?.toFixed() ?? 'nothing'} instead of ${value.toFixed()}`
}

/** Both sides agree as far as a root that is bracketed (to 2^-96 of its segment) is known. */
function checkProblem(key: string, { checks }: Explanation): string | undefined {
  const wrong = checks.find(({ left, right }) => {
    const [a, b] = [evaluate(left), evaluate(right)]
    return a.minus(b).abs().gt(Decimal.max(a.abs(), b.abs(), sizeOf(left)).times('1e-18'))
  })
  return wrong === undefined ? undefined : `${key}: check ${wrong.name}: ${evaluate(wrong.left).toFixed()} is not ${evaluate(wrong.right).toFixed()}`
}

/** The largest amount a sum is made of: what is left of it is as exact as that. */
function sizeOf(expression: Expression): Decimal {
  return partsOf(expression).reduce((most: Decimal, part) => Decimal.max(most, evaluate(part).abs()), new Decimal(0))
}

/** One symbol of one owner stands for one value. [X3] */
function symbolProblem(key: string, formula: Expression): string | undefined {
  const values = new Map<string, Decimal>()
  let problem: string | undefined
  const visit = (each: Expression): void => {
    if (each.type === 'value') {
      const name = `${each.symbol} of ${each.of ?? ''}`
      const before = values.get(name)
      if (before !== undefined && !before.eq(each.value)) problem = `${key}: ${name} is ${before.toFixed()} and ${each.value.toFixed()}`
      values.set(name, each.value)
    }
    for (const part of partsOf(each)) visit(part)
  }
  visit(formula)
  return problem
}

/** The reference comes back from its key. */
function keyProblem(key: string, { figure }: Explanation): string | undefined {
  const back = parseFigureKey(key)
  return back !== undefined && figureKey(back) === key && figureKey(figure) === key ? undefined : `${key}: does not come back from its key`
}
