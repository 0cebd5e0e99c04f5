import { Decimal, roundToStep, type Calculation, type Calculator, type CalculatorAnswer, type CalculatorValues } from '../../engine/index.ts'
import { answerMessage } from './answerMessage.ts'
import type { CalcSetup } from './CalcSetup.ts'

/** A number as plain decimal text, a word, or why there is none. */
export type CalcFigure = string | CalcNone
export type CalcNone = { readonly none: string; readonly message: string } & Readonly<Record<string, unknown>>

/** What a calculation was given, took for granted, solved for, and gives: the answer of `calc`. */
export interface CalcReport {
  readonly calculator: string
  readonly rules: { readonly id: string; readonly name: string; readonly date: string }
  readonly instrument: string
  readonly currency: string
  readonly given: Readonly<Record<string, CalcFigure>>
  readonly assumed: Readonly<Record<string, CalcFigure>>
  /** Inputs found from wanted results, on the step of the input. */
  readonly solved: Readonly<Record<string, CalcFigure>>
  /** Prices exactly, as `margin` has them under `exact`. */
  readonly results: Readonly<Record<string, CalcFigure>>
  /** Prices among the results, on the tick. */
  readonly onTick?: Readonly<Record<string, string>> | undefined
  /** Of a comparison: a row for each variant. */
  readonly rows?: readonly CalcRow[] | undefined
}

export interface CalcRow {
  readonly variant: Readonly<Record<string, string>>
  readonly results: Readonly<Record<string, CalcFigure>>
}

/** Digits of a quotient that goes on forever; sums and products have all they have. */
const QUOTIENT_DIGITS = 40

export function calcReport(calculator: Calculator, setup: CalcSetup, { given, assumed, solved, results }: Calculation): CalcReport {
  const { scene, currency } = setup
  const { id, name, date } = scene.rules
  const said = { ...(setup.assumed['side'] === undefined ? { side: scene.side } : {}), ...(setup.assumed['mode'] === undefined ? { mode: scene.mode } : {}) }
  const ticked = onTick(calculator, setup, results)
  const isAssumed = (field: string): boolean => setup.assumed[field] !== undefined
  return {
    calculator: calculator.name,
    rules: { id, name, date },
    instrument: scene.instrument.symbol,
    currency,
    given: { ...said, ...texts(Object.fromEntries(Object.entries(given).filter(([field]) => !isAssumed(field)))) },
    assumed: { ...setup.assumed, ...texts(assumed) },
    solved: figures(solved),
    results: figures(results),
    ...(Object.keys(ticked).length === 0 ? {} : { onTick: ticked }),
  }
}

function texts(values: CalculatorValues): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, decimalText(value)]))
}

export function figures(answers: Readonly<Record<string, CalculatorAnswer>>): Readonly<Record<string, CalcFigure>> {
  return Object.fromEntries(Object.entries(answers).map(([field, answer]) => [field, figureOf(answer)]))
}

/** A decimal in plain notation, to 40 significant digits. */
export function decimalText(value: Decimal): string {
  return value.isZero() ? '0' : value.toSignificantDigits(QUOTIENT_DIGITS, Decimal.ROUND_HALF_EVEN).toFixed()
}

function figureOf(answer: CalculatorAnswer): CalcFigure {
  if (answer.type === 'value') return decimalText(answer.value)
  return answer.type === 'word' ? answer.word : noneOf(answer)
}

function noneOf(answer: CalculatorAnswer & { readonly type: 'none' }): CalcNone {
  const message = answerMessage(answer)
  switch (answer.reason) {
    case 'none':
      return { none: answer.why, message }
    case 'no-root':
      return { none: answer.reason, message, ...(answer.nearest === undefined ? {} : { reachable: texts({ ...answer.nearest }) }) }
    case 'two-roots':
      return { none: answer.reason, message, roots: answer.roots.map(decimalText) }
    case 'outside-tier-table':
      return { none: answer.reason, message, limit: decimalText(answer.limit) }
    case 'no-effect':
      return { none: answer.reason, message }
    case 'missing':
    case 'decided':
      return { none: answer.reason, message, fields: answer.fields }
  }
}

const LIQUIDATION: ReadonlySet<string> = new Set(['liquidationPrice', 'liquidationTogether'])

/** A liquidation price on the side that the rules say, others on the nearest tick. */
function onTick({ fields }: Calculator, { scene }: CalcSetup, results: Readonly<Record<string, CalculatorAnswer>>): Readonly<Record<string, string>> {
  const { tickSize } = scene.instrument
  return Object.fromEntries(
    fields.flatMap(({ id, unit, role }) => {
      const answer = results[id]
      if (unit !== 'price' || role !== 'result' || answer?.type !== 'value') return []
      return [[id, roundToStep(answer.value, tickSize, LIQUIDATION.has(id) ? sideOf(scene) : 'half-even').toFixed()]]
    }),
  )
}

/** A long falls to its liquidation price, and is there earlier on the tick above. */
function sideOf({ side, rules: { liquidationPriceRounding: rounding } }: CalcSetup['scene']): 'up' | 'down' | 'half-even' {
  if (rounding === 'nearest') return 'half-even'
  return (side === 'long') === (rounding === 'earlier') ? 'up' : 'down'
}
