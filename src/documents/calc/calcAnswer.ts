import { calculate, calculators } from '../../engine/index.ts'
import { accepted, quoted, refusedWith, type Parsed } from '../Problem.ts'
import { nearest } from '../validators/knownObject.ts'
import { calcFormulas } from './calcFormulas.ts'
import { calcReport, type CalcReport, type CalcRow } from './calcReport.ts'
import { calcRows } from './calcRows.ts'
import { parseCalc, type CalcBeside } from './parseCalc.ts'

interface CalcOptions {
  readonly isExplained?: boolean
}

/** Reads a Calc document, runs its calculator and reports; everything that is wrong with it otherwise. */
export function calcAnswer(name: string, input: unknown, beside?: CalcBeside, options: CalcOptions = {}): Parsed<CalcReport> {
  const steps = calcSteps(name, input, beside, options)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** The same in steps: it yields after each row of a comparison, where the work may be laid down, and returns the answer. */
export function* calcSteps(name: string, input: unknown, beside?: CalcBeside, { isExplained = false }: CalcOptions = {}): Generator<undefined, Parsed<CalcReport>> {
  const calculator = calculators.get(name)
  if (calculator === undefined) return refusedWith([{ path: ['calculator'], message: noCalculator(name) }])
  const parsed = parseCalc(calculator, input, beside)
  if (!parsed.ok) return parsed
  const { scene, values, solve } = parsed.value
  const calculation = calculate(calculator, values, scene, { solve })
  const report = calcReport(calculator, parsed.value, calculation)
  const rows: CalcRow[] = []
  for (const row of calcRows(calculator, parsed.value)) {
    rows.push(row)
    yield
  }
  const formulas = isExplained ? { formulas: calcFormulas(calculation.results) } : {}
  return accepted({ ...report, ...(rows.length === 0 ? {} : { rows }), ...formulas }, parsed.warnings)
}

export function noCalculator(name: unknown): string {
  const names = [...calculators.keys()]
  const near = typeof name === 'string' ? nearest(name, names) : undefined
  return `there is no calculator ${quoted(name)};${near === undefined ? '' : ` did you mean "${near}"?`} there are ${names.join(', ')}`
}
