/** A step into a document: a key of an object or an index of a list. */
export type PathKey = string | number

/** One thing that is wrong with a document, and where. */
export interface Problem {
  /** From the root of the document; empty for the document as a whole. */
  readonly path: readonly PathKey[]
  /** One line, without the path. */
  readonly message: string
}

/** What reading a document gives: the value with what is odd about it, or everything that is wrong with it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly error: readonly Problem[] }

/** More lines than this tell nobody anything; the rest is counted. */
export const MOST_PROBLEMS = 50

export function accepted<T>(value: T, warnings: readonly Problem[] = []): Parsed<T> {
  return { ok: true, value, warnings }
}

export function refusedWith(problems: readonly Problem[]): { readonly ok: false; readonly error: readonly Problem[] } {
  return { ok: false, error: problems }
}

/** Adds many: `push(...many)` takes as many as fit the stack, and a hostile document has more. */
export function addAll(problems: Problem[], more: readonly Problem[]): void {
  for (const each of more) problems.push(each)
}

/** `positions[2].qty`, `tiers["BTC-PERP"][0].floor`; `$` is the document as a whole. */
export function pathText(path: readonly PathKey[]): string {
  const text = path
    .map((key) => {
      if (typeof key === 'number') return `[${key}]`
      return key.length <= LONGEST && /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(shortened(key))}]`
    })
    .join('')
  return text === '' ? '$' : text.replace(/^\./, '')
}

/** One line a problem, `path: message`; beyond `MOST_PROBLEMS` a line with the count of the rest. */
export function problemLines(problems: readonly Problem[]): string[] {
  const lines = problems.slice(0, MOST_PROBLEMS).map(({ path, message }) => `${pathText(path)}: ${message}`)
  const rest = problems.length - MOST_PROBLEMS
  return rest > 0 ? [...lines, `… and ${rest} more ${rest === 1 ? 'problem' : 'problems'}`] : lines
}

/** A value as a message quotes it: JSON, on one line, at most 60 characters. */
export function quoted(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(shortened(value))
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value)
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

const LONGEST = 60

/** A text as a message has room for. */
export function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 3)}...`
}
