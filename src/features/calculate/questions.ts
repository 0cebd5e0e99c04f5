import type { CalculateQuestion } from '../../store/CalculateActions.ts'
import type { CalcDocumentFile, CalculateDesk, CalculateDraft, CalculateInputs } from '../../store/slices/CalculateState.ts'
import { CARDS, type CardId, type CardSpec } from './cards/CardSpec.ts'
import { documentOf, draftOf, ownLeverage, type CardContext, type CardQuestion } from './cards/documentOf.ts'
import { lossQuestions, type LossAxis } from './hero/lossQuestions.ts'
import { leverageSamples } from './hero/leverageSamples.ts'
import { inverseOf } from './ownMarket.ts'

/** What is asked of the engine for everything on the screen, and what is wrong in the forms. */
export interface QuestionPlan {
  readonly questions: readonly CalculateQuestion[]
  /** By card, then by field. */
  readonly errors: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** What the engine said the last time, as far as other questions follow from it. */
export interface Known {
  readonly wallSize: string | undefined
  readonly wallEntry: string | undefined
  readonly lossAxis: LossAxis | undefined
  readonly maxLeverage: number
}

/** Which cards are on the screen: those of the page, and the one open under "More". */
export function shownCards({ more }: CalculateDesk): readonly CardId[] {
  return ['wall', 'book', 'margin', 'stop', 'leverages', ...(more in CARDS ? [more as CardId] : [])]
}

/** What inputs stand in: their instrument, rules and fees. */
export type ContextOf = (inputs: CalculateInputs) => CardContext

export function questionPlan(desk: CalculateDesk, contextOf: ContextOf, known: Known): QuestionPlan {
  const context = contextOf(desk.inputs)
  const questions: CalculateQuestion[] = []
  const errors: Record<string, Readonly<Record<string, string>>> = {}
  for (const id of shownCards(desk)) {
    const spec = CARDS[id]
    const question = cardQuestion(spec, draftOf(desk, spec), context)
    errors[id] = question.errors
    if (question.document !== undefined) questions.push(...withRows(spec, question.document, ownLeverage(spec, context, desk.inputs.leverage)))
  }
  const wall = questions.find(({ key }) => key === 'wall')
  if (wall !== undefined && Object.keys(errors['wall'] ?? {}).length === 0) questions.push(...wallCharts(wall.document, known))
  return { questions: [...questions, ...compareQuestions(desk, contextOf)], errors }
}

/** The question of a card, about the contract it is for. */
export function cardQuestion(spec: CardSpec, draft: CalculateDraft, context: CardContext): CardQuestion {
  const market = spec.isInverse === true ? inverseOf(context.market) : context.market
  // Rules of the open scenario may be for the other kind of contract; ours are for both.
  const rules = spec.isInverse === true && context.market.type !== 'inverse' ? INVERSE_RULES : context.rules
  return documentOf(spec, draft, { ...context, market, rules })
}

/** Fees of our own standard rules, on a contract that is settled in the coin. */
const INVERSE_RULES = { extends: 'standard', id: 'standard-inverse', name: 'Bulkhead standard, coin-margined', contract: 'inverse' } as const

/** A card whose answer has more than one row asks more than once: the shared pool beside the wall, leverages, modes. */
function withRows(spec: CardSpec, document: CalcDocumentFile, leverage: string): readonly CalculateQuestion[] {
  if (spec.id === 'book') {
    return [
      { key: 'book', document },
      { key: 'book#cross', document: crossOf(document) },
    ]
  }
  if (spec.rows === 'leverages') return [{ key: spec.id, document: { ...document, leverages: comparedLeverages(leverage) } }]
  if (spec.rows === 'modes') return [{ key: spec.id, document: { ...document, modes: ['isolated', 'cross'] } }]
  return [{ key: spec.id, document }]
}

/** The same trade in the shared pool; what is asked for behind the wall is not asked again. */
function crossOf({ liquidationPrice: _price, liquidationDistance: _distance, solve: _solve, margin: _margin, ...document }: CalcDocumentFile): CalcDocumentFile {
  // Of a position that is open the fee is paid.
  return { ...document, calculator: 'liquidation', mode: 'cross', ...('without' in document ? { entryFeeRate: '0' } : {}) }
}

const LADDER = ['5', '10', '20', '50'] as const

/** The usual ones, and one's own among them. */
export function comparedLeverages(leverage: string): readonly string[] {
  const own = /^\s*(\d+(?:\.\d+)?)\s*[x×]?\s*$/.exec(leverage)?.[1]
  const all = own === undefined || Number(own) < 1 ? LADDER : [...new Set([...LADDER, own])]
  return [...all].sort((a, b) => Number(a) - Number(b))
}

/** The loss at prices around the trade, and the fall at leverages. */
function wallCharts({ maxLoss: _loss, fall: _fall, collateral: _collateral, leverage: _leverage, liquidationPrice: _price, solve: _solve, ...scene }: CalcDocumentFile, { wallSize, wallEntry, lossAxis, maxLeverage }: Known): readonly CalculateQuestion[] {
  if (wallSize === undefined || wallEntry === undefined) return []
  const trade = { ...scene, size: wallSize, entryPrice: wallEntry }
  const falls: CalculateQuestion = { key: 'wall#falls', document: { ...trade, calculator: 'compare', leverages: leverageSamples(maxLeverage) }, isLater: true }
  return lossAxis === undefined ? [falls] : [falls, ...lossQuestions(trade, lossAxis)]
}

/** The variants that are kept, as they were. */
function compareQuestions({ compare }: CalculateDesk, contextOf: ContextOf): readonly CalculateQuestion[] {
  if (compare === undefined || !(compare.card in CARDS)) return []
  const spec = CARDS[compare.card as CardId]
  return compare.kept.flatMap(({ inputs, draft }, index) => {
    const question = cardQuestion(spec, draft, contextOf(inputs))
    return question.document === undefined ? [] : [{ key: `compare#${index}`, document: question.document }]
  })
}
