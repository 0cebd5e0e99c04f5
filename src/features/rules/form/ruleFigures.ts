import { Decimal, type StatedFieldOf } from '../../../engine/index.ts'
import { figureTag } from '../../../store/figures/figureTag.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import type { SaidFigure } from '../../../ui/primitives/FigureWords.tsx'

/** Which set of rules a number is of, and where in it. */
export interface RulePlace {
  readonly set?: string | undefined
  readonly date?: string | undefined
  readonly place?: string | undefined
}

type Plain = Extract<StatedFieldOf<'rules'>, 'rate' | 'leverage' | 'amount' | 'number' | 'tiers'>

/** The key of a number that rules state. */
export function ruleFigure(field: Plain, value: { toString(): string } | number, of: RulePlace = {}): string {
  return figureTag(`rules.${field}`, { ...of, value: new Decimal(value.toString()).toFixed() })
}

const ALL = /[-−+]?\d[\d.,]*\s?(?:%|x\b|tiers?\b)?/g

/** The numbers in what a rule says, as it is written: 0.05 %, 75x, 10 tiers, 600,000. */
export function saidRules(text: string, format: Format, of: RulePlace = {}): readonly SaidFigure[] {
  // A date is a name.
  const rest = text.replaceAll(/\d{4}-\d{2}-\d{2}/g, '')
  return [...rest.matchAll(ALL)].flatMap(([match]) => {
    const said = match.trim().replace(/[.,]$/, '')
    const read = format.parse(said.replace(/\s?(%|x|tiers?)$/, ''))
    if (!read.ok) return []
    const unit = said.endsWith('%') ? 'rate' : said.endsWith('x') ? 'leverage' : /tiers?$/.test(said) ? 'tiers' : 'number'
    const value = unit === 'rate' ? new Decimal(read.value).div(100) : read.value
    return [{ text: said, figure: ruleFigure(unit, value, of) }]
  })
}

/** How old data are. */
export function ageFigure(days: number, date: string, now: number, set?: string): SaidFigure {
  return { text: `${days} day`, figure: figureTag('rules.age', { set, date, from: String(Date.parse(date)), to: String(now) }) }
}
