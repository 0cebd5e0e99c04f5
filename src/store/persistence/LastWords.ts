/**
 * A place that is written at once, before anything else happens. IndexedDB takes its time and does not finish what is begun
 * while the page goes away; what is not written there yet is said here and heard at the next start. [B10]
 */
export interface LastWords {
  /** In place of what was said before; `undefined` takes it back. Never throws. @returns whether it will be heard */
  readonly say: (record: unknown) => boolean
  readonly hear: () => unknown
}
