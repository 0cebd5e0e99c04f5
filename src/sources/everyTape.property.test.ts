import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { parseScenario } from '../documents/scenario/parseScenario.ts'
import { scenarioSetup } from '../documents/scenario/scenarioSetup.ts'
import type { TapeSource } from '../documents/scenario/TapeSource.ts'
import { createRun, type Setup, type Tape, TWINS } from '../engine/index.ts'
import { conservationBreaches, finished, firstDifferenceOf, lines, overdrawn, patience, plainNumbers, twinGaps } from '../engine/testing/promises.ts'
import { refineTape } from '../tapes/refineTape.ts'
import { tapeHash } from '../tapes/tapeHash.ts'
import { supplyOf } from '../cli/supplyOf.ts'
import { tapeOfSource } from './tapeOfSource.ts'
import { FILES, SOURCES, type SourceType } from './testing/anySource.ts'

/* The promises of design.md §2 on prices of every kind a scenario can name. */

vi.setConfig({ testTimeout: patience })

const supply = supplyOf('here.json', {
  asset: (path) => readFile(new URL(`../../public/${path}`, import.meta.url), 'utf8'),
  beside: (_, name) => Promise.resolve(new Blob([FILES[name] ?? ''])),
})

async function tapeOf(source: TapeSource): Promise<Tape | undefined> {
  const made = await tapeOfSource(source, supply)
  return made.ok ? made.value : undefined
}

interface Trade {
  readonly at: number
  readonly market: number
  readonly side: 'buy' | 'sell'
  readonly pool: 'isolated' | 'cross'
  readonly share: number
  readonly leverage: string
}

const trades = fc.array(
  fc.record({ at: fc.nat(100), market: fc.nat(3), side: fc.constantFrom('buy' as const, 'sell' as const), pool: fc.constantFrom('isolated' as const, 'cross' as const), share: fc.integer({ min: 1, max: 9 }), leverage: fc.constantFrom('1', '5', '15', '20') }),
  { minLength: 1, maxLength: 6 },
)
const rules = fc.constantFrom('plain', 'binance-usdm', 'hyperliquid')

/** In every life one that a fall of 5 % kills and one that such a rise does. */
const DARING: readonly Trade[] = [
  { at: 0, market: 0, side: 'buy', pool: 'isolated', share: 2, leverage: '20' },
  { at: 0, market: 0, side: 'sell', pool: 'cross', share: 2, leverage: '20' },
]

/** Orders in the first half of a tape, each for a share of the wallet, leveraged. */
function setupOf(tape: Tape, given: readonly Trade[], set: string): Setup {
  const symbols = [...new Set(tape.series.map(({ instrument }) => instrument))]
  const last = tape.time.length - 1
  const commands = [...DARING, ...given]
    .map(({ at, market, side, pool, share, leverage }, i) => ({ id: `c${String(i)}`, tick: Math.floor((at * last) / 200), type: 'place-order', instrument: symbols[market % symbols.length], pool, side, notional: String(share * 100 * Number(leverage)), leverage }))
    .toSorted((a, b) => a.tick - b.tick)
  const scenario = parseScenario({ schema: 1, rules: set, tape: { type: 'scripted', id: 'the-wick' }, wallet: '1000', instruments: symbols.map((symbol) => ({ symbol, tickSize: '0.001' })), commands })
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.error))
  const { setup, problems } = scenarioSetup(scenario.value, tape)
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return setup
}

/** Enough lives to meet liquidations on every kind; longer tapes are played less often. */
const RUNS: Readonly<Partial<Record<SourceType, number>>> = { scripted: 24, crisis: 10, shock: 10, bundled: 10 }

describe.each(Object.entries(SOURCES))('prices of the kind %s', (type, source) => {
  const numRuns = fc.readConfigureGlobal().numRuns ?? RUNS[type as SourceType] ?? 20

  it('[L2] are the same again from the same source', async () => {
    await fc.assert(
      fc.asyncProperty(source, async (one) => {
        const [a, b] = [await tapeOf(one), await tapeOf(structuredClone(one))]
        expect(a === undefined ? a : tapeHash(a)).toBe(b === undefined ? b : tapeHash(b))
      }),
      { numRuns },
    )
  })

  it('[W1, W2, L1, L3, L4, N1, T1] keep the promises', async () => {
    let made = 0
    let liquidated = 0
    await fc.assert(
      fc.asyncProperty(source, trades, rules, fc.nat(100), async (one, given, set, stop) => {
        const tape = await tapeOf(one)
        if (tape === undefined) return // refused, with a reason that other tests read
        made += 1
        const setup = setupOf(tape, given, set)
        const runs = TWINS.map((walls) => finished(setup, walls))
        for (const { events } of runs) {
          expect(conservationBreaches(events)).toEqual([])
          expect(events.flatMap((event) => plainNumbers(event))).toEqual([])
        }
        expect(twinGaps(tape, runs)).toEqual([])
        expect(overdrawn(tape, finished(setup, 'all-isolated'), setup.rules.liquidation.trigger)).toEqual([])
        liquidated += runs.reduce((sum, { events }) => sum + events.filter((event) => event.type === 'position-liquidated').length, 0)
        prefix(setup, stop)
        alone(setup)
        refined(setup)
      }),
      { numRuns },
    )
    // A kind that is always refused, or on which nothing ever dies, would prove nothing.
    expect(made).toBeGreaterThan(numRuns / 3)
    expect(liquidated).toBeGreaterThan(0)
  })
})

/** [L3] */
function prefix(setup: Setup, stop: number): void {
  const last = setup.tape.time.length - 1
  const run = createRun(setup, 'as-set')
  run.advanceTo(stop % (last + 1))
  run.advanceTo(last)
  expect(firstDifferenceOf(lines(run.events), lines(finished(setup, 'as-set').events))).toBeUndefined()
}

/** [W1] The first isolated pool, with all other commands gone. */
function alone(setup: Setup): void {
  const first = setup.commands.find((command) => command.type === 'place-order' && command.pool === 'isolated')
  if (first?.type !== 'place-order') return
  const pool = `isolated:${first.leg}`
  const own = setup.commands.filter((command) => command.type === 'place-order' && command.pool === 'isolated' && command.leg === first.leg)
  const played = [setup.commands, own].map((commands) => finished({ ...setup, commands }, 'as-set').events)
  // What the wallet can pay for depends on what else was bought with it; where it pays for all, the pool lives as if it were alone.
  if (played.some((events) => events.some((event) => event.type === 'command-refused'))) return
  const [together = [], apart = []] = played.map((events) => lines(events, ['seq']).filter((line) => line.includes(`"pool":"${pool}"`)))
  expect(firstDifferenceOf(together, apart)).toBeUndefined()
}

/** [L4] Where the tape is a path of closes. */
function refined(setup: Setup): void {
  const { tape } = setup
  if (tape.between !== 'path' || tape.series.some(({ open }) => open !== undefined) || tape.time.length > 40) return
  let fine: Tape
  try {
    fine = refineTape(tape, 2)
  } catch {
    return // the halves would need more digits than a price has
  }
  const tickOf = (tick: number): number => Array.from({ length: tick }, (_, i) => (tape.jump?.[i + 1] === 1 ? 1 : 2)).reduce((a, b) => a + b, 0)
  const cut = finished({ ...setup, tape: fine, commands: setup.commands.map((command) => ({ ...command, tick: tickOf(command.tick) })) }, 'as-set')
  expect(firstDifferenceOf(lines(cut.events, ['tick']), lines(finished(setup, 'as-set').events, ['tick']))).toBeUndefined()
}
