import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'
import { heardWork } from './spokenWork.ts'
import { isSavedTree, type SavedTree } from './SavedTree.ts'

/** What is kept of the session. */
export interface SavedScenario {
  readonly schema: 1
  /** Counts savings, in whatever tab. */
  readonly revision: number
  /** The tab that wrote it. */
  readonly tab: string
  readonly document: ScenarioFile
  readonly builtinId: string | undefined
  readonly isEdited: boolean
  readonly tick: number
  /** The lines it is one of; absent in records from before there were any. [B7] */
  readonly tree?: SavedTree | undefined
}

/** The envelope only; the document inside is checked by the worker. */
export function isSavedScenario(value: unknown): value is SavedScenario {
  if (typeof value !== 'object' || value === null) return false
  const { schema, revision, tab, document, tick, tree } = value as Partial<Record<keyof SavedScenario, unknown>>
  const isStamped = schema === 1 && typeof revision === 'number' && typeof tab === 'string'
  if (tree !== undefined && !isSavedTree(tree)) return false
  return isStamped && typeof document === 'object' && document !== null && typeof tick === 'number' && Number.isInteger(tick)
}

/** The later of what was saved and what was said when the page went away. What was saved and cannot be read stays what it is. */
export function laterOf(saved: unknown, words: unknown): unknown {
  const said = heardWork(words, saved)
  if (!isSavedScenario(said)) return saved
  return saved === undefined || (isSavedScenario(saved) && !isNewer(saved) && said.revision > saved.revision) ? said : saved
}

/** Whether a record was written by a version that counts further than this one. */
export function isNewer(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { schema, document } = value as { schema?: unknown; document?: unknown }
  return isAbove(schema) || (typeof document === 'object' && document !== null && isAbove((document as { schema?: unknown }).schema))
}

function isAbove(schema: unknown): boolean {
  return typeof schema === 'number' && schema > 1
}
