import { type Expression, figureKey } from '../../../engine/index.ts'

export type Leaf = Extract<Expression, { type: 'value' }>

/** What goes into a formula, each once, in the order in which it stands there. */
export function leavesOf(expression: Expression): readonly Leaf[] {
  const found = new Map<string, Leaf>()
  const visit = (each: Expression): void => {
    if (each.type === 'value') {
      const key = [each.symbol, each.name, each.of ?? '', each.value.toFixed(), each.figure === undefined ? '' : figureKey(each.figure)].join('|')
      if (!found.has(key)) found.set(key, each)
    } else if (each.type !== 'number') for (const part of partsOf(each)) visit(part)
  }
  visit(expression)
  return [...found.values()]
}

/** What an expression is made of. */
export function partsOf(expression: Exclude<Expression, Leaf | { type: 'number' }>): readonly Expression[] {
  if (expression.type === 'quotient') return [expression.over, expression.under]
  return 'step' in expression || !Array.isArray(expression.of) ? [expression.of as Expression] : expression.of
}
