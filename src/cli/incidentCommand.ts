import { changed, counterfactuals, currencyDecimals, Decimal, explainIncident, type Counterfactuals, type Incident, type Setup, type TwinRuns } from '../engine/index.ts'
import { jsonText } from '../documents/json/jsonText.ts'
import { incidentReport, incidentRow } from './incidentReport.ts'
import { DONE, REFUSED, type ExitCode, type Io } from './Io.ts'
import { namedWalls, type NamedWalls } from './namedWalls.ts'
import { parseCommandLine } from './parseCommandLine.ts'
import { playedRuns } from './playedRuns.ts'
import { readScenario, type ReadScenario } from './readScenario.ts'
import { noteAge } from './rulesAge.ts'
import { scenarioDocument } from './scenarioDocument.ts'
import { UsageError } from './UsageError.ts'
import { tickWithin, wholeOption } from './wholeOption.ts'

const OPTIONS = { walls: { type: 'string' }, number: { type: 'string' }, all: { type: 'boolean' }, to: { type: 'string' }, savers: { type: 'boolean' }, try: { type: 'string' } } as const

/** What was asked for, before the scenario is read. */
interface Asked {
  readonly walls: NamedWalls
  readonly to: number | undefined
  readonly number: number | undefined
  readonly all: boolean
  readonly savers: boolean
  readonly tried: number | undefined
}

/** `incident <scenario.json>`: the liquidations of a run; with --number or --all why, and with --savers what would have prevented it. */
export async function incidentCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseCommandLine(args, { options: OPTIONS, operands: ['<scenario.json>'] })
  const asked = askedFor(values)
  const read = await readScenario(positionals[0] ?? '-', io)
  if (read === undefined) return REFUSED
  const tick = tickWithin('to', asked.to, read.last)
  noteAge(read.setup.rules, io)
  return told(asked, { ...read, tick, runs: playedRuns(read.setup, tick) }, io)
}

function askedFor(values: { readonly walls?: string; readonly number?: string; readonly all?: boolean; readonly to?: string; readonly savers?: boolean; readonly try?: string }): Asked {
  const walls = namedWalls(values.walls ?? 'as-set')
  const number = wholeOption('number', values.number, 'the number of a liquidation, from 1,')
  const tried = wholeOption('try', values.try, 'the number of what would have saved the pool, from 1,')
  const to = wholeOption('to', values.to, 'a tick')
  const all = values.all === true
  if (all && number !== undefined) throw new UsageError('--number and --all exclude each other')
  if (values.savers === true && number === undefined && !all) throw new UsageError('--savers goes with --number or --all: it plays the scenario many times for each liquidation')
  if (tried !== undefined && number === undefined) throw new UsageError('--try goes with --number: it is about one liquidation')
  return { walls, to, number, all, savers: values.savers === true || tried !== undefined, tried }
}

interface Played extends ReadScenario {
  readonly runs: TwinRuns
  readonly tick: number
}

function told(asked: Asked, played: Played, io: Io): ExitCode {
  const { scenario, setup, tick, runs } = played
  const { walls, number, all, tried } = asked
  const breaches = runs[walls].events.filter(({ type }) => type === 'pool-breached')
  const found = breaches.flatMap(({ seq }) => explainIncident(setup, runs, { twin: walls, seq }) ?? [])
  if (number !== undefined && found[number - 1] === undefined) return refused(missing(asked, found.length, tick), io)
  const { id, name, date } = setup.rules
  const head = { scenario: scenario.title, rules: { id, name, date }, walls, tick }
  const report = (incident: Incident, i: number) => incidentReport(incident, i + 1, asked.savers ? saversOf(incident, i + 1, played, io) : undefined)
  const one = number === undefined ? undefined : found[number - 1]
  if (number !== undefined && one !== undefined) {
    if (tried !== undefined) return tryIt(saversOf(one, number, played, io), tried, played, io)
    io.out(jsonText({ ...head, incident: report(one, number - 1) }))
  } else if (all) io.out(jsonText({ ...head, incidents: found.map(report) }))
  else {
    if (found.length === 0) io.say(`note: ${missing(asked, 0, tick)}`)
    io.out(jsonText({ ...head, liquidations: found.map((incident, i) => incidentRow(incident, i + 1)) }))
  }
  return DONE
}

function missing({ number, walls }: Asked, count: number, tick: number): string {
  if (count === 0) return `no pool is liquidated up to tick ${tick} with the walls ${walls}; --walls plays the others`
  return `--number ${number ?? ''}: ${count === 1 ? 'there is 1 liquidation' : `there are ${count} liquidations`} up to tick ${tick} with the walls ${walls}, numbered from 1`
}

/** Fifths of the way, on standard error: searching plays the scenario again and again. */
const TOLD = 5

function saversOf({ twin, seq }: Incident, number: number, { setup, runs, tick }: { readonly setup: Setup; readonly runs: TwinRuns; readonly tick: number }, io: Io): Counterfactuals {
  const moneyStep = new Decimal(10).pow(-currencyDecimals(setup.instruments))
  const search = counterfactuals(setup, runs[twin], { twin, seq, until: tick, moneyStep })
  let said = -1
  for (;;) {
    const step = search.next()
    if (step.done === true) return step.value
    const part = Math.floor((TOLD * step.value.done) / step.value.total)
    if (part > said) io.say(`liquidation ${number}: looking for what would have saved it, ${(100 * part) / TOLD} %`)
    said = Math.max(said, part)
  }
}

/** The scenario with the changes made, to be played with `run` or `incident`. */
function tryIt({ all }: Counterfactuals, tried: number, { scenario }: ReadScenario, io: Io): ExitCode {
  const saver = all[tried - 1]
  if (saver?.type !== 'found') {
    const count = all.filter(({ type }) => type === 'found').length
    return refused(count === 0 ? `--try ${tried}: nothing that was looked for would have saved it` : `--try ${tried}: 1 to ${count} would have saved it; --savers lists them`, io)
  }
  io.say(`note: ${saver.kind}, to be played with --walls ${saver.walls}`)
  const ordered = { ...scenario, commands: scenario.commands.toSorted((a, b) => a.tick - b.tick) }
  io.out(jsonText(scenarioDocument(changed(ordered, saver.changes))))
  return DONE
}

function refused(line: string, io: Io): ExitCode {
  io.say(line)
  return REFUSED
}
