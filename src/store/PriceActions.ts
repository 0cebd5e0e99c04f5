import type { PathLook, PathRequest } from '../workers/run/PathLook.ts'

/** What keeps prices from being made, one line each, by path. */
export type PathAnswer = { readonly ok: true; readonly value: PathLook } | { readonly ok: false; readonly error: readonly string[] }

/** Prices that are chosen among. Nothing here changes what is open. */
export interface PriceActions {
  /** The prices a source would make, small. Undefined where it was called off or something newer was asked. */
  readonly lookAtPath: (source: PathRequest['source'], signal: AbortSignal) => Promise<PathAnswer | undefined>
}
