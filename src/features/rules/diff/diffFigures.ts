import { Decimal, type StatedFieldOf } from '../../../engine/index.ts'
import { figureTag } from '../../../store/figures/figureTag.ts'
import type { SaidFigure } from '../../../ui/primitives/FigureWords.tsx'
import { saidRules } from '../form/ruleFigures.ts'
import type { Death, DiffSay, RuleDiffReport } from './DiffSay.ts'
import { aloneWords, withoutWords } from './effectWords.ts'
import type { RuleEffect } from './DiffSay.ts'

type Side = 'A' | 'B'

/** The key of a number of one side. */
export function sideFigure(field: StatedFieldOf<'diff'>, value: string | number, of: { readonly side?: Side; readonly leg?: string; readonly place?: string } = {}): string {
  return figureTag(`diff.${field}`, { ...of, value: new Decimal(value).toFixed() })
}

/** The key of what is different under B. */
export function changeFigure(field: StatedFieldOf<'diff'>, from: string | number, to: string | number, leg?: string): string {
  return figureTag(`diff.${field}`, { leg, from: new Decimal(from).toFixed(), to: new Decimal(to).toFixed() })
}

export function deathFigure(death: Death | undefined, of: { readonly side?: Side; readonly place?: string }): string | undefined {
  return death === undefined ? undefined : sideFigure('price', death.price, { ...of, leg: death.leg })
}

/** The figures of the sentences: where who dies, what is left, what an order lacked. */
export function headlineFigures(report: RuleDiffReport, say: DiffSay): readonly SaidFigure[] {
  const { a, b, effects } = report
  const sides = [['A', a], ['B', b]] as const
  const deaths = sides.flatMap(([side, play]) => play.deaths.map((death) => ({ text: say.price(death), figure: deathFigure(death, { side }) })))
  const refusals = sides.flatMap(([side, play]) => play.fates.flatMap(({ leg, refusal }) => {
    if (refusal?.code === 'leverage-above-limit') return [refusal.leverage, refusal.limit].map((each) => ({ text: say.format.leverage(each), figure: figureTag('rules.leverage', { place: say.leg(leg), value: new Decimal(each).toFixed() }) }))
    if (refusal?.code === 'insufficient-margin') return [refusal.required, refusal.available].map((each) => ({ text: say.money(each), figure: figureTag('rules.amount', { place: `${say.leg(leg)}, under ${side}`, value: new Decimal(each).toFixed() }) }))
    return []
  }))
  const left = new Decimal(b.equity).minus(a.equity)
  const [low, high] = left.isNegative() ? [b.equity, a.equity] : [a.equity, b.equity]
  // A name with a digit in it is no figure: SPX@50x, Binance at 20x.
  const names: readonly SaidFigure[] = [...a.fates.map(({ leg }) => ({ text: say.leg(leg), figure: undefined })), ...[a, b].map(({ rules }) => ({ text: rules.name, figure: undefined }))]
  const rules: SaidFigure = { text: `${effects.length} rules`, figure: sideFigure('rules', effects.length) }
  return [...names, ...deaths, ...refusals, { text: say.money(left.abs().toFixed()), figure: changeFigure('equityChange', low, high) }, rules]
}

/** What a rule does alone and what the second set does without it, with the price it is told by. */
export function triedWords(effect: RuleEffect, underB: Death | undefined, say: DiffSay): { readonly alone: SaidText; readonly without: SaidText } {
  const figures = (death: Death | undefined, side: Side, place: string): readonly SaidFigure[] => (death === undefined ? [] : [{ text: say.leg(death.leg), figure: undefined }, { text: say.price(death), figure: deathFigure(death, { side, place }) }])
  return {
    alone: { text: aloneWords(effect, say), figures: figures(effect.alone, 'A', `with ${effect.path} of B`) },
    without: { text: withoutWords(effect, underB, say), figures: figures(effect.without, 'B', `without ${effect.path}`) },
  }
}

export interface SaidText {
  readonly text: string
  readonly figures: readonly SaidFigure[]
}

export function saidValues(text: string, say: DiffSay, of: { readonly place: string; readonly set: string; readonly date: string | undefined }): readonly SaidFigure[] {
  return saidRules(text, say.format, of)
}
