import { describe, expect, it } from 'vitest'
import { pricesIn, writtenTape } from '../link/writtenTape.ts'
import { problemLines } from '../Problem.ts'
import { parseScenario } from '../scenario/parseScenario.ts'
import { scenarioSetup } from '../scenario/scenarioSetup.ts'
import { parseTape, serializeTape } from './parseTape.ts'

const START = 1_767_571_200_000
const document = {
  schema: 1,
  start: START,
  barMillis: 3_600_000,
  series: [{ instrument: 'A', close: [100, 101, 102] }],
  funding: [{ instrument: 'A', time: ['2026-01-05T00:30:00Z', START + 5_400_000], rate: [0.0001, '-0.00025'] }],
}

function read(change: object = {}) {
  const parsed = parseTape({ ...document, ...change })
  if (!parsed.ok) throw new Error(problemLines(parsed.error).join('\n'))
  return parsed.value
}

const problemsOf = (change: object): readonly string[] => {
  const parsed = parseTape({ ...document, ...change })
  return parsed.ok ? [] : problemLines(parsed.error)
}

describe('funding in a tape document', () => {
  it('[F5] is read with moments of its own, and written as it was read', () => {
    const tape = read()
    expect(tape.funding).toEqual([{ instrument: 'A', time: Float64Array.of(START + 1_800_000, START + 5_400_000), rate: Float64Array.of(0.0001, -0.00025) }])
    expect(parseTape(serializeTape(tape))).toMatchObject({ ok: true, value: tape })
    expect('funding' in read({ funding: [] })).toBe(false)
  })

  it('[F5] what cannot be paid is refused, with its place', () => {
    expect(problemsOf({ funding: [{ instrument: 'B', time: [START], rate: [0.1] }] })).toEqual(['funding[0].instrument: there are no prices of B; the tape has A'])
    expect(problemsOf({ funding: [...document.funding, ...document.funding] })).toEqual(['funding[1].instrument: the funding of A is there twice'])
    expect(problemsOf({ funding: [{ instrument: 'A', time: [START], rate: [0.1, 0.2] }] })).toEqual(['funding[0].rate: 1 rates were expected, as many as moments; 2 were given'])
    expect(problemsOf({ funding: [{ instrument: 'A', time: [START, START], rate: [0.1, 0.2] }] }).join()).toContain('times ascend')
    expect(problemsOf({ funding: [{ instrument: 'A', time: [START], rate: ['0.01%'] }] }).join()).toContain('a rate was expected')
    expect(problemsOf({ funding: [{ instrument: 'A', time: [START], rate: [101] }] }).join()).toContain('a rate from -100 to 100 was expected')
  })

  it('[F5] [D1] goes into a link with its prices, and is counted', () => {
    const tape = read()
    expect(pricesIn(tape)).toBe(3 + 4)
    expect(writtenTape(tape)).toMatchObject({ type: 'inline', funding: [{ instrument: 'A', rate: [0.0001, -0.00025] }] })
  })

  it('[F5] a scenario on a tape with funding of something else is not played', () => {
    const scenario = parseScenario({ schema: 1, wallet: '100', tape: { type: 'inline', series: [{ instrument: 'A', close: [100] }] }, commands: [] })
    if (!scenario.ok) throw new Error('not a scenario')
    const tape = { ...read(), funding: [{ instrument: 'C', time: Float64Array.of(START), rate: Float64Array.of(1) }] }
    expect(problemLines(scenarioSetup(scenario.value, tape).problems)).toEqual(['tape: the tape has the funding of C but no prices of it; it has prices of A. Give the funding one of these names, add prices of C, or leave it out'])
    expect(scenarioSetup(scenario.value, read()).problems).toEqual([])
  })
})
