import { ok, priceKey, refused, toJson, type Result, type Setup, type Tape } from '../../engine/index.ts'
import { problemLines } from '../../documents/Problem.ts'
import { filePartsOf } from '../../documents/scenario/filePartsOf.ts'
import type { RulesDocument } from '../../documents/rules/RulesDocument.ts'
import type { PositionMode, Scenario } from '../../documents/scenario/Scenario.ts'
import { scenarioSetup } from '../../documents/scenario/scenarioSetup.ts'
import { scenarioToDocument } from '../../documents/scenario/scenarioToDocument.ts'
import { tapeHash } from '../../tapes/tapeHash.ts'
import type { Plain } from '../Plain.ts'
import type { ScenarioFile } from './ScenarioFile.ts'
import { currencyOf } from './currencyOf.ts'
import type { SessionInfo, TapeInfo } from './SessionInfo.ts'
import { parseWithVenues, rulesAsWritten } from './parseWithVenues.ts'
import { tapeOfSource } from '../../sources/tapeOfSource.ts'
import type { TapeSupply } from '../../sources/TapeSupply.ts'

export interface OpenedScenario {
  readonly setup: Setup
  readonly positionMode: PositionMode
  /** The document says which prices it has: a file without a checksum is whichever came with the request. */
  readonly isTapeNamed: boolean
  readonly info: Omit<SessionInfo, 'revision'>
}

/** Prices that were made before, and their hash. */
export interface KnownTape {
  readonly tape: Tape
  readonly checksum: string
}

/**
 * A scenario document, checked, with its prices at hand; or one line for each thing that is wrong with it.
 * @param known  the prices it names, where they need not be made again
 */
export async function openScenario(source: string | ScenarioFile, supply: TapeSupply, known?: KnownTape): Promise<Result<OpenedScenario, readonly string[]>> {
  const parsed = await parseWithVenues(source)
  if (!parsed.ok) return refused(problemLines(parsed.error))
  const scenario = parsed.value
  const tape = known === undefined ? await tapeOfSource(scenario.tape, supply) : ok(known.tape)
  if (!tape.ok) return tape
  const { setup, problems, warnings } = scenarioSetup(scenario, tape.value)
  if (problems.length > 0) return refused(problemLines(problems))
  const rules = await rulesAsWritten(scenario)
  return ok({
    setup,
    positionMode: scenario.positionMode,
    isTapeNamed: filePartsOf(scenario.tape).every(({ checksum }) => checksum !== undefined),
    info: {
      document: fileOf(scenario, rules),
      tape: tapeInfo(setup.tape, known?.checksum),
      instruments: setup.instruments.map((each) => plain(each)),
      rules: plain(setup.rules),
      currency: currencyOf(setup.instruments),
      warnings: problemLines([...parsed.warnings, ...warnings]),
    },
  })
}

/** The document as JSON values; ids and ticks of its commands are filled in by the reader. */
function fileOf(scenario: Scenario, rules: string | RulesDocument): ScenarioFile {
  return JSON.parse(JSON.stringify(scenarioToDocument(scenario, rules))) as ScenarioFile
}

/** `toJson` with the type it has. */
export function plain<T>(value: T): Plain<T> {
  return toJson(value) as Plain<T>
}

/** What the screen says about a tape. */
export function tapeInfo(tape: Tape, checksum = tapeHash(tape)): TapeInfo {
  const { id, title, source, time, barMillis, between, candlePath, series } = tape
  return {
    id,
    title,
    source,
    ticks: time.length,
    firstTime: time[0]!,
    lastTime: time[time.length - 1]!,
    barMillis,
    between,
    candlePath,
    hasCandles: series.some((each) => each.open !== undefined),
    checksum,
    firstMarks: Object.fromEntries(series.map((each) => [priceKey(each.instrument, each.kind), String((each.open ?? each.close)[0])])),
  }
}
