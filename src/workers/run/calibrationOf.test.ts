import { describe, expect, it } from 'vitest'
import { sessionAsk } from '../testing/sessionAsk.ts'

const source = { type: 'model', seed: 2, bars: 3000, instruments: ['A', 'B'].map((symbol) => ({ symbol, price: 100, decimals: 6, process: { type: 'garch', volatility: 0.6, alpha: 0.1, beta: 0.85 } as const })), correlation: 0.5 } as const
const scenario = JSON.stringify({ schema: 1, tape: source, wallet: '1000' })

/** A clock on which every look takes three milliseconds: work is cut into short stretches. */
function hastyClock(): () => number {
  let time = 0
  return () => (time += 3)
}

describe('calibrate', () => {
  it('[S13] fits the prices it is given, or those of the open scenario, the same', async () => {
    const session = sessionAsk()
    const alone = await session.ask({ type: 'calibrate', model: 'gjr', source })
    await session.ask({ type: 'open', source: scenario, tape: undefined })
    const open = await session.ask({ type: 'calibrate', model: 'gjr' })
    if (alone.type !== 'calibrated' || open.type !== 'calibrated') throw new Error(`${alone.type}, ${open.type}`)
    expect(open.report).toEqual(alone.report)
    expect(open.report.instruments.map(({ symbol }) => symbol)).toEqual(['A', 'B'])
    const one = await session.ask({ type: 'calibrate', model: 'gbm', instruments: ['B'] })
    expect(one.type === 'calibrated' ? one.report.instruments.map(({ symbol }) => symbol) : one).toEqual(['B'])
  })

  it('[S13] says what is wrong, and that nothing is open', async () => {
    const session = sessionAsk()
    expect(await session.ask({ type: 'calibrate', model: 'gbm' })).toMatchObject({ type: 'refused', problems: ['no scenario is open: open one, or name the prices'] })
    expect(await session.ask({ type: 'calibrate', model: 'gbm', source: { ...source, bars: 20 } })).toMatchObject({ type: 'refused', problems: [expect.stringContaining('20 returns are too few')] })
    expect(await session.ask({ type: 'calibrate', model: 'gbm', source: { type: 'bundled', id: 'nothing' } })).toMatchObject({ type: 'refused', problems: [expect.stringContaining('no bundled tape')] })
    expect(await session.ask({ type: 'calibrate', model: 'gbm', source: { type: 'file', files: [{ name: 'a.csv', instrument: 'A' }] } })).toMatchObject({ type: 'refused', problems: [expect.stringContaining('a.csv')] })
  })

  it('tells how far it is, is called off, and gives way to a newer one', async () => {
    const session = sessionAsk(hastyClock())
    const id = session.nextId
    const first = session.ask({ type: 'calibrate', model: 'kou', source })
    const second = session.ask({ type: 'calibrate', model: 'garch', source })
    expect((await first).type).toBe('dropped')
    expect((await second).type).toBe('calibrated')
    const progress = session.replies.flatMap((reply) => (reply.type === 'progress' && reply.id === id + 1 ? [reply.done / reply.total] : []))
    expect(progress.length).toBeGreaterThan(2)
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
    expect(progress.every((share) => share <= 1)).toBe(true)
    const third = session.nextId
    const cancelled = session.ask({ type: 'calibrate', model: 'merton', source })
    await new Promise((resolve) => setTimeout(resolve, 5))
    session.send({ id: 999, type: 'cancel', target: third })
    expect((await cancelled).type).toBe('dropped')
  })
})
