import { calculators, type Calculator } from '../engine/index.ts'
import { CALC_FIELDS } from '../documents/calc/calcFields.ts'

/** Every calculator, or one: what it takes, what it gives, and what is found from what. */
export function calcList(name?: string) {
  return [...calculators.values()].filter((each) => name === undefined || each.name === name).map(listed)
}

function listed({ name, fields, inverses }: Calculator) {
  const rows = (role: 'input' | 'result') => fields.filter((field) => field.role === role).map((field) => ({
    field: field.id,
    unit: field.unit,
    ...(role === 'input' ? { needed: field.otherwise === undefined } : {}),
    ...(isSaid(field.id) ? { is: CALC_FIELDS[field.id].says } : {}),
  }))
  const inputs = [...new Set(inverses.map(({ input }) => input))]
  return {
    calculator: name,
    inputs: rows('input'),
    results: rows('result'),
    solves: Object.fromEntries(inputs.map((input) => [input, inverses.filter((each) => each.input === input).map(({ from }) => from)])),
  }
}

function isSaid(id: string): id is keyof typeof CALC_FIELDS {
  return Object.hasOwn(CALC_FIELDS, id)
}
