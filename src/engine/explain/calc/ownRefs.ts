import type { Position } from '../../ledger/Account.ts'
import type { Calculator } from '../../calculators/Calculator.ts'
import type { Expression, FigureRef } from '../Explanation.ts'
import type { FieldOf } from '../FigureId.ts'
import type { AccountScene } from '../figures/Explained.ts'
import { explainPool } from '../figures/poolFigures.ts'
import { explainPosition } from '../figures/positionFigures.ts'

export interface OwnCalculation {
  readonly calculator: Calculator
  readonly of: FigureRef['of']
  readonly scene: AccountScene
  readonly position: Position
}

/** What a calculation has under a name of its own. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'position.qty': ['size'],
  'position.entryPrice': ['entryPrice'],
  'position.leverage': ['leverage'],
  'position.entryNotional': ['notional'],
  'position.initialMargin': ['initialMargin', 'openingMargin'],
}
/** Nothing on the screen of a calculator says these: their own formula stands in their place. */
const POOL: ReadonlySet<string> = new Set(['equity', 'requirement', 'unrealizedPnl', 'haircut', 'initialMargin'])

type Value = Extract<Expression, { type: 'value' }>

/** The same formula with each value as it is told. */
function eachValue(expression: Expression, told: (value: Value) => Expression): Expression {
  const each = (of: readonly Expression[]): readonly Expression[] => of.map((part) => eachValue(part, told))
  switch (expression.type) {
    case 'value':
      return told(expression)
    case 'number':
      return expression
    case 'sum':
    case 'product':
    case 'least':
    case 'greatest':
      return { ...expression, of: each(expression.of) }
    case 'quotient':
      return { type: 'quotient', over: eachValue(expression.over, told), under: eachValue(expression.under, told) }
    case 'negative':
    case 'magnitude':
    case 'squareRoot':
    case 'rounded':
      return { ...expression, of: eachValue(expression.of, told) }
  }
}

/** Other fields of the same calculation, and of a comparison those of the same row. */
export function inRow(formula: Expression, { calculator, of }: Pick<OwnCalculation, 'calculator' | 'of'>): Expression {
  return eachValue(formula, (value) => {
    const { figure, ...rest } = value
    if (figure === undefined) return value
    const field = figure.id.split('.').at(-1) ?? ''
    return has(calculator, field) ? { ...rest, figure: { id: `calc.${calculator.name}.${field}`, of } } : rest
  })
}

/** A formula of the account, within the calculation: its values lead to fields of the calculator, and those that it does not show to their own formulas. */
export function ownRefs(formula: Expression, own: OwnCalculation): Expression {
  const { calculator, of, scene, position } = own
  return eachValue(formula, (value) => {
    const { figure, ...rest } = value
    if (figure === undefined) return value
    if (figure.id.startsWith('calc.')) return inRow(value, own)
    const inner = innerOf(scene, figure)
    if (inner !== undefined && inner.type !== 'value') return ownRefs(inner, own)
    // A quantity and a value at entry have signs here; those of a calculator have none.
    const shown = figure.of['leg'] === position.leg && !value.value.isNegative() ? FIELDS[figure.id]?.find((id) => has(calculator, id)) : undefined
    return shown === undefined ? rest : { ...rest, figure: { id: `calc.${calculator.name}.${shown}`, of } }
  })
}

function has({ fields }: Calculator, id: string): boolean {
  return fields.some((field) => field.id === id)
}

/** How a value comes about that no calculator shows. */
function innerOf(scene: AccountScene, { id, of }: FigureRef): Expression | undefined {
  const [family, field = ''] = id.split('.')
  const pool = family === 'pool' && POOL.has(field) ? scene.account.pools.get(of['pool'] ?? '') : undefined
  if (pool !== undefined) return explainPool(scene, pool, field as FieldOf<'pool'>).formula
  const held = id === 'position.unrealizedPnl' ? scene.account.positions.get(of['leg'] ?? '') : undefined
  return held === undefined ? undefined : explainPosition(scene, held, 'unrealizedPnl').formula
}
