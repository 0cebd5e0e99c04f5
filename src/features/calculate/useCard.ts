import { figureKey } from '../../engine/index.ts'
import type { CalculateAnswer, CalculateDraft, CalculateFigure, CalculateReport } from '../../store/slices/CalculateState.ts'
import { useCalculation, type Calculation } from './Calculator.tsx'
import { CARDS, type CardId, type CardSpec } from './cards/CardSpec.ts'
import { draftOf, fieldText, isShared } from './cards/documentOf.ts'
import { isGiven, swapField, type Swap } from './cards/swapField.ts'
import { fieldSpec, type FieldId } from './fields/FieldSpec.ts'
import { typeFigure, unitText, writeFigure, type WritingOptions } from './fields/writeField.ts'
import type { CalculateMarket } from './CalculateMarket.ts'
import { inverseOf } from './ownMarket.ts'
import { noneWords } from './noneWords.ts'

/** One field as it stands on the screen. */
export interface FieldView {
  readonly id: FieldId
  readonly label: string
  readonly unit: string
  readonly isGiven: boolean
  /** As typed, where it is given. */
  readonly text: string
  /** What the engine has for it, as it is shown; also what an empty field stands for. */
  readonly shown: string
  /** Plain decimal text of it. */
  readonly value: string | undefined
  readonly error: string | undefined
  /** Nothing is typed in it, and it is needed. */
  readonly isMissing: boolean
  /** Why there is no figure, in words. */
  readonly none: string | undefined
  readonly figure: string | undefined
  /** Absent where nothing can take its place. */
  readonly canSwap: boolean
}

export interface CardView {
  readonly spec: CardSpec
  readonly draft: CalculateDraft
  readonly market: CalculateMarket
  readonly writing: WritingOptions
  readonly report: CalculateReport | undefined
  readonly answer: CalculateAnswer | undefined
  /** One line each: what the engine refuses in the document. */
  readonly problems: readonly string[]
  readonly field: (id: FieldId) => FieldView
  readonly setText: (id: FieldId, text: string) => void
  readonly swap: (id: FieldId) => void
}

/** A card of the screen: its fields, and what changes them. */
export function useCard(id: CardId): CardView {
  const calculation = useCalculation()
  const { desk, context, answers, change } = calculation
  const spec = CARDS[id]
  const draft = draftOf(desk, spec)
  const market = spec.isInverse === true ? inverseOf(context.market) : context.market
  const writing: WritingOptions = { format: context.format, market, side: desk.inputs.side }
  const answer = answers[id]
  const report = answer?.outcome.ok === true ? answer.outcome.report : undefined
  const text = (field: FieldId): string | undefined => {
    const value = plainOf(figureOf(report, field))
    return value === undefined ? undefined : typeFigure(field, value, writing)
  }
  return {
    spec,
    draft,
    market,
    writing,
    report,
    answer,
    problems: answer?.outcome.ok === false ? answer.outcome.problems : [],
    field: (field) => fieldView(calculation, { spec, draft, writing, report }, field),
    setText: (field, typed) => change((before) => withText(before, spec, field, typed)),
    swap(field) {
      const swap = swapField(spec, draft, field, text)
      if (swap !== undefined) change((before) => withSwap(before, spec, swap))
    },
  }
}

/** What the report has for a field, wherever it stands in it; prices on the tick. */
export function figureOf(report: CalculateReport | undefined, field: string): CalculateFigure | undefined {
  if (report === undefined) return undefined
  return report.onTick?.[field] ?? report.solved[field] ?? report.results[field] ?? report.given[field] ?? report.assumed[field]
}

export function plainOf(figure: CalculateFigure | undefined): string | undefined {
  return typeof figure === 'string' ? figure : undefined
}

type Shown = Pick<CardView, 'spec' | 'draft' | 'writing' | 'report'>

function fieldView({ desk, errors }: Calculation, { spec, draft, writing, report }: Shown, id: FieldId): FieldView {
  const { unit } = fieldSpec(id)
  const figure = figureOf(report, id)
  const label = labelOf(spec, id, writing.side)
  return {
    id,
    label,
    unit: unitText(unit, writing.market),
    isGiven: isGiven(spec, draft, id),
    text: fieldText(spec, draft, id, desk.inputs),
    shown: writeFigure(id, figure, writing),
    value: plainOf(figure),
    error: errors[spec.id]?.[id],
    isMissing: fieldText(spec, draft, id, desk.inputs).trim() === '',
    none: figure === undefined || typeof figure === 'string' || figure.none === 'missing' ? undefined : noneWords(figure, id, writing),
    // A word is no figure.
    figure: unit === 'word' ? undefined : figureKey({ id: `calc.${spec.calculator}.${id}`, of: { card: spec.id } }),
    canSwap: isGiven(spec, draft, id) || spec.inputs.includes(id) ? swapField(spec, draft, id, () => undefined) !== undefined : spec.inputs.some((input) => spec.swaps[input]?.includes(id) === true),
  }
}

function labelOf(spec: CardSpec, id: FieldId, side: 'long' | 'short'): string {
  if (id === 'fall' && side === 'short') return 'Rise to liquidation'
  return id === 'liquidationPrice' && spec.inputs.includes(id) ? 'Wanted liq. price' : fieldSpec(id).label
}

function withText(desk: Calculation['desk'], spec: CardSpec, field: FieldId, text: string): Calculation['desk'] {
  if (isShared(spec, field)) return { ...desk, inputs: { ...desk.inputs, [field]: text } }
  const draft = draftOf(desk, spec)
  return { ...desk, drafts: { ...desk.drafts, [spec.id]: { ...draft, fields: { ...draft.fields, [field]: text } } } }
}

function withSwap(desk: Calculation['desk'], spec: CardSpec, { draft, texts }: Swap): Calculation['desk'] {
  let next: Calculation['desk'] = { ...desk, drafts: { ...desk.drafts, [spec.id]: draft } }
  for (const [field, text] of Object.entries(texts)) next = withText(next, spec, field as FieldId, text)
  return next
}
