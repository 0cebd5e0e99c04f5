import { describe, expect, it } from 'vitest'
import { calculators } from '../../../engine/index.ts'
import { CARDS, MORE, type CardSpec } from './CardSpec.ts'

const specs: readonly CardSpec[] = Object.values(CARDS)

describe('cards', () => {
  it.each(specs.filter(({ rows }) => rows === undefined).map((spec) => [spec.id, spec] as const))('%s has the fields of its calculator, and only locks that open', (_, spec) => {
    const calculator = calculators.get(spec.calculator)
    expect(calculator?.name).toBe(spec.calculator)
    const inputs = calculator?.fields.filter(({ role }) => role === 'input').map(({ id }) => id)
    const results = calculator?.fields.filter(({ role }) => role === 'result').map(({ id }) => id)
    expect(inputs).toEqual(expect.arrayContaining([...spec.inputs]))
    expect(results).toEqual(expect.arrayContaining([...spec.results]))
    const inverses = calculator?.inverses.map(({ input, from }) => `${input} from ${from}`)
    for (const [input, from] of Object.entries(spec.swaps)) {
      expect(inverses).toEqual(expect.arrayContaining(from.map((result) => `${input} from ${result}`)))
      expect([...spec.results]).toEqual(expect.arrayContaining([...from]))
    }
  })
  it('every calculator of the engine can be reached', () => {
    expect([...new Set(specs.map(({ calculator }) => calculator))].toSorted()).toEqual(expect.arrayContaining([...calculators.keys()]))
  })
  it('are all on the page or under More', () => {
    expect([...MORE, 'wall', 'book', 'margin', 'stop', 'leverages'].toSorted()).toEqual(Object.keys(CARDS).toSorted())
  })
})
