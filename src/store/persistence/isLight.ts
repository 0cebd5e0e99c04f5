import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'
import type { Snapshot } from './createSaver.ts'

/** So many commands in all lines are written down in a millisecond or two. */
const MOST_COMMANDS = 5_000

/** Whether a snapshot is small enough to be written down in place, while the user waits: prices are not. */
export function isLight({ document, tree }: Snapshot): boolean {
  const documents = [document, ...(tree?.list ?? []).flatMap((branch) => branch.document ?? [])]
  return documents.every(isMade) && documents.reduce((sum, { commands }) => sum + commands.length, 0) <= MOST_COMMANDS
}

/** Prices of its own are written in the document: columns, or points drawn by hand. */
function isMade({ tape }: ScenarioFile): boolean {
  return tape.type !== 'inline' && tape.type !== 'drawn'
}
