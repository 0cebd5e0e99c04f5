import { calculate, calculators, compare, explainCalculation, type CalcQuestion, type Calculation, type CalculatorAnswer, type CalculatorScene, type CalculatorValues, type Explanation, type FigureRef } from '../../engine/index.ts'
import { decimalText } from '../../documents/calc/calcReport.ts'
import type { CalcSetup } from '../../documents/calc/CalcSetup.ts'
import { parseCalc, type CalcBeside } from '../../documents/calc/parseCalc.ts'
import type { Plain } from '../Plain.ts'
import type { Pace } from './advance.ts'
import { besideAt } from './calculateOf.ts'
import { plain } from './openScenario.ts'
import type { Session } from './Session.ts'

export interface CalcFigureQuestion {
  readonly tick: number
  /** `calc.<calculator>.<field>` */
  readonly figure: FigureRef
  readonly document: unknown
}

/** How a result of a calculation comes about; an input that was found has no formula but the rule it was found by. [A1] */
export async function explainCalc(session: Session, { tick, figure, document }: CalcFigureQuestion, pace: Pace): Promise<Plain<Explanation> | undefined | 'dropped'> {
  const beside = await besideAt(session, tick, pace)
  if (beside === 'dropped') return 'dropped'
  const explanation = explained(figure, document, beside)
  return explanation === undefined ? undefined : plain(explanation)
}

function explained(figure: FigureRef, document: unknown, beside: CalcBeside): Explanation | undefined {
  const [, name = '', field = ''] = figure.id.split('.')
  const calculator = calculators.get(name)
  const known = calculator?.fields.find(({ id }) => id === field)
  const parsed = calculator === undefined ? undefined : parseCalc(calculator, document, beside)
  if (calculator === undefined || known === undefined || known.unit === 'word' || parsed?.ok !== true) return undefined
  const { currency } = parsed.value
  const { scene, calculation } = name === 'compare' ? rowOf(parsed.value, figure) : { scene: parsed.value.scene, calculation: calculate(calculator, parsed.value.values, parsed.value.scene, { solve: parsed.value.solve }) }
  const answer = answerOf(calculation, field)
  if (answer === undefined) return undefined
  const { name: set, date, source } = scene.rules
  return {
    figure,
    unit: known.unit,
    ...(known.unit === 'money' ? { currency } : {}),
    ...told({ calculator, field, scene, values: valuesOf(calculation), results: calculation.results, of: figure.of }, calculation, answer),
    source: { name: set, date, url: source },
  }
}

/** A result by its formula, an input that was found by the rule it was found by, and what was put in as it is. */
function told(question: Omit<CalcQuestion, 'value'>, calculation: Calculation, answer: CalculatorAnswer): Pick<Explanation, 'value' | 'formula' | 'none' | 'checks' | 'rules'> {
  if (answer.type !== 'value') return { value: undefined, formula: undefined, checks: [], rules: [], none: answer.type === 'word' ? answer.word : answer.reason === 'none' ? answer.why : answer.reason }
  const { value, formula } = answer
  if (isFound(calculation, question.field)) return { value, formula: undefined, checks: [], rules: ['A1'] }
  const explained = calculation.results[question.field] === undefined ? undefined : explainCalculation({ ...question, value }, formula)
  return { value, ...(explained ?? { formula, checks: [], rules: [] }) }
}

/** Every input that is known. */
function valuesOf({ given, assumed, solved }: Calculation): CalculatorValues {
  const found = Object.entries(solved).flatMap(([id, answer]) => (answer.type === 'value' ? [[id, answer.value] as const] : []))
  return { ...assumed, ...given, ...Object.fromEntries(found) }
}

/** A result, an input that was found, or what was given or taken for granted. */
function answerOf({ given, assumed, solved, results }: Calculation, field: string): CalculatorAnswer | undefined {
  const stated = given[field] ?? assumed[field]
  return results[field] ?? solved[field] ?? (stated === undefined ? undefined : { type: 'value', value: stated })
}

/** The calculation of a row of a comparison: of the leverage, mode and rules that the figure names. */
function rowOf({ values, scene, variants: { leverages, modes, ruleSets } }: CalcSetup, { of }: FigureRef): { readonly scene: CalculatorScene; readonly calculation: Calculation } {
  const leverage = leverages?.find((each) => decimalText(each) === of['leverage'])
  const mode = modes?.find((each) => each === of['mode'])
  const rules = ruleSets?.find(({ id }) => id === of['rules'])
  const row = { ...scene, ...(mode === undefined ? {} : { mode }), ...(rules === undefined ? {} : { rules }) }
  return { scene: row, calculation: calculate(compare, leverage === undefined ? values : { ...values, leverage }, row) }
}

function isFound({ solved, results }: Calculation, field: string): boolean {
  return results[field] === undefined && solved[field] !== undefined
}
