import { describe, expect, it, vi } from 'vitest'
import { equityOf } from '../margin/equity.ts'
import { TWINS } from '../pools/Walls.ts'
import { crashTape, dataIsThere, fileTape } from '../testing/crashTape.ts'
import { command, eventsOf, instrument, order, played, rulesWith, setupOf, story } from '../testing/fixtures.ts'
import { conservationBreaches, finished, firstDifferenceOf, lines, overdrawn, patience, plainNumbers, twinGaps, withoutCertificates } from '../testing/promises.ts'
import type { Tape } from '../tape/Tape.ts'
import { Decimal, roundToStep } from '../units/decimal.ts'
import { plainRules } from '../venues/plain/plainRules.ts'
import { standardRules } from '../venues/standard/standardRules.ts'
import { createRunWith } from './createRun.ts'
import { marksAt } from './steps.ts'

vi.setConfig({ testTimeout: patience })

const DAY = 24 * 3_600_000

interface Crash {
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  readonly between: readonly [from: string, to: string]
}

const crashes: readonly Crash[] = [
  {
    name: 'March 2020',
    files: { BTC: '2020-03-covid/BTCUSDT-binance-spot-1h.csv', ETH: '2020-03-covid/ETHUSDT-binance-spot-1h.csv', XRP: '2020-03-covid/XRPUSDT-binance-spot-1h.csv' },
    between: ['2020-03-10T00:00', '2020-03-20T00:00'],
  },
  {
    name: 'May 2021',
    files: { BTC: '2021-05-china/BTCUSDT-binance-spot-1h.csv', ETH: '2021-05-china/ETHUSDT-binance-spot-1h.csv', SOL: '2021-05-china/SOLUSDT-binance-spot-1h.csv' },
    between: ['2021-05-16T00:00', '2021-05-26T00:00'],
  },
  {
    // closes only for LUNA; the file warns not to play across the halt of 13 May
    name: 'LUNA 2022',
    files: { LUNA: '2022-05-luna/LUNAUSDT-close-1h.csv', BTC: '2022-05-luna/BTCUSDT-binance-spot-1h.csv', AVAX: '2022-05-luna/AVAXUSDT-binance-spot-1h.csv' },
    between: ['2022-05-05T00:00', '2022-05-13T00:00'],
  },
  {
    name: 'FTX 2022',
    files: { FTT: '2022-11-ftx/FTTUSDT-close-1h.csv', BTC: '2022-11-ftx/BTCUSDT-binance-perp-1h.csv', SOL: '2022-11-ftx/SOLUSDT-binance-perp-1h.csv' },
    between: ['2022-11-05T00:00', '2022-11-15T00:00'],
  },
  {
    name: 'August 2024',
    files: { BTC: '2024-08-yen/BTCUSDT-binance-perp-1h.csv', ETH: '2024-08-yen/ETHUSDT-binance-perp-1h.csv', SOL: '2024-08-yen/SOLUSDT-binance-perp-1h.csv' },
    between: ['2024-08-01T00:00', '2024-08-08T00:00'],
  },
  {
    name: '10 October 2025',
    files: { BTC: '2025-10-10/BTCUSDT-bybit-perp-1h.csv', ETH: '2025-10-10/ETHUSDT-bybit-perp-1h.csv', SOL: '2025-10-10/SOLUSDT-bybit-perp-1h.csv' },
    between: ['2025-10-10T00:00', '2025-10-12T00:00'],
  },
]

const TICK = '0.00000001'

/** Three longs of 10,000 each at 10x at the first close; a wallet of 5,000. */
function threeLongs(tape: Tape, rules = plainRules) {
  const symbols = tape.series.map((series) => series.instrument)
  return setupOf({
    tape,
    rules: { ...rules, tiers: { default: rules.tiers.default } },
    wallet: '5000',
    instruments: symbols.map((symbol) => instrument(symbol, { tickSize: TICK, qtyStep: '0.00000000000000000001' })),
    commands: symbols.map((symbol) => order({ leg: symbol, instrument: symbol, notional: '10000', pool: 'cross' })),
  })
}

/**
 * What must happen to an isolated 10x long, read off the columns: it falls at e x 0.9 / 0.995, in the first bar that
 * opens at or below it (at the open, a jump) or whose low reaches it (at the next tick up). A close-only series among
 * bars moves from close to close.
 */
function expectedFall(tape: Tape, symbol: string): { tick: number; price: string; jumped: boolean } | undefined {
  const series = tape.series.find((each) => each.instrument === symbol)
  if (series === undefined) throw new Error(symbol)
  const level = new Decimal(String(series.close[0])).times('0.9').div('0.995')
  for (let tick = 1; tick < tape.time.length; tick += 1) {
    const [open, low] = [series.open?.[tick] ?? series.close[tick - 1], series.low?.[tick] ?? series.close[tick]]
    if (level.gte(String(open))) return { tick, price: new Decimal(String(open)).toFixed(), jumped: true }
    if (level.gte(String(low))) return { tick, price: roundToStep(level, new Decimal(TICK), 'up').toFixed(), jumped: false }
  }
  return undefined
}

type Fall = readonly [leg: string, tick: number, price: string]

function byLeg(falls: readonly Fall[]): readonly Fall[] {
  return falls.toSorted((a, b) => (a[0] < b[0] ? -1 : 1))
}

describe.skipIf(!dataIsThere)('real crashes', () => {
  it.each(crashes)('[Q1] $name: each isolated long falls in the bar that first reaches its price', ({ files, between }) => {
    const tape = crashTape(files, between)
    const run = finished(threeLongs(tape), 'all-isolated')
    const falls = eventsOf(run, 'position-liquidated').map((event): Fall => [event.leg, event.tick, event.price.toFixed()])
    const expected = Object.keys(files).flatMap((symbol): readonly Fall[] => {
      const fall = expectedFall(tape, symbol)
      return fall === undefined ? [] : [[symbol, fall.tick, fall.price]]
    })
    expect(byLeg(falls)).toEqual(byLeg(expected))
    expect(falls.length).toBeGreaterThan(0)
    expect(eventsOf(run, 'pool-breached').filter((event) => event.jumped).length).toBe(Object.keys(files).filter((symbol) => expectedFall(tape, symbol)?.jumped === true).length)
    // 5,000 less 1,000 for each that fell, plus what the others made on 10,000
    const alive = Object.keys(files).filter((symbol) => !falls.some(([leg]) => leg === symbol))
    const end = tape.time.length - 1
    const made = alive.reduce((total, symbol) => {
      const close = tape.series.find((each) => each.instrument === symbol)?.close ?? new Float64Array()
      return total.plus(new Decimal(String(close[end])).div(String(close[0])).minus(1).times(10000))
    }, new Decimal(0))
    const equity = equityOf(run.accountAt(end), marksAt(tape, end))
    expect(equity.minus(made).minus(5000 - 1000 * falls.length).abs().lt('1e-9')).toBe(true)
  })

  it.each(crashes)('[Q2] $name: a shared pool closes whole, in one tick; what the wall of each would have saved is gone', ({ files, between }) => {
    const tape = crashTape(files, between)
    const cross = finished(threeLongs(tape), 'all-cross')
    const closed = eventsOf(cross, 'position-liquidated')
    expect([0, 3]).toContain(closed.length)
    expect(new Set(closed.map((event) => event.tick)).size).toBeLessThanOrEqual(1)
    if (closed.length > 0) expect(equityOf(cross.accountAt(tape.time.length - 1), marksAt(tape, tape.time.length - 1)).toFixed()).toBe('0')
  })

  it.each(crashes)('[L1, T1, W2, N1] $name: the promises hold under three partitions and two sets of rules', ({ files, between }) => {
    const tape = crashTape(files, between)
    for (const rules of [plainRules, standardRules]) {
      const setup = threeLongs(tape, rules)
      const runs = TWINS.map((walls) => finished(setup, walls))
      expect(twinGaps(tape, runs)).toEqual([])
      for (const run of runs) {
        expect(conservationBreaches(run.events)).toEqual([])
        expect(overdrawn(tape, run)).toEqual([])
        expect(run.events.flatMap((event) => plainNumbers(event))).toEqual([])
        const asked = createRunWith(setup, run.walls, withoutCertificates)
        asked.advanceTo(tape.time.length - 1)
        expect(firstDifferenceOf(lines(asked.events), lines(run.events))).toBeUndefined()
      }
    }
  })

  it('[K2] LINK prints 0.0001 in March 2020: leverage dies on the way, not at the print; a fully paid long lives', () => {
    const tape = fileTape('2020-03-covid/LINKUSDT-binance-spot-1h.csv', 'LINK', ['2020-03-12T09:00', '2020-03-12T12:00'])
    expect(tape.series[0]?.low?.[1]).toBe(0.0001)
    const instruments = [instrument('LINK', { tickSize: '0.0001' })]
    const commands = [
      order({ leg: 'ten', instrument: 'LINK', leverage: '10' }),
      order({ leg: 'one', instrument: 'LINK', leverage: '1' }),
      order({ leg: 'stopped', instrument: 'LINK', leverage: '10', stopLoss: '2.5' }),
    ]
    const run = played({ tape, instruments, commands })
    const entry = new Decimal(String(tape.series[0]?.close[0]))
    const level = roundToStep(entry.times('0.9').div('0.995'), new Decimal('0.0001'), 'up').toFixed()
    expect(story(run).slice(3).toSorted()).toEqual([`liquidated ten @ ${level}`, Number(level) > 2.5 ? `liquidated stopped @ ${level}` : 'stop-loss stopped -1 @ 2.5'].toSorted())
    expect(eventsOf(run, 'bad-debt-covered')).toEqual([])
    expect(run.accountAt(2).positions.has('one')).toBe(true)
    // decided at closes only, the print does not exist
    const closes = played({ tape: { ...tape, between: 'jump' }, instruments, commands: commands.slice(0, 1) })
    expect(story(closes)).toEqual([`market ten 1 @ ${entry.toFixed()}`, ...(new Decimal(String(tape.series[0]?.close[1])).lte(entry.times('0.9').div('0.995')) ? [`liquidated ten @ ${tape.series[0]?.close[1]}`] : [])])
  })

  it('[Q5] WTI closes at -36.98 on 20 April 2020: over the weekend a long loses more than it paid, and owes nothing', () => {
    const tape = fileTape('tradfi/WTI-spot-1d-1986-2026.csv', 'WTI', ['2020-04-17T00:00', '2020-04-23T00:00'], DAY)
    const closes = [...(tape.series[0]?.close ?? [])]
    expect(closes.slice(0, 2)).toEqual([18.31, -36.98])
    const commands = [order({ leg: 'long', instrument: 'WTI', leverage: '1' }), order({ leg: 'short', instrument: 'WTI', leverage: '1', side: 'sell' }), command.close(1, 'short')]
    const run = played({ tape, commands })
    expect(story(run)).toEqual(['market long 1 @ 18.31', 'market short -1 @ 18.31', 'liquidated long @ -36.98', 'close short 1 @ -36.98'])
    expect(eventsOf(run, 'bad-debt-covered').map((event) => event.amount.toFixed())).toEqual(['36.98'])
    // 10,000 - 18.31 + (18.31 + 36.98)
    expect(run.accountAt(1).pools.get('cross')?.cash.toFixed()).toBe('10036.98')
    // on a straight way from one close to the other the long is gone at zero, with nothing owed
    const { jump: _, ...path } = tape
    const smooth = played({ tape: path, commands: commands.slice(0, 1) })
    expect(story(smooth)).toEqual(['market long 1 @ 18.31', 'liquidated long @ 0'])
    expect(eventsOf(smooth, 'bad-debt-covered')).toEqual([])
    expect(conservationBreaches(run.events)).toEqual([])
    expect(story(played({ tape, rules: rulesWith(), commands: [order({ tick: 1, leg: 'late', instrument: 'WTI', leverage: '2' })] }))[0]).toBe('market late 1 @ -36.98')
  })
})
