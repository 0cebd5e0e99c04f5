import type { LastWords } from './LastWords.ts'

const KEY = 'bulkhead.leaving'

/** localStorage of this page's origin, where it is allowed. */
export function browserLastWords(): LastWords {
  return {
    say(record) {
      try {
        if (record === undefined) localStorage.removeItem(KEY)
        else localStorage.setItem(KEY, JSON.stringify(record))
      } catch {
        // Forbidden or full: then only what was saved before is kept.
      }
    },
    hear() {
      try {
        const text = localStorage.getItem(KEY)
        return text === null ? undefined : (JSON.parse(text) as unknown)
      } catch {
        return undefined
      }
    },
  }
}
