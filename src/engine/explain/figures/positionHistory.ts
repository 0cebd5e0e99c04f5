import type { LegTotals } from '../../ledger/Account.ts'
import { pnlOf, totalOf as allOf } from '../../margin/equity.ts'
import { unrealizedPnl } from '../../margin/legFigures.ts'
import { markOf } from '../../margin/Marks.ts'
import { NO_TOTALS } from '../../ledger/evolve.ts'
import type { Expression } from '../Explanation.ts'
import { given, sumOf } from '../expressions.ts'
import type { FieldOf } from '../FigureId.ts'
import { entryFigure, quantityFigure, totalTerm } from './eventSums.ts'
import { figure, refIn, type AccountScene, type Explained } from './Explained.ts'
import { explainTarget } from './orderFigures.ts'
import { explainPosition, type PositionField } from './positionFigures.ts'

const TOTALS = ['realizedPnl', 'fees', 'funding', 'liquidationFees', 'forfeited', 'badDebt'] as const satisfies readonly (keyof LegTotals)[]
const TARGETS = ['takeProfit', 'stopLoss', 'trailingBest', 'trailingLevel', 'autoMarginLeft'] as const

/** A figure of a leg: of what is open, or of what it has earned and cost so far. Undefined for a leg that was never there. */
export function explainLeg(scene: AccountScene, leg: string, field: FieldOf<'position'>): Explained | undefined {
  const { account } = scene
  const position = account.positions.get(leg)
  if (position === undefined && !account.totals.has(leg)) return undefined
  if (isOneOf(TOTALS, field)) return totalTerm(scene, leg, field)
  if (field === 'realized') return figure(realizedSoFar(scene, leg), told(scene, leg, ['realizedPnl', 'fees', 'funding']), ['M17'])
  if (field === 'result') return result(scene, leg)
  if (position === undefined) return undefined
  if (field === 'qty') return quantityFigure(scene, position)
  if (field === 'entryNotional') return entryFigure(scene, position)
  return isOneOf(TARGETS, field) ? explainTarget(scene, position, field) : explainPosition(scene, position, field satisfies PositionField)
}

function isOneOf<T extends string>(list: readonly T[], field: string): field is T {
  return (list as readonly string[]).includes(field)
}

function totalsOf({ account }: AccountScene, leg: string): LegTotals {
  return account.totals.get(leg) ?? NO_TOTALS
}

function realizedSoFar(scene: AccountScene, leg: string): LegTotals['realizedPnl'] {
  const { realizedPnl, fees, funding } = totalsOf(scene, leg)
  return allOf({ ...NO_TOTALS, realizedPnl, fees, funding })
}

function terms(scene: AccountScene, leg: string, fields: readonly (keyof LegTotals)[]): readonly Expression[] {
  const totals = totalsOf(scene, leg)
  return fields.map((field) => given(field, totals[field], { figure: refIn(scene, `position.${field}`, { leg }) }))
}

function told(scene: AccountScene, leg: string, fields: readonly (keyof LegTotals)[]): Expression {
  return sumOf(...terms(scene, leg, fields))
}

/** All that a leg has earned and cost, with what is open. [T1] */
function result(scene: AccountScene, leg: string): Explained {
  const position = scene.account.positions.get(leg)
  const totals = totalsOf(scene, leg)
  const some = terms(scene, leg, TOTALS.filter((field) => !totals[field].isZero()))
  const open = position === undefined ? [] : [given('unrealizedPnl', unrealizedPnl(position, markOf(scene.marks, position.instrument)), { figure: refIn(scene, 'position.unrealizedPnl', { leg }) })]
  const all = [...some, ...open]
  return figure(pnlOf(scene.account, leg, scene.marks), all.length === 0 ? told(scene, leg, ['realizedPnl']) : sumOf(...all), ['T1'])
}
