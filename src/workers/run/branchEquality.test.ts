import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { times } from '../../engine/testing/promises.ts'
import { frameAt, sessionAsk, type AskedSession } from '../testing/sessionAsk.ts'
import type { ScenarioCommand, ScenarioFile } from './ScenarioFile.ts'

const LAST = 60
const SYMBOLS = ['A', 'B']
const GBM = { type: 'gbm', seed: 7, bars: LAST + 1, stepsPerBar: 5, instruments: SYMBOLS.map((symbol) => ({ symbol, price: 100, volatility: 6 })), correlation: 0.5 } as const
const JUMPING = { ...GBM, stepsPerBar: 1, instruments: SYMBOLS.map((symbol) => ({ symbol, price: 100, volatility: 4, jumps: { perYear: 8000, mean: -0.02, volatility: 0.03 } })) } as const
const SHOCK = { type: 'shock', id: 'wick', instruments: SYMBOLS.map((symbol) => ({ symbol, price: 100 })) } as const

/** Prices in the document, of two kinds: the last one jumps where the mark does not. */
const INLINE = {
  type: 'inline',
  barMillis: 3_600_000,
  jumps: [20, 41],
  time: Array.from({ length: LAST + 1 }, (_, i) => 1_700_000_000_000 + i * 3_600_000),
  series: SYMBOLS.flatMap((instrument, at) => [
    { instrument, close: Array.from({ length: LAST + 1 }, (_, i) => 100 + ((i * (7 + at)) % 13) - (i > 40 ? 25 : 0)) },
    { instrument, kind: 'last', close: Array.from({ length: LAST + 1 }, (_, i) => 100 + ((i * (5 + at)) % 17) - (i === 20 ? 30 : 0)) },
  ]),
} as const

const DRAWN = { type: 'drawn', base: GBM, lines: [{ symbol: 'A', points: [[25, 101], [40, 80], [50, 95]] }] } as const
const MODEL = { type: 'model', seed: 5, bars: LAST + 1, instruments: SYMBOLS.map((symbol) => ({ symbol, price: 100, process: { type: 'heston' as const, volatility: 5, longVolatility: 4, reversion: 50, volOfVol: 8, leverage: -0.5 } })) } as const
const SCRIPT = { type: 'script', seed: 3, volatility: 2, instruments: SYMBOLS.map((symbol) => ({ symbol, price: 100 })), parts: [{ type: 'calm', bars: 20 }, { type: 'gap', by: -0.1 }, { type: 'wick', bars: 10, by: -0.2, back: 0.15 }, { type: 'move', bars: 40, by: 0.1 }] } as const

const tape = fc.constantFrom<ScenarioFile['tape']>(GBM, JUMPING, SHOCK, INLINE, DRAWN, MODEL, SCRIPT, { type: 'amplified', factor: 2, of: GBM })

type Given = ScenarioCommand extends infer Command ? (Command extends ScenarioCommand ? Omit<Command, 'id'> : never) : never

const tick = fc.integer({ min: 0, max: LAST })
const symbol = fc.constantFrom(...SYMBOLS)
const leg = fc.tuple(symbol, fc.constantFrom('cross', 'isolated')).map(([one, pool]) => `${one}@${pool}`)
const amount = fc.constantFrom('50', '500', '1500')
const command: fc.Arbitrary<Given> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ tick, type: fc.constant('place-order' as const), instrument: symbol, pool: fc.constantFrom('cross' as const, 'isolated' as const), side: fc.constantFrom('buy' as const, 'sell' as const), notional: fc.constantFrom('2000', '20000'), leverage: fc.constantFrom('5', '10', '20') }) },
  fc.record({ tick, type: fc.constant('place-order' as const), instrument: symbol, pool: fc.constant('isolated' as const), side: fc.constantFrom('buy' as const, 'sell' as const), notional: fc.constant('3000'), leverage: fc.constant('10'), orderType: fc.constant('trailing-stop' as const), trailing: fc.constant({ rate: '0.02' }) }),
  fc.record({ tick, type: fc.constantFrom('add-margin' as const, 'remove-margin' as const), leg, amount }),
  fc.record({ tick, type: fc.constant('close-position' as const), leg }),
  fc.record({ tick, type: fc.constant('set-leverage' as const), leg, leverage: fc.constantFrom('3', '15') }),
  fc.record({ tick, type: fc.constant('set-protection' as const), leg, stopLoss: fc.constantFrom('90', '97'), trailing: fc.option(fc.constant({ rate: '0.01' }), { nil: undefined }) }),
  fc.record({ tick, type: fc.constant('move-position' as const), leg, to: fc.constantFrom('cross' as const, 'isolated' as const, 'bucket:b' as const) }),
  fc.record({ tick, type: fc.constantFrom('deposit' as const, 'withdraw' as const), amount }),
)

const numbered = (list: readonly Given[]): readonly ScenarioCommand[] => list.map((each, i) => ({ ...each, id: `c${String(i + 1)}` }))
const scenario: fc.Arbitrary<ScenarioFile> = fc
  .record({ tape, rules: fc.constantFrom('standard', 'plain'), between: fc.constantFrom('path' as const, 'jump' as const), commands: fc.array(command, { minLength: 1, maxLength: 8 }).map((list) => list.toSorted((a, b) => a.tick - b.tick)) })
  .map(({ commands, ...rest }) => ({ schema: 1, title: 'x', wallet: '10000', positionMode: 'one-way', ...rest, commands: numbered(commands) }))

const freeId = ({ commands }: ScenarioFile): string => `n${String(1 + Math.max(0, ...commands.map(({ id }) => (id.startsWith('n') ? Number(id.slice(1)) : 0))))}`

/** Another line: a command given at a tick and none after it, one edited, one taken away, or other things from the start. */
const change: fc.Arbitrary<(file: ScenarioFile) => ScenarioFile> = fc.oneof(
  { weight: 3, arbitrary: command.map((given) => (file: ScenarioFile) => ({ ...file, commands: [...file.commands.filter((each) => each.tick <= given.tick), { ...given, id: freeId(file) }] })) },
  fc.tuple(fc.nat(7), command).map(([nth, given]) => (file: ScenarioFile) => ({ ...file, commands: file.commands.map((each, i) => (i === nth % file.commands.length ? { ...given, id: each.id, tick: each.tick } : each)) })),
  fc.nat(7).map((nth) => (file: ScenarioFile) => ({ ...file, commands: file.commands.filter((_, i) => i !== nth % file.commands.length) })),
  fc.constantFrom((file: ScenarioFile) => ({ ...file, wallet: '3000' }), (file: ScenarioFile) => ({ ...file, rules: 'standard' }), (file: ScenarioFile) => ({ ...file, tape: { ...GBM, seed: 3 } })),
  // Drawn over: the same up to a tick.
  fc.integer({ min: 1, max: LAST - 10 }).map((at) => (file: ScenarioFile): ScenarioFile => (file.tape.type === 'inline' || file.tape.type === 'drawn' ? file : { ...file, tape: { type: 'drawn', base: file.tape, lines: [{ symbol: 'A', points: [[at, 90], [at + 8, 110]] }] } })),
)

async function played(session: AskedSession, file: ScenarioFile, last: number): Promise<unknown> {
  const opened = await session.ask({ type: 'open', source: file, tape: undefined })
  expect(opened.type).toBe('opened')
  return shown(session, last)
}

/** Fingerprint, account and charts at a tick. */
async function shown(session: AskedSession, last: number): Promise<unknown> {
  const answer = await session.ask(frameAt(last, { instrument: 'A' }))
  const print = await session.ask({ type: 'fingerprint', tick: last })
  if (answer.type !== 'frame' || print.type !== 'fingerprint') throw new Error(`not shown: ${answer.type}`)
  const { twins, events, chart, detail } = answer.frame
  return { print: print.fingerprint, twins, events, chart, detail }
}

describe('a line that parts from another one', () => {
  it('[L3] [B8] is what a scenario started so is, of every twin, and so is the one it grew from when it is opened again', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, fc.array(change, { minLength: 1, maxLength: 4 }), fc.array(tick, { minLength: 4, maxLength: 4 }), async (file, changes, ticks) => {
        const session = sessionAsk()
        const lines = changes.reduce<readonly ScenarioFile[]>((list, each) => [...list, each(list.at(-1) ?? file)], [file])
        await played(session, file, LAST)
        // There and back and across, as far as chance has it each time.
        for (const [i, line] of [...lines, ...lines.toReversed()].entries()) {
          const at = ticks[i % ticks.length] ?? LAST
          expect(await played(session, line, at)).toEqual(await played(sessionAsk(), line, at))
        }
      }),
      times(15),
    )
  }, 180_000)

  it('[B9] is opened without a replay: of what was played before nothing is played again', async () => {
    const session = sessionAsk()
    const file: ScenarioFile = { schema: 1, title: 'x', rules: 'plain', wallet: '10000', tape: GBM, commands: numbered([{ tick: 0, type: 'place-order', instrument: 'A', pool: 'isolated', side: 'buy', notional: '1000', leverage: '2' }]) }
    await played(session, file, LAST)
    const bars = async (): Promise<number> => {
      const answer = await session.ask(frameAt(LAST, { instrument: 'A' }))
      return answer.type === 'frame' ? answer.frame.advance.bars : Number.NaN
    }
    const later = [...file.commands, { id: 'c2', tick: 50, type: 'deposit', amount: '1' } as const]
    await session.ask({ type: 'set-commands', commands: later })
    expect(await bars()).toBe(LAST - 49)
    await session.ask({ type: 'set-commands', commands: file.commands })
    expect(await bars()).toBe(0)
    await session.ask({ type: 'set-commands', commands: later })
    expect(await bars()).toBe(0)
    // Drawn from bar 41 on: up to it the prices are those that were played.
    await session.ask({ type: 'open', source: { ...file, tape: { type: 'drawn', base: GBM, lines: [{ symbol: 'A', points: [[41, 90], [50, 110]] }] } }, tape: undefined })
    expect(await bars()).toBe(LAST - 40)
    await session.ask({ type: 'open', source: { ...file, commands: later }, tape: undefined })
    expect(await bars()).toBe(0)
    // Another wallet is another play; back at this one it is there.
    await session.ask({ type: 'open', source: { ...file, wallet: '9000' }, tape: undefined })
    expect(await bars()).toBe(LAST + 1)
    await session.ask({ type: 'open', source: { ...file, commands: later }, tape: undefined })
    expect(await bars()).toBe(0)
  })
})
