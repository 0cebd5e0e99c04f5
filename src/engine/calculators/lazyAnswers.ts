import { required } from '../result/result.ts'
import type { Decimal } from '../units/decimal.ts'
import type { CalculatorAnswer, CalculatorValues } from './Calculator.ts'

/** One result: the inputs it needs, and what it is. */
export interface LazyResult {
  readonly needs: readonly string[]
  readonly of: (given: (field: string) => Decimal) => CalculatorAnswer
}

/**
 * The results by name, each computed when it is first read: a search for an input reads the one that is wanted, dozens of
 * times, and a liquidation price costs more than all the rest. Where an input is missing the answer says which.
 */
export function lazyAnswers(values: CalculatorValues, results: Readonly<Record<string, LazyResult>>): Readonly<Record<string, CalculatorAnswer>> {
  const given = (field: string): Decimal => required(values[field], `the field ${field}`)
  const known = new Map<string, CalculatorAnswer>()
  const answer = (id: string, { needs, of }: LazyResult): CalculatorAnswer => {
    const before = known.get(id)
    if (before !== undefined) return before
    const fields = needs.filter((field) => values[field] === undefined)
    const fresh: CalculatorAnswer = fields.length > 0 ? { type: 'none', reason: 'missing', fields } : of(given)
    known.set(id, fresh)
    return fresh
  }
  const lazy = {}
  for (const [id, result] of Object.entries(results)) Object.defineProperty(lazy, id, { enumerable: true, get: () => answer(id, result) })
  return lazy
}

export function valueAnswer(value: Decimal): CalculatorAnswer {
  return { type: 'value', value }
}

/** The figure itself does not exist. */
export function noneAnswer(why: string): CalculatorAnswer {
  return { type: 'none', reason: 'none', why }
}
