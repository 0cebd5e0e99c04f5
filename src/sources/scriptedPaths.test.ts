import { describe, expect, it } from 'vitest'
import { builtinRules } from '../engine/index.ts'
import { madePoints } from '../documents/link/madePoints.ts'
import { parseScenario } from '../documents/scenario/parseScenario.ts'
import type { TapeSource } from '../documents/scenario/TapeSource.ts'
import { problemLines } from '../documents/Problem.ts'
import { CRISES } from '../tapes/crises/crises.ts'
import { tapeHash } from '../tapes/tapeHash.ts'
import { tapeOfSource } from './tapeOfSource.ts'
import type { TapeSupply } from './TapeSupply.ts'

const none: TapeSupply = { textOf: () => Promise.reject(new Error('nothing is fetched')), fileOf: () => Promise.reject(new Error('no file is read')) }
const made = (source: TapeSource) => tapeOfSource(source, none)
const script = (change: object): unknown => ({ schema: 1, wallet: '1', commands: [], tape: { type: 'script', instruments: [{ symbol: 'A', price: 100 }], parts: [{ type: 'gap', by: -0.2 }], ...change } })

function problemsOf(document: unknown): readonly string[] {
  const parsed = parseScenario(document)
  return parsed.ok ? [] : problemLines(parsed.error)
}

describe('scripted paths', () => {
  it('[S20] a document of a script is played, with its defaults', async () => {
    const parsed = parseScenario(script({}))
    if (!parsed.ok) throw new Error('not a scenario')
    const tape = await made(parsed.value.tape)
    expect(tape.ok && [...(tape.value.series[0]?.close ?? [])]).toEqual([100, 80])
  })

  it('[S20] what a document gets wrong is said with its place', async () => {
    expect(problemsOf(script({ parts: [] })).join()).toContain('tape.parts: at least one was expected')
    expect(problemsOf(script({ parts: [{ type: 'wick', bars: 1, by: -0.1, back: 1 }] }))).toEqual(['tape.parts[0].bars: at least 2 bars were expected'])
    expect(problemsOf(script({ parts: [{ type: 'move', bars: 3, by: '10%' }] })).join()).toContain('a share of the price')
    expect(problemsOf(script({ parts: [{ type: 'slide', bars: 3 }] })).join()).toContain('tape.parts[0].type')
    const late = await made({ type: 'script', instruments: [{ symbol: 'A', price: 100 }], parts: [{ type: 'calm', bars: 1 }, { type: 'gap', by: { B: 1 } }] })
    expect(late).toEqual({ ok: false, error: ['tape.parts[1].by.B: the script has A'] })
  })

  it('[S22] every crisis plays, suggests rules there are, and another name is told from them', async () => {
    for (const { id, rules, start } of CRISES) {
      const tape = await made({ type: 'crisis', id })
      expect(tape.ok && [tape.value.time[0], builtinRules.has(rules)]).toEqual([start, true])
    }
    const unknown = await made({ type: 'crisis', id: 'tulips-1637' })
    expect(unknown.ok ? '' : unknown.error.join()).toBe(`tape.id: no crisis tape is called "tulips-1637"; there are ${CRISES.map(({ id }) => id).join(', ')}`)
  })

  it('[S22] a seed gives other noise, the crisis without one its own', async () => {
    const hash = async (seed?: number): Promise<string> => {
      const tape = await made({ type: 'crisis', id: 'march-2020', ...(seed === undefined ? {} : { seed }) })
      return tape.ok ? tapeHash(tape.value) : ''
    }
    expect(await hash(20200312)).toBe(await hash())
    expect(await hash(7)).not.toBe(await hash())
  })

  it('[D2] a script that is long is counted before it is made', () => {
    const parts = Array.from({ length: 200 }, () => ({ type: 'calm', bars: 200_000 }))
    expect(madePoints({ type: 'script', instruments: [{}, {}], parts })).toBe(80_000_000)
    expect(madePoints({ type: 'amplified', factor: 2, of: { type: 'script', instruments: [{}], parts: [{ type: 'corners', corners: [{ bar: 5, by: 0 }, { bar: 90, by: 0 }] }, { type: 'gap', by: 0 }] } })).toBe(182) // 90 bars and one, and each again
  })
})
