/**
 * A place that is written at once. IndexedDB does not finish what is begun while the page goes away; what was done in the
 * last moment is said here and heard at the next start.
 */
export interface LastWords {
  /** In place of what was said before; `undefined` takes it back. Never throws. */
  readonly say: (record: unknown) => void
  readonly hear: () => unknown
}
