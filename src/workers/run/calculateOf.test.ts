import { describe, expect, it } from 'vitest'
import type { Pace } from './advance.ts'
import { calculateOf } from './calculateOf.ts'
import { sessionAsk, SCENARIO_A } from '../testing/sessionAsk.ts'

async function reports(tick: number | undefined, ...documents: readonly object[]) {
  const session = sessionAsk()
  if (tick !== undefined) await session.ask({ type: 'open', source: SCENARIO_A, tape: undefined })
  const answer = await session.ask({ type: 'calculate', tick, documents })
  if (answer.type !== 'calculated') throw new Error(answer.type)
  return answer.reports
}

describe('the request calculate', () => {
  it('answers each document in order, with nothing open', async () => {
    const long = { schema: 1, calculator: 'pnl', side: 'long', size: '2', entryPrice: '36000', exitPrice: '40000', leverage: '10x' }
    const [first, second, third, fourth] = await reports(undefined, long, { ...long, calculator: 'target', exitPrice: undefined, roe: '50%' }, { ...long, exitprice: '1' }, { schema: 1 })
    // 2 x 4,000 on 72,000 / 10; 50 % at 10x is 5 % of 36,000
    expect(first).toMatchObject({ ok: true, report: { calculator: 'pnl', results: { pnl: '8000', initialMargin: '7200' } } })
    expect(second).toMatchObject({ ok: true, report: { solved: { exitPrice: '37800' } } })
    expect(third).toEqual({ ok: false, problems: ['exitprice: unknown key; did you mean "exitPrice"?'] })
    expect(fourth).toEqual({ ok: false, problems: ['calculator: missing; the name of a calculator was expected'] })
  })

  it('with a tick the rules are those of what is open, unless the document states its own', async () => {
    const trade = { schema: 1, calculator: 'pnl', instrument: 'BTC-PERP', size: '1', entryPrice: '100', exitPrice: '101' }
    const [own, other] = await reports(0, trade, { ...trade, rules: 'standard' })
    expect(own).toMatchObject({ ok: true, report: { rules: { id: 'plain' }, results: { fees: '0' } } })
    // taker 0.05 % of 100 and of 101
    expect(other).toMatchObject({ ok: true, report: { rules: { id: 'standard' }, results: { fees: '0.1005' } } })
  })

  it('a newer one takes its place', async () => {
    const session = sessionAsk()
    const document = { schema: 1, calculator: 'pnl', size: '1', entryPrice: '100', exitPrice: '101' }
    const older = session.ask({ type: 'calculate', tick: undefined, documents: Array.from({ length: 50 }, () => document) })
    const old = session.ask({ type: 'calculate', tick: undefined, documents: [document] })
    const newest = session.ask({ type: 'calculate', tick: undefined, documents: [document, document] })
    expect((await old).type).toBe('dropped')
    expect(await newest).toMatchObject({ type: 'calculated', reports: [{ ok: true }, { ok: true }] })
    expect(['dropped', 'calculated']).toContain((await older).type)
  })

  it('a comparison of many rows rests between them, and a newer request calls it off', async () => {
    const leverages = Array.from({ length: 40 }, (_, i) => String(i + 1))
    const compared = { schema: 1, calculator: 'compare', rules: 'standard', side: 'long', size: '1', entryPrice: '60000', leverages }
    let clock = 0
    let rests = 0
    // each look at the clock is a stretch later
    const pace = (last: number): Pace => ({ now: () => (clock += 10), rest: () => Promise.resolve(void (rests += 1)), isCancelled: () => rests >= last, progress: () => undefined })
    const [all] = (await calculateOf(undefined, { tick: undefined, documents: [compared] }, pace(Infinity))) ?? []
    expect(all).toMatchObject({ ok: true, report: { rows: leverages.map((leverage) => ({ variant: { leverage } })) } })
    expect(rests).toBeGreaterThanOrEqual(40)
    rests = 0
    expect(await calculateOf(undefined, { tick: undefined, documents: [compared] }, pace(3))).toBeUndefined()
    expect(rests).toBe(3)
  })

  it('what settles in another currency than the account that is open is refused', async () => {
    const [refused] = await reports(0, { schema: 1, calculator: 'pnl', instrument: { symbol: 'BTCUSD', type: 'inverse' }, size: '1', entryPrice: '100', exitPrice: '101' })
    expect(refused).toEqual({ ok: false, problems: ['instrument: BTCUSD is settled in BTC, the account that is open in USDT'] })
  })
})
