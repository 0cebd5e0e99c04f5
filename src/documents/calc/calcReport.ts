import { Decimal, type Calculation, type Calculator, type CalculatorAnswer, type CalculatorValues } from '../../engine/index.ts'
import { answerMessage } from './answerMessage.ts'
import type { CalcFormula } from './calcFormulas.ts'
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
  readonly results: Readonly<Record<string, CalcFigure>>
  /** Of prices that stand on the tick: the price itself. */
  readonly exact?: Readonly<Record<string, string>> | undefined
  /** Of a comparison: a row for each variant. */
  readonly rows?: readonly CalcRow[] | undefined
  /** Where they are asked for. */
  readonly formulas?: Readonly<Record<string, CalcFormula>> | undefined
}

export interface CalcRow {
  readonly variant: Readonly<Record<string, string>>
  readonly results: Readonly<Record<string, CalcFigure>>
  readonly exact?: Readonly<Record<string, string>> | undefined
}

/** Digits of a quotient that goes on forever; sums and products have all they have. */
const QUOTIENT_DIGITS = 40

export function calcReport(calculator: Calculator, setup: CalcSetup, calculation: Calculation): CalcReport {
  const { given, assumed, solved } = calculation
  const results = { ...calculation.results, ...riskOf(calculator, calculation) }
  const { scene, currency } = setup
  const { id, name, date } = scene.rules
  const said = { ...(setup.assumed['side'] === undefined ? { side: scene.side } : {}), ...(setup.assumed['mode'] === undefined ? { mode: scene.mode } : {}) }
  const exact = exactOf(results)
  const isAssumed = (field: string): boolean => setup.assumed[field] !== undefined
  return {
    calculator: calculator.name,
    rules: { id, name, date },
    instrument: scene.instrument.symbol,
    currency,
    given: { ...said, ...setup.stated, ...texts(Object.fromEntries(Object.entries(given).filter(([field]) => !isAssumed(field)))) },
    assumed: { ...setup.assumed, ...texts(assumed) },
    solved: figures(solved),
    results: figures(results),
    ...(Object.keys(exact).length === 0 ? {} : { exact }),
  }
}

/** Of a size that is stated: what its stop risks, and the share of the wallet that is, whichever was found. [A7] */
function riskOf({ name }: Calculator, { given, assumed, solved }: Calculation): Calculation['results'] {
  if (name !== 'stop-size' || given['size'] === undefined) return {}
  const wallet = given['wallet'] ?? assumed['wallet']
  const known = (field: string): Decimal | undefined => given[field] ?? (solved[field]?.type === 'value' ? solved[field].value : undefined)
  const share = known('riskShare')
  const risk = known('risk') ?? (share === undefined || wallet === undefined ? undefined : share.times(wallet))
  if (risk === undefined) return {}
  const riskShare = share ?? (wallet?.gt(0) === true ? risk.div(wallet) : undefined)
  return { risk: { type: 'value', value: risk }, ...(riskShare === undefined ? {} : { riskShare: { type: 'value', value: riskShare } }) }
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

export function exactOf(answers: Readonly<Record<string, CalculatorAnswer>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(answers).flatMap(([field, answer]) => (answer.type === 'value' && answer.exact !== undefined ? [[field, decimalText(answer.exact)]] : [])))
}
