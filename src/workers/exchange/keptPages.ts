import type { PageCache } from '../../sources/exchange/PageCache.ts'
import type { ExchangeStorage } from './ExchangeStorage.ts'
import { pageRows, pageText } from './pageText.ts'
import type { KeepTrouble } from './protocol.ts'

/** Pages kept in this browser. A storage that refuses once is left alone from then on; it never stops a load. */
export function keptPages(storage: ExchangeStorage, onTrouble: (trouble: KeepTrouble) => void): PageCache {
  let isOff = false
  const off = (error: unknown): void => {
    if (!isOff) onTrouble(keepTrouble(error))
    isOff = true
  }
  return {
    async get(key) {
      if (isOff) return undefined
      const text = await storage.page(key).catch(off)
      return text === undefined ? undefined : pageRows(text)
    },
    async put(key, rows) {
      if (!isOff) await storage.putPage(key, pageText(rows)).catch(off)
    },
  }
}

/** What a refusal of the storage means. */
export function keepTrouble(error: unknown): KeepTrouble {
  return error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'unavailable'
}
