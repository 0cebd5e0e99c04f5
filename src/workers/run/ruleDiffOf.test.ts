import { describe, expect, it } from 'vitest'
import { SCENARIO_A, sessionAsk } from '../testing/sessionAsk.ts'
import type { RunQuestion } from './runClient.ts'
import type { RuleDiffRequest } from './RuleDiffReport.ts'
import type { ScenarioFile } from './ScenarioFile.ts'

const source = JSON.parse(SCENARIO_A) as ScenarioFile

function question(fields: Partial<RuleDiffRequest> = {}): RunQuestion {
  return { type: 'rule-diff', source, tape: undefined, a: undefined, b: 'standard', walls: 'as-set', lowersLeverage: false, ...fields }
}

describe('rule diff in the worker', () => {
  it('answers with plain data and both curves, nothing being open', async () => {
    const session = sessionAsk()
    const answer = await session.ask(question())
    if (answer.type !== 'rule-diff') throw new Error(answer.type)
    const { report } = answer
    // 142.5 / 0.99 and 142.5 / 0.995 less a funding: src/cli/diff.test.ts
    expect([report.a.deaths[0]?.price, report.b.deaths[0]?.price, report.headline.main?.path]).toEqual(['143.94', '143.23', 'tiers.SOL-PERP'])
    expect([report.equity.a.length, report.equity.b.length, report.times.length]).toEqual([report.ticks.length, report.ticks.length, report.ticks.length])
    // The curves end where the accounts do.
    expect(report.equity.a.at(-1)).toBe(Number(report.a.equity))
    expect(report.equity.b.at(-1)).toBeCloseTo(Number(report.b.equity), 6)
    expect(report.ticks).toContain(report.b.deaths[0]?.tick)
    expect(report.effects.find(({ path }) => path === 'tiers.SOL-PERP')).toMatchObject({ from: [{ maintenanceRate: '0.01' }], effect: 'matters' })
  })

  it('tells how far it is, and stops when called off or asked anew', async () => {
    // Every look at the clock is later than a stretch and a report of progress.
    let now = 0
    const session = sessionAsk(() => (now += 100))
    const id = session.nextId
    const first = session.ask(question())
    const second = session.ask(question({ b: 'textbook' }))
    expect((await first).type).toBe('dropped')
    session.send({ id: 900, type: 'cancel', target: id + 1 })
    expect((await second).type).toBe('dropped')
    expect((await session.ask(question())).type).toBe('rule-diff')
    const told = session.replies.flatMap((reply) => (reply.type === 'progress' ? [reply.done / reply.total] : []))
    expect(told.length).toBeGreaterThan(3)
    expect(told.every((share) => share >= 0 && share <= 1)).toBe(true)
  })

  it('can be made ready before, with nothing open', async () => {
    expect((await sessionAsk().ask({ type: 'prepare' })).type).toBe('prepared')
  })

  it('refuses rules for the other kind of contract, sets nobody knows, and broken ones, line by line', async () => {
    const session = sessionAsk()
    const said = async (b: RuleDiffRequest['b']): Promise<unknown> => {
      const answer = await session.ask(question({ b }))
      return answer.type === 'refused' ? answer.problems : answer.type
    }
    expect(await said('bybit-inverse')).toEqual([expect.stringContaining('is for inverse contracts, the scenario for linear ones')])
    expect(await said('nobody')).toEqual(['rules: no built-in set is called "nobody"'])
    expect(await said({ extends: 'plain', fees: { taker: 'much' } })).toEqual([expect.stringMatching(/^fees\.taker: /)])
    expect(await said({ extends: 'plain', liquidation: { trigger: 'last' } })).toBe('rule-diff')
  })
})
