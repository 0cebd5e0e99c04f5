import type { ExchangeDeps } from '../ExchangeDeps.ts'
import type { ExchangeProgress } from '../ExchangeProgress.ts'
import type { PageCache, PageRow } from '../PageCache.ts'

/** The day on which tests load. */
export const TEST_NOW = Date.UTC(2026, 10, 23, 10, 30)

export interface TestDeps extends ExchangeDeps {
  /** Pauses that were waited, in ms; none takes real time. */
  readonly pauses: readonly number[]
  readonly told: readonly ExchangeProgress[]
}

/** A world in which time passes only by waiting. @param more  what is different */
export function testDeps(more: Partial<ExchangeDeps> = {}): TestDeps {
  let clock = TEST_NOW
  const pauses: number[] = []
  const told: ExchangeProgress[] = []
  return {
    fetch: (url, init) => fetch(url, init),
    now: () => clock,
    sleep: (millis) => {
      clock += millis
      pauses.push(millis)
      return Promise.resolve()
    },
    timeout: () => new AbortController().signal,
    onProgress: (progress) => told.push(progress),
    ...more,
    pauses,
    told,
  }
}

/** Pages in memory. */
export function memoryCache(): PageCache & { readonly pages: ReadonlyMap<string, readonly PageRow[]> } {
  const pages = new Map<string, readonly PageRow[]>()
  return {
    pages,
    get: (key) => Promise.resolve(pages.get(key)),
    put: (key, rows) => {
      pages.set(key, rows)
      return Promise.resolve()
    },
  }
}
