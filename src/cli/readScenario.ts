import type { Setup } from '../engine/index.ts'
import { problemLines } from '../documents/Problem.ts'
import { parseScenario } from '../documents/scenario/parseScenario.ts'
import type { Scenario } from '../documents/scenario/Scenario.ts'
import { scenarioSetup } from '../documents/scenario/scenarioSetup.ts'
import type { Io } from './Io.ts'
import { readDocument, warn } from './readDocument.ts'
import { tapeOfSource } from '../sources/tapeOfSource.ts'
import { supplyOf } from './supplyOf.ts'

/** A scenario that can be played. */
export interface ReadScenario {
  readonly scenario: Scenario
  readonly setup: Setup
  /** Number of its last tick. */
  readonly last: number
}

/** Reads a scenario with its prices; what is wrong or odd is said, one line a problem. Absent when it was refused. */
export async function readScenario(path: string, io: Io): Promise<ReadScenario | undefined> {
  const scenario = await readDocument(io, path, parseScenario)
  return scenario === undefined ? undefined : withPrices(scenario, path, io)
}

/** The same of a scenario that has been parsed. */
export async function withPrices(scenario: Scenario, path: string, io: Io): Promise<ReadScenario | undefined> {
  const tape = await tapeOfSource(scenario.tape, supplyOf(path, io))
  if (!tape.ok) {
    for (const line of tape.error) io.say(line)
    return undefined
  }
  const { setup, problems, warnings } = scenarioSetup(scenario, tape.value)
  if (problems.length > 0) {
    for (const line of problemLines(problems)) io.say(line)
    return undefined
  }
  warn(io, warnings)
  return { scenario, setup, last: setup.tape.time.length - 1 }
}
