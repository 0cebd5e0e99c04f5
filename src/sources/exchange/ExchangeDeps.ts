import type { Millis } from '../../engine/index.ts'
import type { ExchangeProgress } from './ExchangeProgress.ts'
import type { PageCache } from './PageCache.ts'

/** The world outside, injected: tests have none of their own time, and nothing is asked unless someone calls. */
export interface ExchangeDeps {
  /** The platform's fetch. */
  readonly fetch: (url: string, init: ExchangeInit) => Promise<Response>
  readonly now: () => Millis
  /** Resolves after so long; may end early when the signal aborts. */
  readonly sleep: (millis: Millis, signal?: AbortSignal) => Promise<void>
  /** A signal that aborts after so long, for requests without an answer; the platform's AbortSignal.timeout unless said. */
  readonly timeout?: (millis: Millis) => AbortSignal
  /** The user's cancel. */
  readonly signal?: AbortSignal | undefined
  /** navigator.onLine; true unless said. */
  readonly online?: () => boolean
  /** True where a page asks, so that a request may be refused by the browser before it gets there. */
  readonly inBrowser?: boolean
  readonly cache?: PageCache | undefined
  readonly onProgress?: (progress: ExchangeProgress) => void
}

/** What every request carries: no cookies, no address of ours. */
export interface ExchangeInit {
  readonly method: 'GET' | 'POST'
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  readonly credentials: 'omit'
  readonly referrerPolicy: 'no-referrer'
  readonly cache: 'no-store'
}
