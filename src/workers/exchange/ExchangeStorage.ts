import type { ExchangeRequest } from '../../sources/exchange/ExchangeRequest.ts'
import type { Millis } from '../../engine/index.ts'

/** What the loader keeps in this browser: pages that cannot change any more, and loads that did not end. Every call may reject. */
export interface ExchangeStorage {
  readonly page: (key: string) => Promise<string | undefined>
  readonly putPage: (key: string, text: string) => Promise<void>
  /** Size of all pages. */
  readonly size: () => Promise<PagesSize>
  readonly clearPages: () => Promise<void>
  readonly jobs: () => Promise<readonly ExchangeJob[]>
  readonly putJob: (job: ExchangeJob) => Promise<void>
  readonly removeJob: (id: string) => Promise<void>
}

export interface PagesSize {
  readonly pages: number
  readonly bytes: number
}

/** A load that was begun and did not end: the tab was closed, the network went, the user cancelled. */
export interface ExchangeJob {
  /** The same for the same question. */
  readonly id: string
  readonly request: ExchangeRequest
  /** What was loaded when it was last heard of: 0 to 1, and the date reached. */
  readonly share: number
  readonly reached: Millis
  readonly rows: number
  /** When it was last heard of. */
  readonly at: Millis
}
