import { describe, expect, it } from 'vitest'
import { builtinRules } from '../engine/index.ts'
import { figureProblem, type Expected } from './testing/compareFigure.ts'
import { runOn } from './testing/runText.ts'
import { rulesOfVector, venueVectors } from './testing/venueVectors.ts'

/** Sets of our own, which no venue publishes examples for. */
const OWN = ['plain', 'standard', 'textbook']

describe('what venues publish', () => {
  it.each(venueVectors.map((vector) => [`${vector.venue}: ${vector.title}`, vector] as const))('%s', async (_, { book, expect: figures, source }) => {
    expect(source).toMatch(/read 20\d\d-\d\d-\d\d/)
    expect(Object.keys(figures).length).toBeGreaterThan(0)
    const { code, out, err } = await runOn(book, ['margin', '-'])
    expect([code, code === 0 ? '' : err]).toEqual([0, ''])
    const report: unknown = JSON.parse(out)
    expect(Object.entries(figures).flatMap(([path, figure]) => figureProblem(report, path, figure) ?? [])).toEqual([])
  })

  it.each([...builtinRules.keys()].filter((id) => !OWN.includes(id)))('%s reproduces at least three examples of its own', (id) => {
    expect(venueVectors.filter((vector) => rulesOfVector(vector) === id).length).toBeGreaterThanOrEqual(3)
  })
})

describe('the comparison itself', () => {
  const report = { pools: [{ liquidatable: false }], positions: [{ price: { price: '2.35', exact: '2.345' }, gone: { none: 'hedged' }, amount: '-2.345', tier: 2 }] }
  const problem = (path: string, expected: unknown): string | undefined => figureProblem(report, path, expected as Expected)

  it('accepts what a source prints', () => {
    expect(problem('positions[0].price.exact', '2.35')).toBeUndefined()
    expect(problem('positions[0].price', '2.345')).toBeUndefined()
    expect(problem('positions[0].amount', '-2.35')).toBeUndefined()
    expect(problem('positions[0].amount', { value: '-2.34', rounding: 'down' })).toBeUndefined()
    expect(problem('positions[0].price', { value: '2.4', rounding: 'up' })).toBeUndefined()
    expect(problem('positions[0].price', { value: '2.3', within: '0.045', why: 'the page rounds its steps' })).toBeUndefined()
    expect(problem('positions[0].gone', { none: 'hedged' })).toBeUndefined()
    expect(problem('positions[0].gone.exact', { none: 'hedged' })).toBeUndefined()
    expect(problem('pools[0].liquidatable', false)).toBeUndefined()
    expect(problem('positions[0].tier', '2')).toBeUndefined()
  })

  it('fails by design: one digit off, a wrong rounding, a missing figure, a tolerance without a reason', () => {
    expect(problem('positions[0].price.exact', '2.34')).toBe('positions[0].price.exact: 2.34 was expected, 2.345 was found (2.35)')
    expect(problem('positions[0].price.exact', '2.3451')).toBe('positions[0].price.exact: 2.3451 was expected, 2.345 was found (2.3450)')
    expect(problem('positions[0].price', { value: '2.35', rounding: 'down' })).toBe('positions[0].price: 2.35 was expected, 2.345 was found (2.34)')
    expect(problem('positions[0].price', { value: '2.345', rounding: 'sideways' })).toBe('positions[0].price: "sideways" is no rounding; down and up are')
    expect(problem('positions[0].price', { value: '2.3', within: '0.045', why: 'so' })).toBe('positions[0].price: within 0.045 needs a reason')
    expect(problem('positions[0].price', { value: '2.3', within: '0.044', why: 'the page rounds its steps' })).toBe('positions[0].price: 2.3 within 0.044 was expected, 2.345 was found')
    expect(problem('positions[1].price', '2.345')).toBe('positions[1].price: the report has no such figure')
    expect(problem('positions[0].gone.exact', '2.345')).toBe('positions[0].gone.exact: 2.345 was expected, {"none":"hedged"} was found')
    expect(problem('positions[0].gone', { none: 'fully-collateralized' })).toBe('positions[0].gone: none (fully-collateralized) was expected, {"none":"hedged"} was found')
    expect(problem('positions[0].price', { none: 'hedged' })).toBe('positions[0].price: none (hedged) was expected, {"price":"2.35","exact":"2.345"} was found')
    expect(problem('pools[0].liquidatable', true)).toBe('pools[0].liquidatable: true was expected, false was found')
  })
})
