import { describe, expect, it } from 'vitest'
import { frameAt, SCENARIO_A, sessionAsk, type AskedSession } from '../testing/sessionAsk.ts'
import type { ChartData } from './ChartData.ts'
import type { Frame } from './Frame.ts'
import type { RunQuestion } from './runClient.ts'

async function opened(source: string = SCENARIO_A, clock?: () => number): Promise<AskedSession> {
  const session = sessionAsk(clock)
  const answer = await session.ask({ type: 'open', source, tape: undefined })
  if (answer.type !== 'opened') throw new Error(JSON.stringify(answer))
  return session
}

async function frame(session: AskedSession, question: RunQuestion): Promise<Frame> {
  const answer = await session.ask(question)
  if (answer.type !== 'frame') throw new Error(answer.type)
  return answer.frame
}

async function chartAt(tick: number): Promise<ChartData> {
  const { chart } = await frame(await opened(), frameAt(tick))
  if (chart === undefined) throw new Error('no chart')
  return chart
}

const LONG_TAPE = JSON.stringify({
  schema: 1,
  tape: { type: 'gbm', seed: 3, bars: 4000, instruments: [{ symbol: 'BTC-PERP', price: 60000, volatility: 0.6 }] },
  rules: 'standard',
  wallet: '10000',
  commands: [{ type: 'place-order', instrument: 'BTC-PERP', pool: 'cross', side: 'buy', notional: '5000', leverage: '2' }],
})

/** A clock on which every look takes a millisecond: work is cut into stretches of eight looks. */
function hastyClock(): () => number {
  let time = 0
  return () => (time += 1)
}

describe('frames', () => {
  it('have the exact figures of the three accounts', async () => {
    const session = await opened()
    // Bar 48: BTC 60,960, ETH 2,940, SOL 150 − 48·45/84 = 124.2857, on the tape 124.29.
    // BTC 1/3·960 = 320; ETH 10/3·60 = 200; SOL 800/3·(124.29 − 150) = −6,856. SOL's own wall of 2,000 broke in bar 12.
    const { twins, marks } = await frame(session, frameAt(48))
    expect(marks).toEqual({ 'BTC-PERP': '60960', 'ETH-PERP': '2940', 'SOL-PERP': '124.29' })
    expect([twins['as-set'].equity, twins['all-isolated'].equity, twins['all-cross'].equity]).toEqual(['8520', '8520', '3664'])
    // Pools of all isolated: 2,000 + 320 and 1,000 + 200 can still be lost; as set all of the shared 8,520 can.
    expect([twins['as-set'].canStillLose, twins['all-isolated'].canStillLose]).toEqual(['8520', '3520'])
    // Wallet 8,000 + 520 − IM (20,320/10 + 9,800/10).
    expect(twins['as-set'].available).toBe('5508')
    expect(twins['all-isolated'].walls.map((pool) => pool.legs.map((leg) => `${leg.base}${leg.isFlooded ? '×' : ''}`).join(' '))).toEqual(['BTC', 'ETH', 'SOL×'])
    expect(twins['as-set'].walls.map((pool) => pool.legs.map((leg) => leg.base).join(' '))).toEqual(['BTC ETH', 'SOL'])
  })

  it('send only events that are not known yet, and count those that are not past the cursor', async () => {
    const session = await opened()
    const first = await frame(session, frameAt(100))
    const counts = { 'as-set': first.events['as-set'].added.length, 'all-isolated': first.events['all-isolated'].added.length, 'all-cross': first.events['all-cross'].added.length }
    // All cross: a deposit, three fills; breach, three closed, the rest forfeited.
    expect(counts['all-cross']).toBe(9)
    const again = await frame(session, frameAt(100, { known: { revision: first.revision, counts } }))
    expect(again.events['all-cross']).toEqual({ keep: 9, added: [], visible: 9 })
    const back = await frame(session, frameAt(50, { known: { revision: first.revision, counts } }))
    expect(back.events['all-cross']).toEqual({ keep: 9, added: [], visible: 4 })
    const stranger = await frame(session, frameAt(50, { known: { revision: first.revision - 1, counts } }))
    expect([stranger.events['all-cross'].keep, stranger.events['all-cross'].added.length]).toEqual([0, 4])
  })

  it('stop at the first liquidation in any account, and only after the tick said', async () => {
    const session = await opened()
    const stopped = await frame(session, frameAt(120, { stopAfter: 0, isStill: false }))
    expect([stopped.tick, stopped.stoppedAt?.twin, stopped.chart?.tick, stopped.detail?.tick]).toEqual([12, 'as-set', 12, 12])
    const further = await frame(session, frameAt(120, { stopAfter: 12 }))
    expect([further.tick, further.stoppedAt?.twin]).toEqual([73, 'all-cross'])
    expect((await frame(session, frameAt(120, { stopAfter: 73 }))).stoppedAt).toBeUndefined()
  })

  it('carry charts up to the cursor', async () => {
    const chart = await chartAt(80)
    expect([chart.ticks.length, chart.ticks[80], chart.equity['all-cross'][80]]).toEqual([81, 80, 0])
    expect(chart.equity['all-isolated'][80]).toBeCloseTo(10000 - 2000 + 1600 / 3 + 1000 / 3, 9)
    expect([chart.prices.hasCandles, chart.prices.close[80]]).toEqual([false, 107.14])
  })

  // Isolated SOL dies where 2,000 + 800/3·(P − 150) = 0.01·800/3·P: P = 142.5/0.99 = 143.9394, between 144.11 (bar 11) and
  // 143.57 (bar 12): 11 + (144.11 − 143.9394)/0.54 = 11.3159.
  it('close a lane at the exact place', async () => {
    const { lanes } = await chartAt(80)
    const lane = lanes.find((each) => each.twin === 'all-isolated' && each.base === 'SOL')
    expect(lane?.liquidations).toEqual([{ tick: 12, at: expect.closeTo(11 + (144.11 - 142.5 / 0.99) / 0.54, 6), role: 'culprit', seq: expect.any(Number) }])
    expect(lane?.cells.at(-1)?.to).toBe(lane?.liquidations[0]?.at)
    expect(lane?.cells.map((cell) => cell.bucket)).toEqual([1, 2, 3, 4])
  })

  it('draw the price lines of a leg as long as it lives, on the tick', async () => {
    const { lines } = await chartAt(80)
    const line = lines.find((each) => each.twin === 'all-isolated')
    expect([line?.entry[5], line?.liquidation[5], line?.bankruptcy[5], line?.liquidation[12]]).toEqual([150, 143.94, 142.5, Number.NaN])
    // Cross at bar 0: (40,000 − 10,000 + 0.005·30,000)/(800/3·0.99) = 114.2045, rounded up.
    expect(lines.find((each) => each.twin === 'all-cross')?.liquidation[0]).toBe(114.21)
  })

  it('leave out chart and detail while playing when the last ones are recent', async () => {
    let time = 0
    const session = await opened(SCENARIO_A, () => time)
    const moving = (tick: number): RunQuestion => frameAt(tick, { isStill: false })
    expect((await frame(session, moving(1))).chart?.tick).toBe(1)
    time = 50
    expect((await frame(session, moving(2))).chart).toBeUndefined()
    time = 95
    const due = await frame(session, moving(3))
    expect([due.chart?.tick, due.detail]).toEqual([3, undefined])
    // Charts and tables in turns: the table's was at 50, so the next one is at 140.
    time = 150
    const next = await frame(session, moving(4))
    expect([next.chart, next.detail?.tick]).toEqual([undefined, 4])
  })
})

describe('long work', () => {
  it('tells how far it is, and is dropped for a newer frame', async () => {
    const session = await opened(LONG_TAPE, hastyClock())
    const first = session.ask(frameAt(4000, { instrument: 'BTC-PERP' }))
    await new Promise((resolve) => setTimeout(resolve, 5))
    const second = session.ask(frameAt(10, { instrument: 'BTC-PERP' }))
    expect((await first).type).toBe('dropped')
    const answer = await second
    expect(answer.type === 'frame' ? answer.frame.tick : answer.type).toBe(10)
    const progress = session.replies.filter((reply) => reply.type === 'progress')
    expect(progress.length).toBeGreaterThan(0)
    expect(progress.every((reply) => reply.done <= reply.total)).toBe(true)
  })

  it('is cancelled by its id, and what was computed is not lost', async () => {
    const session = await opened(LONG_TAPE, hastyClock())
    const id = session.nextId
    const seek = session.ask(frameAt(4000, { instrument: 'BTC-PERP' }))
    await new Promise((resolve) => setTimeout(resolve, 5))
    session.send({ id: 0, type: 'cancel', target: id })
    expect((await seek).type).toBe('dropped')
    const answer = await session.ask(frameAt(4000, { instrument: 'BTC-PERP' }))
    expect(answer.type === 'frame' ? answer.frame.chart?.ticks.length : 0).toBeLessThanOrEqual(300)
  })

  it('drops waiting previews for newer ones and for new commands', async () => {
    const session = await opened()
    const ask = (): ReturnType<AskedSession['ask']> => session.ask({ type: 'preview-edit', tick: 1, command: { type: 'reverse-position', leg: 'BTC-PERP@cross' } })
    const [first, second] = [ask(), ask()]
    const commands = session.ask({ type: 'set-commands', commands: [] })
    expect([(await first).type, (await second).type, (await commands).type]).toEqual(['dropped', 'dropped', 'commands-set'])
  })
})

describe('commands', () => {
  it('are replaced, from the first that differs; a new revision names the events', async () => {
    const session = await opened()
    const before = await frame(session, frameAt(30))
    const set = await session.ask({ type: 'set-commands', commands: [{ id: 'a', tick: 20, type: 'place-order', instrument: 'SOL-PERP', pool: 'isolated', side: 'sell', notional: '1000', leverage: '5' }] })
    expect(set.type).toBe('commands-set')
    const after = await frame(session, frameAt(30, { known: { revision: before.revision, counts: { 'as-set': 9, 'all-isolated': 9, 'all-cross': 9 } } }))
    expect([after.revision === before.revision, after.events['as-set'].keep, after.twins['as-set'].openPositions]).toEqual([false, 0, 1])
    expect(after.chart?.equity['as-set'][19]).toBe(10000)
  })

  it('are refused whole when one of them cannot be read', async () => {
    const session = await opened()
    const answer = await session.ask({ type: 'set-commands', commands: [{ id: 'a', tick: 2, type: 'deposit', amount: 'much' }] })
    expect(answer).toMatchObject({ type: 'refused', problems: [expect.stringContaining('amount')] })
    expect((await frame(session, frameAt(0))).twins['as-set'].openPositions).toBe(3)
  })
})

describe('what cannot be opened', () => {
  it.each([
    ['not JSON', '{', /./],
    ['an unknown tape', SCENARIO_A.replace('one-bad-altcoin', 'two-bad-altcoins'), /no scripted tape is called "two-bad-altcoins"/],
    ['a file that is not there', JSON.stringify({ schema: 1, wallet: '1', tape: { type: 'file', files: [{ name: 'a.csv', instrument: 'A', checksum: '00' }] } }), /a\.csv are not kept in this browser/],
    ['a newer document', SCENARIO_A.replace('"schema":1', '"schema":2'), /newer/],
  ])('%s is refused with a reason, and what was open stays open', async (_, source, reason) => {
    const session = await opened()
    const answer = await session.ask({ type: 'open', source, tape: undefined })
    expect(answer.type === 'refused' ? answer.problems.join('\n') : answer.type).toMatch(reason)
    expect((await session.ask(frameAt(5))).type).toBe('frame')
  })
})
