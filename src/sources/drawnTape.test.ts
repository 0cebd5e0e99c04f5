import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { createRun, type Setup } from '../engine/index.ts'
import { parseScenario } from '../documents/scenario/parseScenario.ts'
import { scenarioSetup } from '../documents/scenario/scenarioSetup.ts'
import type { DrawnSource } from '../documents/scenario/sources/DrawnSource.ts'
import { tapeToDocument } from '../documents/tape/tapeToDocument.ts'
import { tapeHash } from '../tapes/tapeHash.ts'
import { tapeOfSource } from './tapeOfSource.ts'
import type { TapeSupply } from './TapeSupply.ts'

const supply: TapeSupply = {
  textOf: () => Promise.reject(new Error('nothing is fetched here')),
  fileOf: () => Promise.reject(new Error('nothing is read here')),
}

async function made(document: Readonly<Record<string, unknown>>): Promise<Setup> {
  const scenario = parseScenario({ schema: 1, wallet: '10000', ...document })
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.error))
  const tape = await tapeOfSource(scenario.value.tape, supply)
  if (!tape.ok) throw new Error(tape.error.join('\n'))
  return scenarioSetup(scenario.value, tape.value).setup
}

async function problems(tape: unknown): Promise<readonly string[]> {
  const parsed = parseScenario({ schema: 1, wallet: '1', tape })
  if (!parsed.ok) return parsed.error.map(({ path, message }) => `${path.join('.')}: ${message}`)
  const of = await tapeOfSource(parsed.value.tape, supply)
  return of.ok ? [] : of.error
}

const walk = { type: 'gbm', seed: 5, bars: 60, stepsPerBar: 4, instruments: [{ symbol: 'BTC', price: 60_000, volatility: 0.9 }, { symbol: 'ETH', price: 3_000, volatility: 1.1 }] } as const
const trades = [
  { type: 'place-order', tick: 0, instrument: 'BTC', pool: 'cross', side: 'buy', notional: '50000' },
  { type: 'place-order', tick: 3, instrument: 'ETH', pool: 'isolated', side: 'buy', notional: '20000', leverage: '10' },
  { type: 'place-order', tick: 40, instrument: 'BTC', pool: 'cross', side: 'sell', notional: '5000' },
] as const

describe('a drawn source', () => {
  it('[S30] is the tape of the same prices written out, hash and events', async () => {
    const drawn = await made({ tape: { type: 'drawn', start: '2026-01-05', bars: 8, lines: [{ symbol: 'BTC', decimals: 2, points: [[0, 100], [3, 50], [7, 50]] }] }, commands: [{ type: 'place-order', tick: 0, instrument: 'BTC', pool: 'isolated', side: 'buy', notional: '1000', leverage: '5' }] })
    // 100 → 50 in three bars: 83.333… and 66.666…, half up 83.33 and 66.67.
    const inline = await made({ tape: { type: 'inline', start: '2026-01-05', candlePath: 'close-only', series: [{ instrument: 'BTC', close: [100, 83.33, 66.67, 50, 50, 50, 50, 50] }] }, commands: [{ type: 'place-order', tick: 0, instrument: 'BTC', pool: 'isolated', side: 'buy', notional: '1000', leverage: '5' }] })
    expect(tapeHash(drawn.tape)).toBe(tapeHash(inline.tape))
    expect(eventsUpTo(drawn, 7)).toEqual(eventsUpTo(inline, 7))
    expect(eventsUpTo(drawn, 7).some((text) => text.includes('position-liquidated'))).toBe(true)
  })

  it('[S33] what is drawn after a tick leaves every event up to it as it was', async () => {
    const plain = await made({ tape: walk, commands: trades })
    const price = fc.integer({ min: 2_000_000, max: 9_000_000 }).map((cents) => cents / 100)
    const drawn = fc.tuple(fc.integer({ min: 1, max: 58 }), price, fc.integer({ min: 0, max: 58 }), price)
    await fc.assert(
      fc.asyncProperty(drawn, async ([first, one, more, two]) => {
        const points = [[first, one], ...(first + more > first && first + more < 60 ? [[first + more, two]] : [])]
        const changed = await made({ tape: { type: 'drawn', base: walk, lines: [{ symbol: 'BTC', decimals: 2, points }] }, commands: trades })
        expect(eventsUpTo(changed, first - 1)).toEqual(eventsUpTo(plain, first - 1))
      }),
      { numRuns: 25 },
    )
  })

  it('[S33] drawn over what was drawn is both, one over the other', async () => {
    const one = { symbol: 'BTC', decimals: 2, points: [[10, 50_000], [30, 40_000]] }
    const two = { symbol: 'BTC', decimals: 2, points: [[20, 70_000], [25, 70_000]] }
    const nested = await made({ tape: { type: 'drawn', base: { type: 'drawn', base: walk, lines: [one] }, lines: [two] } })
    const flat = await made({ tape: { type: 'drawn', base: walk, lines: [one, two] } })
    expect(tapeHash(nested.tape)).toBe(tapeHash(flat.tape))
  })

  it('goes out and in again as a document, with prices written out under it', async () => {
    const base = await made({ tape: walk })
    const { id: _, ...columns } = tapeToDocument(base.tape)
    const tape = { type: 'drawn', base: { type: 'inline', ...columns }, lines: [{ symbol: 'ETH', points: [[5, 2_000]] }] }
    const over = await made({ tape: { ...tape, base: walk } })
    expect(tapeHash((await made({ tape })).tape)).toBe(tapeHash(over.tape))
  })

  it('says what is wrong, and where', async () => {
    const line = (points: unknown): DrawnSource['lines'] => [{ symbol: 'BTC', points: points as never }]
    expect(await problems({ type: 'drawn', lines: line([[3, 1], [3, 2]]) })).toEqual(['tape.lines.0.points.1: ticks of points ascend; this one is not after the one before'])
    expect(await problems({ type: 'drawn', lines: line([]) })).toEqual(['tape.lines.0.points: at least one point was expected'])
    expect(await problems({ type: 'drawn', lines: line([[0, 1e300]]) })).toEqual(['tape.lines.0.points.0.1: a price of at most 15 significant digits was expected'])
    expect(await problems({ type: 'drawn', lines: line([[200_000, 1]]) })).toEqual(['tape.lines.0.points.0.0: a tick below 200000 was expected'])
    expect(await problems({ type: 'drawn', bars: 200_001, lines: line([[0, 1]]) })).toEqual(['tape.bars: at most 200000 bars are made'])
    expect(await problems({ type: 'drawn', lines: line(Array.from({ length: 5_001 }, (_, i) => [i, 1])) })).toEqual(['tape.lines.0.points: at most 5000 points are read'])
    expect(await problems({ type: 'drawn', base: walk, bars: 5, lines: line([[0, 1]]) })).toEqual(['tape.bars: the prices drawn over say it; leave it out'])
    expect(await problems({ type: 'drawn', base: { type: 'scripted', id: 'nothing' }, lines: line([[0, 1]]) })).toEqual([expect.stringContaining('tape.base.id: no scripted tape is called "nothing"')])
    expect(await problems({ type: 'drawn', base: walk, lines: [{ symbol: 'SOL', points: [[0, 1]] }] })).toEqual(['tape.lines[0].symbol: the prices drawn over have no SOL; they have BTC, ETH'])
  })
})

function eventsUpTo(setup: Setup, tick: number): readonly string[] {
  return (['as-set', 'all-isolated', 'all-cross'] as const).flatMap((walls) => {
    const run = createRun(setup, walls)
    run.advanceTo(tick)
    return run.events.filter((event) => event.tick <= tick).map((event) => JSON.stringify(event))
  })
}
