import { evaluate, evaluationSteps, type Expression } from '../../../engine/index.ts'
import type { PlainExplanation } from '../../../store/slices/ExplainState.ts'
import type { SettingsState } from '../../../store/slices/SettingsState.ts'
import { Disclosure } from '../../../ui/primitives/Disclosure.tsx'
import { Formula, type FormulaSide } from '../math/Formula.tsx'
import { formulaNumber } from '../valueText.ts'
import { symbolOfFigure } from '../words/symbolOfFigure.ts'
import { words } from '../words/words.ts'
import styles from './drawer.module.css'
import type { FigureLook } from './useFigureLook.ts'

interface FormulaSectionProps {
  readonly explanation: PlainExplanation
  readonly formula: Expression
  readonly look: FigureLook
  readonly level: SettingsState['level']
}

const MOST_STEPS = 24

/** The formula, with the values put in, to what it comes to; its rounding in words. For a beginner behind a button. */
export function FormulaSection(props: FormulaSectionProps) {
  if (props.level !== 'beginner') return <section className={styles.section}><Body {...props} /></section>
  return <section className={styles.section}><Disclosure summary={words.showFormula}><Body {...props} /></Disclosure></section>
}

function Body({ explanation, formula, look, level }: FormulaSectionProps) {
  const { format } = look
  const number = (value: Parameters<typeof formulaNumber>[0]): string => formulaNumber(value, format)
  const shared = { nameOf: look.leafName, legName: look.legName, number }
  const name = look.nameOf(explanation.figure)
  const left: FormulaSide = { type: 'symbol', symbol: symbolOfFigure(explanation.figure.id), name }
  const inner = formula.type === 'rounded' ? formula.of : formula
  const unrounded = evaluate(inner)
  const result: FormulaSide = { type: 'number', text: number(unrounded) }
  return (
    <>
      <h3 className={styles.heading}>{words.formula}</h3>
      <Formula {...shared} sides={[left, { type: 'symbols', of: inner }]} />
      <h3 className={styles.heading}>{words.withValues}</h3>
      <Formula {...shared} sides={[left, { type: 'values', of: inner }]} />
      <Formula {...shared} sides={[left, result]} />
      {formula.type === 'rounded' ? <p className={styles.note}>{roundedWords(formula, explanation, number)} {number(unrounded)} → {look.textOf(explanation)}.</p> : null}
      {hasRounding(inner) ? <p className={styles.note}>{words.brackets}</p> : null}
      {level === 'quant' ? <Steps formula={formula} look={look} /> : null}
    </>
  )
}

function roundedWords(formula: Extract<Expression, { type: 'rounded' }>, { figure }: PlainExplanation, number: (value: typeof formula.step) => string): string {
  const step = number(formula.step)
  const isLevel = /\.(liquidation|liquidationTogether|bankruptcy)$/.test(figure.id)
  return isLevel && formula.rounding !== 'half-even' ? words.roundedAgainst(formula.rounding, step) : words.rounded(formula.rounding, step)
}

function hasRounding(expression: Expression): boolean {
  return evaluationSteps(expression).some((step) => step.expression.type === 'rounded')
}

/** A step with what came before it put in: 5,376.937 / 0.0974105. */
function shallow(expression: Expression): Expression {
  const told = (part: Expression): Expression => {
    if (part.type === 'value' || part.type === 'number') return part
    return part.type === 'negative' ? { type: 'negative', of: told(part.of) } : { type: 'number', value: evaluate(part) }
  }
  switch (expression.type) {
    case 'value':
    case 'number':
      return expression
    case 'quotient':
      return { type: 'quotient', over: told(expression.over), under: told(expression.under) }
    case 'sum':
    case 'product':
    case 'least':
    case 'greatest':
      return { type: expression.type, of: expression.of.map(told) }
    default:
      return { ...expression, of: told(expression.of) }
  }
}

/** Every inner result from the inside out, and all digits of the last one. */
function Steps({ formula, look }: Pick<FormulaSectionProps, 'formula' | 'look'>) {
  const number = (value: Parameters<typeof formulaNumber>[0]): string => formulaNumber(value, look.format)
  // A changed sign is no step, and the rounding is told above.
  const steps = evaluationSteps(formula.type === 'rounded' ? formula.of : formula).filter(({ expression }) => expression.type !== 'negative')
  return (
    <>
      <h3 className={styles.heading}>{words.steps}</h3>
      {/* Steps of one formula never move. */}
      {steps.slice(-MOST_STEPS).map((step, index) => (
        <Formula key={index} nameOf={look.leafName} legName={look.legName} number={number} sides={[{ type: 'values', of: shallow(step.expression) }, { type: 'number', text: number(step.value) }]} />
      ))}
      <h3 className={styles.heading}>{words.exact}</h3>
      <p className={styles.digits}>{look.format.exact(evaluate(formula.type === 'rounded' ? formula.of : formula).toFixed())}</p>
    </>
  )
}
