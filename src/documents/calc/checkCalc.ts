import { calculators, type Calculator } from '../../engine/index.ts'
import { parseDocument } from '../parseDocument.ts'
import { refusedWith, type Parsed } from '../Problem.ts'
import { noCalculator } from './calcAnswer.ts'
import { CALC_FIELDS } from './calcFields.ts'
import { calcSchema } from './CalcDocument.ts'
import type { CalcSetup } from './CalcSetup.ts'
import { parseCalc } from './parseCalc.ts'
import { preparedCalc } from './preparedCalc.ts'

/** Knows every field, and computes nothing. */
const ANY: Calculator = {
  name: 'any',
  fields: Object.entries(CALC_FIELDS).map(([id, { unit }]) => ({ id, unit, role: 'input' })),
  forward: () => ({}),
  inverses: [],
}

/** Reads a Calc document for the calculator it names; where it names none, whatever all of them know is known. */
export function checkCalc(input: unknown): Parsed<CalcSetup> {
  const parsed = parseDocument(input, 'calc', calcSchema, preparedCalc)
  if (!parsed.ok) return parsed
  const { calculator: name } = parsed.value
  const calculator = name === undefined ? ANY : calculators.get(name)
  return calculator === undefined ? refusedWith([{ path: ['calculator'], message: noCalculator(name) }]) : parseCalc(calculator, input)
}
