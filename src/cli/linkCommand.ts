import { jsonText } from '../documents/json/jsonText.ts'
import { encodeLink } from '../documents/link/encodeLink.ts'
import { linkFragment } from '../documents/link/linkAddress.ts'
import { LONG_LINK_CHARACTERS } from '../documents/link/linkLimits.ts'
import { LINK_VIEWS, type LinkedDocument, type LinkView } from '../documents/link/LinkPayload.ts'
import { openLink } from '../documents/link/openLink.ts'
import { writtenTape } from '../documents/link/writtenTape.ts'
import { problemLines } from '../documents/Problem.ts'
import { parseScenario } from '../documents/scenario/parseScenario.ts'
import type { Scenario } from '../documents/scenario/Scenario.ts'
import { DONE, REFUSED, type ExitCode, type Io } from './Io.ts'
import { parseCommandLine } from './parseCommandLine.ts'
import { readDocument, warn } from './readDocument.ts'
import { scenarioDocument } from './scenarioDocument.ts'
import { filePartsOf } from '../documents/scenario/filePartsOf.ts'
import { tapeOfSource } from '../sources/tapeOfSource.ts'
import { supplyOf } from './supplyOf.ts'
import { UsageError } from './UsageError.ts'

const OPTIONS = { open: { type: 'string' }, view: { type: 'string' }, tick: { type: 'string' } } as const

/** `link <scenario.json>`: the scenario as the fragment of an address. `link --open <link>`: the scenario of a link. */
export async function linkCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = parseCommandLine(args, { options: OPTIONS, operands: ['<scenario.json>?'] })
  const { open, view = 'simulate', tick } = values
  if (open !== undefined) {
    if (positionals[0] !== undefined) throw new UsageError(`--open takes the link; ${JSON.stringify(positionals[0])} was not expected`)
    return opened(open, io)
  }
  const path = positionals[0]
  if (path === undefined) throw new UsageError('<scenario.json> was expected, or --open with a link')
  return made(path, { view: viewOf(view), tick: tick === undefined ? undefined : tickOf(tick) }, io)
}

function viewOf(text: string): LinkView {
  const view = LINK_VIEWS.find((each) => each === text)
  if (view === undefined) throw new UsageError(`--view: one of ${LINK_VIEWS.join(', ')} was expected, ${JSON.stringify(text)} was given`)
  return view
}

function tickOf(text: string): number {
  const tick = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(tick)) throw new UsageError(`--tick: a whole tick was expected, ${JSON.stringify(text)} was given`)
  return tick
}

async function opened(text: string, io: Io): Promise<ExitCode> {
  const link = await openLink(text === '-' ? await io.read('-') : text)
  if (!link.ok) return refused(problemLines(link.error), io)
  warn(io, link.warnings)
  const { view, tick } = link.value.payload
  io.say(`note: opens on ${view}${tick === undefined ? '' : ` at tick ${tick}`}`)
  io.out(jsonText(scenarioDocument(link.value.scenario)))
  return DONE
}

async function made(path: string, { view, tick }: { readonly view: LinkView; readonly tick: number | undefined }, io: Io): Promise<ExitCode> {
  const scenario = await readDocument(io, path, parseScenario)
  if (scenario === undefined) return REFUSED
  const document = await travelling(scenario, path, io)
  const link = await encodeLink({ scenario: document, view, tick })
  if (!link.ok) return refused(problemLines(link.error), io)
  const { length } = link.value
  if (length > LONG_LINK_CHARACTERS) io.say(`note: the link has ${length} characters; chat applications may cut it: send the file if it does not open`)
  io.out(`${linkFragment(link.value, view)}\n`)
  return DONE
}

/** The scenario with the prices of its files written out, where they are few. */
async function travelling(scenario: Scenario, path: string, io: Io): Promise<LinkedDocument> {
  const document = scenarioDocument(scenario)
  const files = filePartsOf(scenario.tape)
  if (files.length === 0) return document
  const names = files.map(({ name }) => name).join(', ')
  const tape = await tapeOfSource(scenario.tape, supplyOf(path, io))
  const written = tape.ok ? writtenTape(tape.value) : undefined
  io.say(written === undefined ? `note: the link does not hold the prices of ${names}: send the files with it` : `note: the prices of ${names} are in the link`)
  return written === undefined ? document : { ...document, tape: written }
}

function refused(lines: readonly string[], io: Io): ExitCode {
  for (const line of lines) io.say(line)
  return REFUSED
}
