import { calculate, calculators, compareTrades, type Calculation, type CalculatorAnswer, type Explanation, type FigureRef } from '../../engine/index.ts'
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
  const { scene, values, solve, currency } = parsed.value
  const calculation = calculate(calculator, values, scene, { solve })
  const answer = name === 'compare' ? inRow(parsed.value, figure, field) : answerOf(calculation, field)
  if (answer === undefined) return undefined
  const { name: set, date, source } = scene.rules
  return {
    figure,
    ...valueOf(answer),
    unit: known.unit,
    ...(known.unit === 'money' ? { currency } : {}),
    checks: [],
    rules: isFound(calculation, field) ? ['A1'] : [],
    source: { name: set, date, url: source },
  }
}

/** A result, an input that was found, or what was given or taken for granted. */
function answerOf({ given, assumed, solved, results }: Calculation, field: string): CalculatorAnswer | undefined {
  const stated = given[field] ?? assumed[field]
  return results[field] ?? solved[field] ?? (stated === undefined ? undefined : { type: 'value', value: stated })
}

/** A cell of a comparison: the row of the leverage, mode and rules that the figure names. */
function inRow({ values, scene, variants: { leverages, modes, ruleSets } }: CalcSetup, { of }: FigureRef, field: string): CalculatorAnswer | undefined {
  const rows = compareTrades({ values, scene, leverages, modes, rules: ruleSets })
  const row = rows.find(({ variant: { leverage, mode, rules } }) => mode === of['mode'] && rules.id === of['rules'] && (leverage === undefined || decimalText(leverage) === of['leverage']))
  return row?.results[field]
}

function isFound({ solved, results }: Calculation, field: string): boolean {
  return results[field] === undefined && solved[field] !== undefined
}

function valueOf(answer: CalculatorAnswer): Pick<Explanation, 'value' | 'formula' | 'none'> {
  if (answer.type === 'value') return { value: answer.value, formula: answer.formula }
  return { value: undefined, formula: undefined, none: answer.type === 'word' ? answer.word : answer.reason === 'none' ? answer.why : answer.reason }
}
