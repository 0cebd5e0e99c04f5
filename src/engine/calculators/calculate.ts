import type { Decimal } from '../units/decimal.ts'
import type { Calculator, CalculatorAnswer, CalculatorScene, CalculatorValues, Inverse } from './Calculator.ts'
import { invert } from './invert.ts'

/** What a calculation was given, took for granted, solved for, and gives. */
export interface Calculation {
  readonly given: CalculatorValues
  /** Inputs that were not given and have a value where nothing is said. */
  readonly assumed: CalculatorValues
  /** Inputs found from results that were given as wanted; a result that could not be used stands here too, with the reason. */
  readonly solved: Readonly<Record<string, CalculatorAnswer>>
  /** Every result at given, assumed and solved inputs. */
  readonly results: Readonly<Record<string, CalculatorAnswer>>
}

export interface CalculateOptions {
  /** An input to be found although it could be assumed; what is given of it is not used. */
  readonly solve?: string | undefined
}

/**
 * Runs a calculator forwards and, where results are given as wanted, backwards: each takes the place of one input that is
 * not given. [A1] The input that is asked for goes first, then those that are missing, then those that would be assumed.
 * What one result decides can be needed to find the next: size from notional, then leverage from the liquidation price.
 */
export function calculate(calculator: Calculator, given: CalculatorValues, scene: CalculatorScene, options: CalculateOptions = {}): Calculation {
  const { solve } = options
  const isInput = (id: string): boolean => calculator.fields.some((field) => field.id === id && field.role === 'input')
  const inputs = Object.fromEntries(Object.entries(given).filter(([id]) => isInput(id) && id !== solve))
  const wanted = Object.fromEntries(Object.entries(given).filter(([id]) => !isInput(id)))
  const asked = solve !== undefined && isInput(solve) ? solve : undefined
  const solution = solved({ calculator, scene, inputs, wanted, asked })
  const found = Object.fromEntries(Object.entries(solution).flatMap(([id, answer]) => (answer.type === 'value' && isInput(id) ? [[id, answer.value]] : [])))
  const without = Object.keys(solution).filter((id) => isInput(id) && found[id] === undefined)
  const known = filled(calculator, { ...inputs, ...found }, { scene, without })
  const assumed = Object.fromEntries(Object.entries(known).filter(([id, value]) => value !== undefined && inputs[id] === undefined && found[id] === undefined))
  return { given: { ...inputs, ...wanted }, assumed, solved: solution, results: calculator.forward(known, scene) }
}

/**
 * Every input that has a value: as given, or where nothing is said. `without`: what is asked for is never assumed. What is
 * assumed is worked out when it is first read, in whichever order; one that asks for itself is not there.
 */
export function filled(calculator: Calculator, values: CalculatorValues, about: { readonly scene: CalculatorScene; readonly without: readonly string[] }): CalculatorValues {
  const known: Record<string, Decimal> = { ...values }
  for (const { id, role, otherwise } of calculator.fields) {
    if (role !== 'input' || otherwise === undefined || known[id] !== undefined || about.without.includes(id)) continue
    let value: { readonly is: Decimal | undefined } | undefined
    Object.defineProperty(known, id, {
      enumerable: true,
      get() {
        if (value !== undefined) return value.is
        value = { is: undefined }
        value = { is: otherwise(known, about.scene) }
        return value.is
      },
    })
  }
  return known
}

interface Problem {
  readonly calculator: Calculator
  readonly scene: CalculatorScene
  readonly inputs: CalculatorValues
  /** Results that are wanted. */
  readonly wanted: CalculatorValues
  readonly asked: string | undefined
}

/** Finds inputs one after the other, each from one of the wanted results, as long as one can be found. */
function solved(problem: Problem): Readonly<Record<string, CalculatorAnswer>> {
  const { calculator, asked } = problem
  const answers: Record<string, CalculatorAnswer> = {}
  let inputs = problem.inputs
  let wanted = problem.wanted
  const blocked = new Map<string, CalculatorAnswer>()
  for (;;) {
    const step = nextStep({ ...problem, inputs, wanted }, answers, blocked)
    if (step === undefined) break
    answers[step.inverse.input] = step.answer
    wanted = Object.fromEntries(Object.entries(wanted).filter(([id]) => id !== step.inverse.from))
    if (step.answer.type === 'value') inputs = { ...inputs, [step.inverse.input]: step.answer.value }
  }
  const open = asked !== undefined && answers[asked] === undefined ? [asked] : missingInputs({ ...problem, inputs }, answers)
  for (const id of open) {
    if (answers[id] === undefined && (id === asked || Object.keys(wanted).length > 0)) answers[id] = blocked.get(id) ?? missingFor(calculator, id)
  }
  for (const id of Object.keys(wanted)) {
    if (open.length === 0) answers[id] = { type: 'none', reason: 'decided', fields: calculator.inverses.filter(({ from }) => from === id).map(({ input }) => input) }
  }
  return answers
}

/** The next input that follows from a wanted result with what is known by then. */
function nextStep(problem: Problem, answers: Readonly<Record<string, CalculatorAnswer>>, blocked: Map<string, CalculatorAnswer>): { readonly inverse: Inverse; readonly answer: CalculatorAnswer } | undefined {
  for (const inverse of candidates(problem, answers)) {
    const answer = tried(problem, inverse)
    if (answer.type !== 'none' || answer.reason !== 'missing') return { inverse, answer }
    blocked.set(inverse.input, answer)
  }
  return undefined
}

/** Inverses of what is wanted into inputs that are free, the ones that are needed most first. */
function candidates(problem: Problem, answers: Readonly<Record<string, CalculatorAnswer>>): readonly Inverse[] {
  const { calculator, scene, inputs, wanted, asked } = problem
  const missing = missingInputs(problem, answers)
  const free = calculator.inverses.filter(({ input, from }) => wanted[from] !== undefined && inputs[input] === undefined && answers[input] === undefined)
  const needed = free.filter(({ input }) => input === asked || missing.includes(input))
  if (missing.length > 0 || (asked !== undefined && answers[asked] === undefined)) {
    return [...needed.filter(({ input }) => input === asked), ...needed.filter(({ input }) => input !== asked)]
  }
  return free.filter(({ applies }) => applies?.(scene) ?? true)
}

/** Inputs that nobody gave and that have no value where nothing is said. */
function missingInputs({ calculator, scene, inputs, wanted }: Problem, answers: Readonly<Record<string, CalculatorAnswer>>): readonly string[] {
  const known = filled(calculator, inputs, { scene, without: [] })
  const reachable = new Set(calculator.inverses.filter(({ from, applies }) => wanted[from] !== undefined && (applies?.(scene) ?? true)).map(({ input }) => input))
  return calculator.fields.filter(({ id, role }) => role === 'input' && known[id] === undefined && answers[id] === undefined && reachable.has(id)).map(({ id }) => id)
}

function missingFor(calculator: Calculator, input: string): CalculatorAnswer {
  return { type: 'none', reason: 'missing', fields: calculator.inverses.filter((inverse) => inverse.input === input).map(({ from }) => from) }
}

function tried(problem: Problem, inverse: Inverse): CalculatorAnswer {
  const { calculator, scene, inputs, wanted, asked } = problem
  const target = wanted[inverse.from]
  if (target === undefined) return missingFor(calculator, inverse.input)
  const without = [inverse.input, ...(asked === undefined ? [] : [asked])]
  const closed = inverse.closed?.(filled(calculator, { ...inputs, ...wanted }, { scene, without }), scene)
  if (closed !== undefined) return { type: 'value', value: closed }
  // What is assumed may depend on the input that is tried, so it is assumed anew at each.
  const at = (x: Decimal): CalculatorAnswer => {
    const known = filled(calculator, { ...inputs, [inverse.input]: x }, { scene, without })
    return calculator.forward(known, scene)[inverse.from] ?? { type: 'none', reason: 'missing', fields: [inverse.from] }
  }
  return invert({ inverse, wanted: target, values: filled(calculator, inputs, { scene, without }), scene, at })
}
