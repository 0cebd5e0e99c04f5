import { pathText, type PathKey, type Problem } from '../Problem.ts'

export interface WithoutNulls {
  readonly value: unknown
  readonly warnings: readonly Problem[]
  /** Where a null stood. */
  readonly places: ReadonlySet<string>
}

/** Keys that hold words: nothing is computed otherwise when they are not stated. */
const WORDS: ReadonlySet<PathKey> = new Set(['title', 'name', 'summary', 'source', 'date', 'id', 'leg', 'side'])

/**
 * A key whose value is null says nothing, as programs write what they do not know: it is left out, with a note where it
 * could have been a figure. Nulls in lists stay and are refused, and the author's own keys (`x-…`) are left as they are.
 */
export function withoutNulls(value: unknown): WithoutNulls {
  const found: PathKey[][] = []
  const stripped = strip(value, [], found)
  const figures = found.filter((path) => !WORDS.has(path.at(-1) ?? ''))
  return { value: stripped, warnings: notStated(figures.map((path) => ({ path, given: 'null' }))), places: new Set(found.map(pathText)) }
}

function strip(value: unknown, path: PathKey[], found: PathKey[][]): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    // Columns of prices are long and hold no objects.
    if (value.every((item) => typeof item !== 'object' || item === null)) return value
    return value.map((item, index) => strip(item, [...path, index], found))
  }
  const kept = Object.entries(value).flatMap(([key, child]: [string, unknown]) => {
    if (key.startsWith('x-')) return [[key, child]]
    if (child !== null) return [[key, strip(child, [...path, key], found)]]
    found.push([...path, key])
    return []
  })
  return Object.fromEntries(kept) as unknown
}

/** One note for what is the same in many rows. */
export function notStated(places: readonly { readonly path: readonly PathKey[]; readonly given: string }[]): readonly Problem[] {
  const alike = new Map<string, { readonly path: readonly PathKey[]; readonly given: string; count: number }>()
  for (const { path, given } of places) {
    const kind = JSON.stringify([path.map((key) => (typeof key === 'number' ? 0 : key)), given])
    const before = alike.get(kind)
    if (before === undefined) alike.set(kind, { path, given, count: 1 })
    else before.count += 1
  }
  return [...alike.values()].map(({ path, given, count }) => ({
    path,
    message: `${given} is taken as not stated${count === 1 ? '' : `, here and in ${count - 1} more`}`,
  }))
}
