import { isFigureId, isStatedFigureId, type FIGURE_FAMILIES, type FieldOf, type StatedFamily, type StatedFieldOf } from '../../../engine/index.ts'
import { accountFigureWords, fundFigureWords, poolFigureWords } from './accountFigureWords.ts'
import { eventFigureWords, fundingFigureWords, headlineFigureWords, marketFigureWords, tradeFigureWords } from './eventFigureWords.ts'
import type { FigureWord } from './FigureWord.ts'
import { buyFigureWords, editFigureWords, incidentFigureWords, sellFigureWords } from './incidentFigureWords.ts'
import { diffFigureWords, importFigureWords, pricesFigureWords, rulesFigureWords } from './statedFigureWords.ts'
import { orderFigureWords, positionFigureWords } from './positionFigureWords.ts'

type Family = keyof typeof FIGURE_FAMILIES

/** A figure without words does not compile. */
const FAMILIES: { readonly [Name in Family]: Readonly<Record<FieldOf<Name>, FigureWord>> } & { readonly [Name in StatedFamily]: Readonly<Record<StatedFieldOf<Name>, FigureWord>> } = {
  account: accountFigureWords,
  pool: poolFigureWords,
  position: positionFigureWords,
  order: orderFigureWords,
  event: eventFigureWords,
  trade: tradeFigureWords,
  funding: fundingFigureWords,
  fund: fundFigureWords,
  market: marketFigureWords,
  headline: headlineFigureWords,
  incident: incidentFigureWords,
  'ticket.buy': buyFigureWords,
  'ticket.sell': sellFigureWords,
  edit: editFigureWords,
  rules: rulesFigureWords,
  diff: diffFigureWords,
  import: importFigureWords,
  prices: pricesFigureWords,
}

/** Name and sentences of a figure; absent for an id nobody knows. */
export function figureWord(id: string): FigureWord | undefined {
  if (!isFigureId(id) && !isStatedFigureId(id)) return undefined
  const at = id.lastIndexOf('.')
  return (FAMILIES[id.slice(0, at) as Family | StatedFamily] as Readonly<Record<string, FigureWord>>)[id.slice(at + 1)]
}
