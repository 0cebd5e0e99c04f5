/** What a user or a venue can refuse is a value, not an exception. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function refused<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error }
}

/** For what cannot happen. The message starts with the rule that would be broken. */
export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`Broken invariant ${message}`)
}

/** The value of a key that must be there. */
export function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`Broken invariant: ${what} was missing`)
  return value
}
