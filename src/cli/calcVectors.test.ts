import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { figureProblem, type Expected } from './testing/compareFigure.ts'
import { ROOT, runOn } from './testing/runText.ts'

/** A worked example of a calculator that somebody published, and the Calc document that says the same. */
interface CalcVector {
  readonly calculator: string
  readonly title: string
  readonly source: string
  readonly inputs: Readonly<Record<string, unknown>>
  readonly expect: Readonly<Record<string, Expected>>
  /** The same the other way round: without some inputs and with what is wanted, what is found for them. */
  readonly backward?: readonly { readonly without: readonly string[]; readonly wanted: Readonly<Record<string, string>>; readonly expect: Readonly<Record<string, Expected>> }[]
}

const vectors = JSON.parse(readFileSync(join(ROOT, 'src/engine/calculators/vectors.json'), 'utf8')) as readonly CalcVector[]

async function problems(calculator: string, inputs: object, figures: CalcVector['expect']): Promise<readonly string[]> {
  const { code, out, err } = await runOn({ schema: 1, ...inputs }, ['calc', calculator, '-'])
  if (code !== 0) return [err]
  const report: unknown = JSON.parse(out)
  return Object.entries(figures).flatMap(([path, figure]) => figureProblem(report, path, figure) ?? [])
}

describe('published worked examples of calculators', () => {
  it('are at least sixty, a third of them also backwards', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(60)
    expect(vectors.filter(({ backward }) => backward !== undefined).length).toBeGreaterThan(vectors.length / 3)
    for (const { source } of vectors) expect(source).toMatch(/read 20\d\d-\d\d-\d\d$/)
  })

  it.each(vectors.map((vector) => [vector.title, vector] as const))('%s', async (_, { calculator, inputs, expect: figures, backward = [] }) => {
    expect(Object.keys(figures).length).toBeGreaterThan(0)
    expect(await problems(calculator, inputs, figures)).toEqual([])
    for (const { without, wanted, expect: found } of backward) {
      const kept = Object.fromEntries(Object.entries(inputs).filter(([key]) => !without.includes(key)))
      expect([wanted, await problems(calculator, { ...kept, ...wanted }, found)]).toEqual([wanted, []])
    }
  })
})
