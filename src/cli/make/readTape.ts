import type { Tape } from '../../engine/index.ts'
import { readJson } from '../../documents/json/readJson.ts'
import { problemLines } from '../../documents/Problem.ts'
import { parseScenario } from '../../documents/scenario/parseScenario.ts'
import { parseTapeSource } from '../../documents/scenario/parseTapeSource.ts'
import type { TapeSource } from '../../documents/scenario/TapeSource.ts'
import { tapeOfSource } from '../../sources/tapeOfSource.ts'
import type { Io } from '../Io.ts'
import { supplyOf } from '../supplyOf.ts'

/** The prices of a Scenario document, or of its `tape` alone; what is wrong is said, one line a problem. Absent when they cannot be made. */
export async function readTape(path: string, text: string, io: Io): Promise<Tape | undefined> {
  const source = sourceOf(text)
  const made = 'problems' in source ? { ok: false as const, error: source.problems } : await tapeOfSource(source.source, supplyOf(path, io))
  if (made.ok) return made.value
  for (const line of made.error) io.say(line)
  return undefined
}

/** Whether a text is a document that names prices: one with a `tape`, or the `tape` itself with its `type`. */
export function namesPrices(text: string): boolean {
  if (!text.trimStart().startsWith('{')) return false
  const { json } = readJson(text)
  return typeof json?.value === 'object' && json.value !== null && ('tape' in json.value || 'type' in json.value)
}

function sourceOf(text: string): { readonly source: TapeSource } | { readonly problems: readonly string[] } {
  const { json, problems } = readJson(text)
  if (json === undefined || problems.length > 0) return { problems: problemLines(problems) }
  const { value } = json
  if (typeof value === 'object' && value !== null && !('tape' in value)) {
    const source = parseTapeSource(value)
    return source.ok ? { source: source.value } : { problems: source.error }
  }
  const scenario = parseScenario(value)
  return scenario.ok ? { source: scenario.value.tape } : { problems: problemLines(scenario.error) }
}
