import { describe, expect, it } from 'vitest'
import { createRun, explainFigure, type Setup } from '../../engine/index.ts'
import { parseScenario } from '../../documents/scenario/parseScenario.ts'
import { scenarioSetup } from '../../documents/scenario/scenarioSetup.ts'
import { tapeOf } from '../../documents/tape/tapeOf.ts'
import { paidFunding } from './paidFunding.ts'

const START = 1_767_571_200_000
const HOUR = 3_600_000

function setupOf(funding: boolean): Setup {
  const time = Float64Array.of(START + HOUR, START + 2.5 * HOUR)
  const { tape } = tapeOf({ start: START, series: [{ instrument: 'A', close: Float64Array.of(100, 100, 100, 100) }, { instrument: 'B', close: Float64Array.of(1, 1, 1, 1) }], ...(funding ? { funding: [{ instrument: 'A', time, rate: Float64Array.of(0.0001, -0.00025) }] } : {}) }, [])
  const scenario = parseScenario({ schema: 1, wallet: '100', rules: 'plain', tape: { type: 'inline', series: [{ instrument: 'A', close: [100] }] }, commands: [] })
  if (!scenario.ok || tape === undefined) throw new Error('not a scenario')
  return scenarioSetup(scenario.value, tape).setup
}

describe('paidFunding', () => {
  it('[F5] is what the tape has paid by then, of the instruments it pays on', () => {
    const setup = setupOf(true)
    const at = (hours: number) => paidFunding({ setup }, START + hours * HOUR)
    expect(at(0)).toEqual({ A: { rate: undefined, intervalMillis: 0 } })
    // after the first payment the usual eight hours, for the plain rules know none; after the second what lies between both
    expect(at(1)).toEqual({ A: { rate: '0.0001', intervalMillis: 8 * HOUR } })
    expect(at(3)).toEqual({ A: { rate: '-0.00025', intervalMillis: 1.5 * HOUR } })
    expect(paidFunding({ setup: setupOf(false) }, START)).toBeUndefined()
  })

  it('[F5] [X1] is the figure that explains itself', () => {
    const setup = setupOf(true)
    const run = (walls: 'as-set' | 'all-isolated' | 'all-cross') => {
      const made = createRun(setup, walls)
      made.advanceTo(3)
      return made
    }
    const scene = { setup, runs: { 'as-set': run('as-set'), 'all-isolated': run('all-isolated'), 'all-cross': run('all-cross') } }
    const figure = (tick: number, id: string, instrument = 'A') => explainFigure({ ...scene, tick }, { id: `market.${id}`, of: { instrument } })
    expect([0, 1, 2, 3].map((tick) => figure(tick, 'restingFundingRate')?.value?.toFixed() ?? figure(tick, 'restingFundingRate')?.none)).toEqual(['not-paid-yet', '0.0001', '0.0001', '-0.00025'])
    // 2.5 h and 1.5 h more
    expect(figure(3, 'nextFunding')?.value?.toNumber()).toBe(START + 4 * HOUR)
    expect(figure(3, 'restingFundingRate', 'B')?.none).toBe('no-funding')
  })
})
