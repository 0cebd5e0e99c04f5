/** A place that outlives the page. Every call may reject: private windows, blocked or full storage. */
export interface KeyValueStorage {
  readonly get: (key: string) => Promise<unknown>
  readonly set: (key: string, value: unknown) => Promise<void>
  /** Reads and writes in one transaction; `undefined` from the callback leaves everything as it is. */
  readonly update: (key: string, change: (value: unknown) => unknown) => Promise<void>
  readonly keys: () => Promise<readonly string[]>
}
