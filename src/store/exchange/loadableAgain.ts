import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'
import { filesOf } from '../scenarios/filesOf.ts'
import type { AgainState } from '../slices/ExchangeState.ts'

/** What can be loaded again of a scenario that was refused, where nothing else than prices of exchanges is missing. */
export function loadableAgain(source: string | ScenarioFile, problems: readonly string[]): AgainState | undefined {
  if (problems.length === 0 || !problems.every((problem) => problem.startsWith('tape.') && problem.includes(' are not kept in this browser'))) return undefined
  const files = filesOf(source).filter(({ name }) => problems.some((problem) => problem.includes(name)))
  if (files.length === 0 || files.some(({ origin }) => origin === undefined)) return undefined
  return { source, files, status: 'offered', progress: undefined, trouble: undefined, differing: [] }
}
