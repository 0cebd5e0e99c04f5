import { describe, expect, it } from 'vitest'
import { frameAt, SCENARIO_A, sessionAsk, type AskedSession } from '../testing/sessionAsk.ts'
import type { Outlook, OutlookRequest } from './Outlook.ts'

async function opened(): Promise<AskedSession> {
  const session = sessionAsk()
  const answer = await session.ask({ type: 'open', source: SCENARIO_A, tape: undefined })
  if (answer.type !== 'opened') throw new Error(JSON.stringify(answer))
  return session
}

async function outlook(session: AskedSession, request: OutlookRequest): Promise<Outlook> {
  const answer = await session.ask({ type: 'outlook', ...request })
  if (answer.type !== 'outlook') throw new Error(JSON.stringify(answer))
  return answer.outlook
}

/** SOL from 144.64 at bar 11 to an end at bar 20. */
function sol(end: number): OutlookRequest {
  return { tick: 10, until: 20, lines: [{ symbol: 'SOL-PERP', decimals: 2, points: [[11, 144.64], [20, end]] }] }
}

describe('what would happen on drawn prices', () => {
  it('[S33] the liquidation moves with the point that is dragged', async () => {
    const session = await opened()
    // Isolated SOL dies at 143.9394 (runSession.test.ts). To 140.14 it falls 0.50 a bar: 144.14 at bar 12, 143.64 at bar 13;
    // 12 + (144.14 − 143.9394)/0.5 = 12.401. To 142.39 it falls 0.25: 143.89 at bar 14, 13 + (144.14 − 143.9394)/0.25 = 13.802.
    for (const [end, tick, place] of [[140.14, 13, 12.401], [142.39, 14, 13.802]] as const) {
      const { twins, legs } = await outlook(session, sol(end))
      expect(legs.map(({ leg, isLong }) => [leg, isLong])).toEqual([['BTC-PERP@cross', true], ['ETH-PERP@cross', false], ['SOL-PERP@isolated', true]])
      expect(twins['all-isolated'].liquidations).toEqual([{ leg: 'SOL-PERP@isolated', instrument: 'SOL-PERP', tick, place: expect.closeTo(place, 2), price: '143.94', isPart: false }])
      expect(twins['as-set'].liquidations.map((each) => each.tick)).toEqual([tick])
      expect([twins['all-cross'].liquidations, twins['all-cross'].open]).toEqual([[], ['BTC-PERP@cross', 'ETH-PERP@cross', 'SOL-PERP@isolated']])
    }
    // Above it nobody is lost: 10,000 + BTC 20,000/60,000·20·20 + ETH 10,000/3,000·20·1.25 + SOL 800/3·(144 − 150) = 8,616.67.
    const safe = await outlook(session, sol(144))
    expect([safe.twins['as-set'].liquidations, safe.until]).toEqual([[], 20])
    expect(Number(safe.twins['as-set'].equity)).toBeCloseTo(8_616.67, 2)
  })

  it('changes nothing that is open', async () => {
    const session = await opened()
    const before = await session.ask({ type: 'fingerprint', tick: 120 })
    await outlook(session, sol(100))
    expect(await session.ask({ type: 'fingerprint', tick: 120 })).toMatchObject({ fingerprint: before.type === 'fingerprint' ? before.fingerprint : 'none' })
    expect((await session.ask(frameAt(120))).type).toBe('frame')
  })

  it('refuses to draw over what was played, or a market that is not there', async () => {
    const session = await opened()
    const line = (symbol: string, tick: number) => [{ symbol, points: [[tick, 100]] as const }]
    expect(await session.ask({ type: 'outlook', tick: 10, until: 20, lines: line('SOL-PERP', 10) })).toMatchObject({ type: 'refused', problems: ['SOL-PERP is drawn at bar 10, which has been played up to 10'] })
    expect(await session.ask({ type: 'outlook', tick: 10, until: 20, lines: line('DOGE-PERP', 11) })).toMatchObject({ type: 'refused', problems: [expect.stringContaining('have no DOGE-PERP')] })
  })

  it('a newer question takes the place of an older one', async () => {
    const session = await opened()
    const answers = await Promise.all([session.ask({ type: 'outlook', ...sol(100) }), session.ask({ type: 'outlook', ...sol(120) }), session.ask({ type: 'outlook', ...sol(144) })])
    expect(answers.map(({ type }) => type)).toEqual(['dropped', 'dropped', 'outlook'])
  })
})
