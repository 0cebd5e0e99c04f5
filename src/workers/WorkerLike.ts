/** The part of a Worker that a client uses; a test hands in one that lives in the same thread. */
export interface WorkerLike {
  postMessage(message: unknown, transfer?: Transferable[]): void
  terminate(): void
  addEventListener(type: 'message' | 'error' | 'messageerror', listener: (event: WorkerSignal) => void): void
}

/** A message carries data, an error its text. */
export interface WorkerSignal {
  readonly data?: unknown
  readonly message?: string
}
