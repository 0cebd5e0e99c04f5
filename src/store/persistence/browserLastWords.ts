import type { LastWords } from './LastWords.ts'

const KEY = 'bulkhead.leaving'

/** localStorage of this page's origin, where it is allowed. */
export function browserLastWords(): LastWords {
  return {
    say(record) {
      try {
        if (record === undefined) localStorage.removeItem(KEY)
        else localStorage.setItem(KEY, JSON.stringify(record))
        return true
      } catch {
        return false // forbidden or full: what was said before stands, and it may be older than what is saved by then
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
