import { Decimal } from '../../../engine/index.ts'
import { figureTag } from '../../../store/figures/figureTag.ts'
import type { TierFacts, TierJump } from '../../../store/rules/tierFacts.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import type { SaidFigure } from '../../../ui/primitives/FigureWords.tsx'
import { ruleFigure } from '../form/ruleFigures.ts'

/** The figures of the jump at the start of a row: where, from what to what, by how much, and the amount that would join it. */
export function jumpFigures(facts: Pick<TierFacts, 'jumps'> | undefined, row: number, format: Format): readonly SaidFigure[] {
  const jump = facts?.jumps.find((each) => each.row === row)
  if (jump === undefined) return []
  const { at, below, above, lower, upper } = jump
  const place = `tier ${row + 1}`
  const asked = (each: TierJump['lower']): string => figureTag('rules.requirement', { place, notional: at, ...each })
  const joining = new Decimal(at).times(new Decimal(upper.rate).minus(lower.rate)).plus(lower.amount)
  return [
    { text: format.money(new Decimal(above).minus(below).toFixed(), { signed: true }), figure: figureTag('rules.jump', { place, from: below, to: above }) },
    { text: format.exact(at), figure: ruleFigure('amount', at, { place }) },
    { text: format.exact(below), figure: asked(lower) },
    { text: format.exact(above), figure: asked(upper) },
    { text: format.exact(joining.toFixed()), figure: figureTag('rules.joiningAmount', { place, before: lower.amount, notional: at, from: lower.rate, to: upper.rate }) },
  ]
}
