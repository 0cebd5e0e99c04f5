import { eventToJson, fundingHistory, TWINS } from '../engine/index.ts'
import { jsonText } from '../documents/json/jsonText.ts'
import { csvText } from './csvText.ts'
import { DONE, REFUSED, type ExitCode, type Io } from './Io.ts'
import { namedWalls, type NamedWalls } from './namedWalls.ts'
import { parseCommandLine } from './parseCommandLine.ts'
import { plainText } from './plainText.ts'
import { readScenario } from './readScenario.ts'
import { noteAge } from './rulesAge.ts'
import { playedTwins, runReport, runRows, type RunReport, type Twin } from './runReport.ts'
import { UsageError } from './UsageError.ts'
import { tickWithin, wholeOption } from './wholeOption.ts'

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
  const to = wholeOption('to', values.to, 'a tick')
  const forms = FORMS.filter((form) => values[form] === true)
  if (forms.length > 1) throw new UsageError(`--${forms.join(' and --')} exclude each other`)
  const read = await readScenario(positionals[0] ?? '-', io)
  if (read === undefined) return REFUSED
  const { scenario, setup, last } = read
  const tick = tickWithin('to', to, last)
  noteAge(setup.rules, io)
  const twins = playedTwins(setup, partitions, tick)
  const report = (): RunReport => runReport(scenario, setup, twins, tick)
  print(forms[0] ?? 'summary', { twins, report }, io)
  return DONE
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
  return text.split(',').map((name) => namedWalls(name, ' or all'))
}
