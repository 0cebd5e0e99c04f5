import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'
import type { Snapshot } from './createSaver.ts'

/** So many commands in all branches are written down in a millisecond or two. */
const MOST_COMMANDS = 5_000

/** In place of prices that are written in a document: those of a branch of the record that was saved last; of its document where it names none. */
interface KeptTape {
  readonly type: 'kept'
  readonly revision: number
  readonly branch: string | undefined
}

/** What the storage has, and as which revision. */
export interface SavedWork {
  readonly snapshot: Snapshot
  readonly revision: number
}

/**
 * A snapshot small enough to be written down in place, while the user waits: prices stay where they were saved. Absent
 * where they were not yet, or where there is too much else.
 */
export function spokenWork(snapshot: Snapshot, saved: SavedWork | undefined): object | undefined {
  const { document, tree } = snapshot
  const documents = [document, ...(tree?.list ?? []).flatMap((branch) => branch.document ?? [])]
  if (documents.reduce((sum, { commands }) => sum + commands.length, 0) > MOST_COMMANDS) return undefined
  const spoken = documents.map((each) => spokenDocument(each, saved))
  if (spoken.includes(undefined)) return undefined
  const [open, ...others] = spoken
  return { ...snapshot, document: open, ...(tree === undefined ? {} : { tree: { ...tree, list: tree.list.map((branch) => (branch.document === undefined ? branch : { ...branch, document: others.shift() })) } }) }
}

function spokenDocument(document: ScenarioFile, saved: SavedWork | undefined): object | undefined {
  const { tape } = document
  if (tape.type !== 'inline' && tape.type !== 'drawn') return document
  if (saved === undefined) return undefined
  const { snapshot, revision } = saved
  const branch = snapshot.tree?.list.find((each) => each.document?.tape === tape)
  if (snapshot.document.tape !== tape && branch === undefined) return undefined
  return { ...document, tape: { type: 'kept', revision, branch: snapshot.document.tape === tape ? undefined : branch?.id } satisfies KeptTape }
}

/** What was said with the prices it left in the record that was saved; as it is where it left none there, absent where they are not there. */
export function heardWork(said: unknown, saved: unknown): unknown {
  if (!isObject(said)) return said
  const document = heardDocument(said['document'], saved)
  const tree = said['tree']
  if (!isObject(tree) || !Array.isArray(tree['list'])) return document === undefined ? undefined : { ...said, document }
  const list: readonly unknown[] = tree['list']
  const heard = list.map((branch) => (isObject(branch) && branch['document'] !== undefined ? { ...branch, document: heardDocument(branch['document'], saved) } : branch))
  const isWhole = document !== undefined && heard.every((branch, i) => !isObject(branch) || (branch['document'] === undefined) === (fieldOf(list[i], 'document') === undefined))
  return isWhole ? { ...said, document, tree: { ...tree, list: heard } } : undefined
}

function heardDocument(document: unknown, saved: unknown): unknown {
  const tape = fieldOf(document, 'tape')
  if (!isObject(document) || fieldOf(tape, 'type') !== 'kept') return document
  if (fieldOf(tape, 'revision') !== fieldOf(saved, 'revision')) return undefined
  const id = fieldOf(tape, 'branch')
  const list = fieldOf(fieldOf(saved, 'tree'), 'list')
  const branch: unknown = id === undefined ? saved : Array.isArray(list) ? list.find((each) => fieldOf(each, 'id') === id) : undefined
  const kept = fieldOf(fieldOf(branch, 'document'), 'tape')
  return kept === undefined ? undefined : { ...document, tape: kept }
}

function fieldOf(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
