import { createStore, get, keys, set, update } from 'idb-keyval'
import type { KeyValueStorage } from './KeyValueStorage.ts'

/** IndexedDB of this page's origin. Opened at first use, so that a browser that forbids it says so there. */
export function browserStorage(): KeyValueStorage {
  let opened: ReturnType<typeof createStore> | undefined
  const store = (): ReturnType<typeof createStore> => (opened ??= createStore('bulkhead', 'kept'))
  return {
    get: async (key) => get<unknown>(key, store()),
    set: async (key, value) => set(key, value, store()),
    update: async (key, change) => update<unknown>(key, (value) => change(value) ?? value, store()),
    keys: async () => (await keys(store())).filter((key) => typeof key === 'string'),
  }
}
