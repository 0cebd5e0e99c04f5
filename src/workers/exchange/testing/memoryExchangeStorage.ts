import type { ExchangeJob, ExchangeStorage } from '../ExchangeStorage.ts'

/** The storage in memory; `fault` makes every write fail, `faultAll` every call. */
export interface MemoryExchangeStorage extends ExchangeStorage {
  readonly pages: Map<string, string>
  readonly unfinished: Map<string, ExchangeJob>
  fault: Error | undefined
  faultAll: Error | undefined
}

export function memoryExchangeStorage(): MemoryExchangeStorage {
  const pages = new Map<string, string>()
  const unfinished = new Map<string, ExchangeJob>()
  const doing = async <T>(isWrite: boolean, act: () => T): Promise<T> => {
    await Promise.resolve()
    const fault = storage.faultAll ?? (isWrite ? storage.fault : undefined)
    if (fault !== undefined) throw fault
    return act()
  }
  const storage: MemoryExchangeStorage = {
    pages,
    unfinished,
    fault: undefined,
    faultAll: undefined,
    page: (key) => doing(false, () => pages.get(key)),
    putPage: (key, text) => doing(true, () => void pages.set(key, text)),
    size: () => doing(false, () => ({ pages: pages.size, bytes: [...pages.values()].reduce((sum, text) => sum + text.length, 0) })),
    clearPages: () => doing(true, () => pages.clear()),
    jobs: () => doing(false, () => [...unfinished.values()].toSorted((a, b) => b.at - a.at)),
    putJob: (job) => doing(true, () => void unfinished.set(job.id, structuredClone(job))),
    removeJob: (id) => doing(true, () => void unfinished.delete(id)),
  }
  return storage
}
