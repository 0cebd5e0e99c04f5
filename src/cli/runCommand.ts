import { eventToJson, fundingHistory, TWINS } from '../engine/index.ts'
import { jsonText } from '../documents/json/jsonText.ts'
import { problemLines } from '../documents/Problem.ts'
import { parseScenario } from '../documents/scenario/parseScenario.ts'
import { scenarioSetup } from '../documents/scenario/scenarioSetup.ts'
import { csvText } from './csvText.ts'
import { DONE, REFUSED, type ExitCode, type Io } from './Io.ts'
import { parseCommandLine } from './parseCommandLine.ts'
import { plainText } from './plainText.ts'
import { readDocument, warn } from './readDocument.ts'
import { noteAge } from './rulesAge.ts'
import { playedTwins, runReport, runRows, type NamedWalls, type RunReport, type Twin } from './runReport.ts'
import { tapeOfSource } from './tapeOfSource.ts'
import { UsageError } from './UsageError.ts'

const OPTIONS = {
  walls: { type: 'string' },
  to: { type: 'string' },
  events: { type: 'boolean' },
  funding: { type: 'boolean' },
  hash: { type: 'boolean' },
  csv: { type: 'boolean' },
} as const

const FORMS = ['events', 'funding', 'hash', 'csv'] as const
type Form = (typeof FORMS)[number] | 'summary'

/** `run <scenario.json>`: plays a scenario under one partition or several. */
export async function runCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseCommandLine(args, { options: OPTIONS, operands: ['<scenario.json>'] })
  const partitions = partitionsOf(values.walls ?? 'all')
  const to = values.to === undefined ? undefined : tickOf(values.to)
  const forms = FORMS.filter((form) => values[form] === true)
  if (forms.length > 1) throw new UsageError(`--${forms.join(' and --')} exclude each other`)
  const path = positionals[0] ?? '-'
  const scenario = await readDocument(io, path, parseScenario)
  if (scenario === undefined) return REFUSED
  const tape = await tapeOfSource(scenario.tape, path, io)
  if (!tape.ok) return refused(tape.error.message.split('\n').map((line) => (/^tape\b/.test(line) ? line : `tape: ${line}`)), io)
  const last = tape.value.time.length - 1
  if (to !== undefined && to > last) throw new UsageError(`--to ${to}: the tape ends with tick ${last}`)
  const { setup, problems, warnings } = scenarioSetup(scenario, tape.value)
  if (problems.length > 0) return refused(problemLines(problems), io)
  warn(io, warnings)
  noteAge(setup.rules, io)
  const tick = to ?? last
  const twins = playedTwins(setup, partitions, tick)
  const report = (): RunReport => runReport(scenario, setup, twins, tick)
  print(forms[0] ?? 'summary', { twins, report }, io)
  return DONE
}

function refused(lines: readonly string[], io: Io): ExitCode {
  for (const line of lines) io.say(line)
  return REFUSED
}

function print(form: Form, { twins, report }: { readonly twins: readonly Twin[]; readonly report: () => RunReport }, io: Io): void {
  if (form === 'events') printEvents(twins, io)
  else if (form === 'funding') printFunding(twins, io)
  else if (form === 'csv') io.out(csvText(runRows(report())))
  else io.out(jsonText(form === 'hash' ? hashes(report()) : report()))
}

/** Every funding payment of every leg, one JSON object a line, twin after twin. [F3] */
function printFunding(twins: readonly Twin[], io: Io): void {
  for (const { walls, run } of twins) {
    for (const row of fundingHistory(run.events)) io.out(`${JSON.stringify({ walls, ...Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === 'object' ? plainText(value) : value])) })}\n`)
  }
}

function hashes({ tape, twins }: RunReport) {
  return { tape: tape.hash, events: Object.fromEntries(twins.map(({ walls, hash }) => [walls, hash])) }
}

/** One JSON object a line, twin after twin. */
function printEvents(twins: readonly Twin[], io: Io): void {
  for (const { walls, run } of twins) {
    for (const event of run.events) io.out(`${JSON.stringify({ walls, ...eventToJson(event) })}\n`)
  }
}

function partitionsOf(text: string): readonly NamedWalls[] {
  if (text === 'all') return TWINS
  return text.split(',').map((name) => {
    const walls = TWINS.find((each) => each === name)
    if (walls === undefined) throw new UsageError(`--walls: one of ${TWINS.join(', ')} or all was expected, ${JSON.stringify(name)} was given`)
    return walls
  })
}

function tickOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--to: a tick was expected, ${JSON.stringify(text)} was given`)
  return Number(text)
}
