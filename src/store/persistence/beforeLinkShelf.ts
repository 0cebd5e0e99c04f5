import type { CalculateDesk } from '../slices/CalculateState.ts'
import type { KeyValueStorage } from './KeyValueStorage.ts'
import { isSavedScenario, type SavedScenario } from './SavedScenario.ts'

export const BEFORE_LINK_KEY = 'before-link'
/** So many of one's own works are kept; an older one gives way to a newer one. */
export const MOST_BEFORE_LINK = 5

/** One's own work that stood where a scenario from a link was kept. */
export interface WorkBeforeLink {
  readonly id: number
  readonly work: SavedScenario
  /** What the calculators held, where the link brought other inputs. */
  readonly desk: CalculateDesk | undefined
}

interface Kept {
  readonly schema: 1
  /** Newest first. */
  readonly works: readonly WorkBeforeLink[]
}

export async function readBeforeLink(storage: KeyValueStorage): Promise<readonly WorkBeforeLink[]> {
  return worksOf(await storage.get(BEFORE_LINK_KEY))
}

/** Adds works, the first in front; where the storage is full the oldest of those before give way. Rejects where there is no room for the new ones alone. */
export async function keepBeforeLink(storage: KeyValueStorage, added: readonly Omit<WorkBeforeLink, 'id'>[]): Promise<void> {
  if (added.length === 0) return
  for (let room = MOST_BEFORE_LINK - added.length; ; room -= 1) {
    try {
      await change(storage, (works) => withAdded(works, added, Math.max(0, room)))
      return
    } catch (error) {
      if (room <= 0 || !(error instanceof Error) || error.name !== 'QuotaExceededError') throw error
    }
  }
}

/** What the calculators hold takes the place of what is kept of them, so that neither is lost. */
export async function swapDesk(storage: KeyValueStorage, id: number, desk: CalculateDesk): Promise<void> {
  await change(storage, (works) => works.map((each) => (each.id === id ? { ...each, desk } : each)))
}

async function change(storage: KeyValueStorage, to: (works: readonly WorkBeforeLink[]) => readonly WorkBeforeLink[]): Promise<void> {
  await storage.update(BEFORE_LINK_KEY, (value) => ({ schema: 1, works: to(worksOf(value)) }) satisfies Kept)
}

function withAdded(works: readonly WorkBeforeLink[], added: readonly Omit<WorkBeforeLink, 'id'>[], room: number): readonly WorkBeforeLink[] {
  const next = 1 + Math.max(0, ...works.map(({ id }) => id))
  const others = works.filter((each) => !added.some((one) => isSame(one, each)))
  return [...added.map((each, index) => ({ ...each, id: next + added.length - 1 - index })), ...others.slice(0, room)]
}

/** The same work with the same inputs stands in the list once. */
function isSame(a: Omit<WorkBeforeLink, 'id'>, b: Omit<WorkBeforeLink, 'id'>): boolean {
  const text = ({ work, desk }: Omit<WorkBeforeLink, 'id'>): string => JSON.stringify([work.document, work.tree?.list.map(({ document, name }) => [document, name]) ?? [], desk])
  return text(a) === text(b)
}

/** The envelope only; the documents are checked when they are opened. */
function worksOf(value: unknown): readonly WorkBeforeLink[] {
  if (typeof value !== 'object' || value === null || !('works' in value) || !Array.isArray(value.works)) return []
  return value.works.filter(isWork)
}

function isWork(value: unknown): value is WorkBeforeLink {
  if (typeof value !== 'object' || value === null) return false
  const { id, work } = value as Partial<Record<keyof WorkBeforeLink, unknown>>
  return typeof id === 'number' && isSavedScenario(work)
}
