import type { SavedRules } from '../slices/RulesState.ts'
import { keepAside } from './keepAside.ts'
import type { KeyValueStorage } from './KeyValueStorage.ts'

export const RULES_KEY = 'rules'

interface Kept {
  readonly schema: 1
  readonly sets: readonly SavedRules[]
}

/** One's own sets of rules, in one record: every change is read and written in one transaction, so tabs do not undo each other. */
export interface RulesShelf {
  /** @returns the sets, and where a record that could not be read was put aside */
  readonly read: () => Promise<{ readonly sets: readonly SavedRules[]; readonly aside: string | undefined }>
  readonly change: (to: (sets: readonly SavedRules[]) => readonly SavedRules[]) => Promise<readonly SavedRules[]>
}

export function rulesShelf(storage: KeyValueStorage): RulesShelf {
  return {
    async read() {
      const value = await storage.get(RULES_KEY)
      if (value === undefined) return { sets: [], aside: undefined }
      if (isKept(value)) return { sets: value.sets, aside: undefined }
      // The next change writes over the record: it is put where nothing does, first.
      return { sets: [], aside: await keepAside(storage, value) }
    },
    async change(to) {
      let sets: readonly SavedRules[] = []
      await storage.update(RULES_KEY, (value) => {
        sets = to(isKept(value) ? value.sets : [])
        return { schema: 1, sets } satisfies Kept
      })
      return sets
    },
  }
}

/** The envelope only; a document is checked when it is used. */
function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false
  const { schema, sets } = value as Partial<Record<keyof Kept, unknown>>
  return schema === 1 && Array.isArray(sets) && sets.every(isSavedRules)
}

function isSavedRules(value: unknown): value is SavedRules {
  if (typeof value !== 'object' || value === null) return false
  const { id, document } = value as Partial<Record<keyof SavedRules, unknown>>
  return typeof id === 'string' && typeof document === 'object' && document !== null
}
