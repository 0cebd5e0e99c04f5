import { clear, createStore, del, entries, get, getMany, keys, set, setMany, type UseStore } from 'idb-keyval'
import type { ExchangeJob, ExchangeStorage } from './ExchangeStorage.ts'

const PAGE = 'page:'
const SIZE = 'size:'

/**
 * IndexedDB of this page's origin, read and written where the pages come from: they cross no thread. Two databases of
 * their own, beside the one of scenarios: clearing pages can touch nothing else.
 */
export function browserExchangeStorage(): ExchangeStorage {
  const pages = opened('bulkhead-exchange-pages')
  const jobs = opened('bulkhead-exchange-jobs')
  return {
    page: async (key) => textOf(await get<unknown>(`${PAGE}${key}`, pages())),
    // In one transaction: what has a size is there.
    putPage: (key, text) => setMany([[`${PAGE}${key}`, text], [`${SIZE}${key}`, text.length]], pages()),
    async size() {
      const sizes = (await keys(pages())).filter((key) => typeof key === 'string' && key.startsWith(SIZE))
      const bytes = await getMany<unknown>(sizes, pages())
      return { pages: sizes.length, bytes: bytes.reduce<number>((sum, each) => sum + (typeof each === 'number' ? each : 0), 0) }
    },
    clearPages: () => clear(pages()),
    jobs: async () => (await entries<string, unknown>(jobs())).flatMap(([, value]) => (isJob(value) ? [value] : [])).toSorted((a, b) => b.at - a.at),
    putJob: (job) => set(job.id, job, jobs()),
    removeJob: (id) => del(id, jobs()),
  }
}

/** Opened at first use, so that a browser that forbids it says so there. */
function opened(name: string): () => UseStore {
  let store: UseStore | undefined
  return () => (store ??= createStore(name, 'kept'))
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function isJob(value: unknown): value is ExchangeJob {
  if (typeof value !== 'object' || value === null) return false
  const { id, request, share, reached, rows, at } = value as Partial<Record<keyof ExchangeJob, unknown>>
  return typeof id === 'string' && typeof request === 'object' && request !== null && [share, reached, rows, at].every((each) => typeof each === 'number')
}
