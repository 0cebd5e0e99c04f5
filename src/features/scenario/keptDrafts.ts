import { createContext, useContext, useState } from 'react'

/** What was typed into a form, and into which one of what. */
interface Kept {
  /** The prices that were open; a form that begins with others begins anew. */
  readonly of: unknown
  readonly value: unknown
}

export type DraftShelf = Map<string, Kept>

/** Of the panel that is closed by a press beside it, or by an explanation that lies over it. */
export const KeptDrafts = createContext<DraftShelf>(new Map())

/**
 * A form's state that is there again when the panel is opened again, as long as the same prices are open.
 * @param name  one a form   @param of  compared by identity
 */
export function useKeptDraft<T>(name: string, of: unknown, begin: () => T): readonly [T, (next: T) => void] {
  const shelf = useContext(KeptDrafts)
  const [value, setValue] = useState<T>(() => {
    const kept = shelf.get(name)
    // Put there under this name by this form.
    return kept !== undefined && kept.of === of ? (kept.value as T) : begin()
  })
  return [
    value,
    (next) => {
      shelf.set(name, { of, value: next })
      setValue(next)
    },
  ]
}
