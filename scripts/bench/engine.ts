/**
 * The engine's own time, in this process: replays, mixed pools, seeking, certificates, prices. `npm run bench -- engine`.
 * Baselines are measured in the same run: one exact multiply-and-subtract of decimals, and the replay without certificates.
 */
import { parseScenario } from '../../src/documents/scenario/parseScenario.ts'
import { marketOf } from '../../src/documents/scenario/marketOf.ts'
import { scenarioSetup } from '../../src/documents/scenario/scenarioSetup.ts'
import { accountTotals, accountView, createRun, marksAt, price, qty, quote, TWINS, type Run, type Setup, type Walls } from '../../src/engine/index.ts'
import { createRunWith } from '../../src/engine/run/createRun.ts'
import { withoutCertificates } from '../../src/engine/testing/promises.ts'
import { syntheticTape } from '../../src/tapes/synthetic/syntheticTape.ts'
import { best, printTable, span, spread, timed, type Row } from './measure.ts'
import { replayScenario } from './replayScenario.ts'

type Words = Parameters<typeof replayScenario>[0]

/** The document as the program reads it, on the prices it names. */
function setupOf(words: Words): Setup {
  const parsed = parseScenario(replayScenario(words))
  if (!parsed.ok) throw new Error(parsed.error.map((problem) => `${problem.path.join('.')}: ${problem.message}`).join('\n'))
  const source = parsed.value.tape
  if (source.type !== 'gbm') throw new Error('a synthetic tape was expected')
  const tape = syntheticTape(marketOf(source))
  if (!tape.ok) throw new Error(tape.error.message)
  return scenarioSetup(parsed.value, tape.value).setup
}

function runs(setup: Setup, make: (walls: Walls) => Run = (walls) => createRun(setup, walls)): readonly Run[] {
  return TWINS.map(make)
}

/** The time of each tick after the first, all runs together. */
function played(all: readonly Run[], ticks: number): readonly number[] {
  for (const run of all) run.advanceTo(0)
  return timed(ticks - 1, (tick) => {
    for (const run of all) run.advanceTo(tick + 1)
  })
}

function total(times: readonly number[]): number {
  return times.reduce((sum, time) => sum + time, 0)
}

/** What the three twins hold and went through, to judge the figures by. */
function census(all: readonly Run[], tick: number): string {
  const count = (run: Run) => `${String(run.accountAt(0).positions.size)} → ${String(run.accountAt(tick).positions.size)}`
  return `positions ${all.map(count).join(', ')}; events ${all.map((run) => String(run.events.length)).join(', ')}`
}

function replay(name: string, words: Words): Row {
  const setup = setupOf(words)
  played(runs(setup), Math.min(300, setup.tape.time.length)) // warm up
  const all = runs(setup)
  const before = process.cpuUsage()
  const times = played(all, setup.tape.time.length)
  const { user, system } = process.cpuUsage(before)
  console.log(`  ${name}: ${census(all, setup.tape.time.length - 1)}`)
  // the process's own time, collection included: what is left of it on a busy machine
  return { name, figures: { ...spread(times), 'cpu a tick': span((user + system) / 1000 / times.length), 'ticks/s': ((times.length / total(times)) * 1000).toFixed(0) } }
}

function certificates(words: Words): readonly Row[] {
  const setup = setupOf(words)
  const ticks = setup.tape.time.length
  const on = played(runs(setup), ticks)
  const off = played(runs(setup, (walls) => createRunWith(setup, walls, withoutCertificates)), ticks)
  const ratio = (times: readonly number[]) => `${(total(off) / total(times)).toFixed(1)} x`
  return [
    { name: 'every pool asked at every step', figures: { ...spread(off), ratio: ratio(off) } },
    { name: 'with certificates', figures: { ...spread(on), ratio: ratio(on) } },
  ]
}

/** Going to any tick of a long tape: the account is found, its figures are computed. */
function seeking(words: Words): readonly Row[] {
  const setup = setupOf(words)
  const ticks = setup.tape.time.length
  const run = createRun(setup, 'as-set')
  const [computing = 0] = timed(1, () => run.advanceTo(ticks - 1))
  const at = (call: number) => (call * 7919) % ticks
  const context = (tick: number) => ({ rules: setup.rules, marks: marksAt(setup.tape, tick), instruments: new Map(setup.instruments.map((each) => [each.symbol, each])) })
  const found = timed(2000, (call) => run.accountAt(at(call)))
  const totals = timed(500, (call) => accountTotals(run.accountAt(at(call)), context(at(call))))
  const views = timed(200, (call) => accountView(run.accountAt(at(call)), context(at(call))))
  const branch = timed(5, (call) => {
    run.setCommands([...setup.commands, { id: `b${String(call)}`, tick: Math.floor(ticks / 2), type: 'deposit', amount: quote('1') }])
    run.advanceTo(Math.floor(ticks / 2))
    run.setCommands(setup.commands)
  })
  return [
    { name: `computing ${String(ticks)} ticks once`, figures: { mean: span(computing) } },
    { name: 'seek: the account', figures: spread(found) },
    { name: 'seek: account and totals', figures: spread(totals) },
    { name: 'seek: every figure, prices solved', figures: spread(views) },
    { name: 'a command put in half-way', figures: spread(branch) },
  ]
}

/** One exact multiply-and-subtract, and what a liquidation price costs beside it. */
function prices(): readonly Row[] {
  const [size, mark, entry] = [qty('0.123456789'), price('61234.56'), quote('7407.40734')]
  const product = best(20_000, () => size.times(mark).minus(entry))
  const view = (words: Words) => {
    const setup = setupOf(words)
    const run = createRun(setup, 'as-set')
    run.advanceTo(0)
    const account = run.accountAt(0)
    const context = { rules: setup.rules, marks: marksAt(setup.tape, 0), instruments: new Map(setup.instruments.map((each) => [each.symbol, each])) }
    return { millis: best(20, () => accountView(account, context)), positions: account.positions.size }
  }
  const small = view({ bars: 2, positions: 3 })
  const thirty = view({ bars: 2 })
  const row = (name: string, millis: number): Row => ({ name, figures: { mean: span(millis), ratio: `${(millis / product).toFixed(0)} x` } })
  return [
    row('qty x mark - entry, one decimal product', product),
    row(`every figure of ${String(small.positions)} positions`, small.millis),
    row(`every figure of ${String(thirty.positions)} positions`, thirty.millis),
  ]
}

export function benchEngine(): void {
  console.log('Engine, one process, exact decimals. What was played:')
  const replays = [
    replay('30 positions, 3 instruments, 5,000 hours, 3 twins', {}),
    replay('the same as bars of open, high, low, close', { stepsPerBar: 20 }),
    replay('1,000 positions, 20 instruments, mixed pools, 500 hours, 3 twins', { bars: 500, positions: 1000, symbols: 20 }),
    replay('the same, a minute a bar (funding every 480)', { bars: 1500, positions: 1000, symbols: 20, barMillis: 60_000 }),
  ]
  printTable('Time of a tick, three twins together', replays)
  printTable('Certificates: 30 positions, 2,000 hours, three twins', certificates({ bars: 2000 }))
  printTable('Seeking: 20 positions, as set', seeking({ bars: 100_000, positions: 20, barMillis: 60_000 }))
  printTable('Liquidation prices and figures', prices())
  console.log(`\n  memory in use ${(process.memoryUsage().heapUsed / 2 ** 20).toFixed(0)} MB; Node ${process.version}`)
}
