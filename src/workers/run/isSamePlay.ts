import type { ScenarioFile } from './ScenarioFile.ts'

/** What a play does not depend on, and what can be changed while it is open. */
const ASIDE: ReadonlySet<string> = new Set(['title', 'settings', 'commands'] satisfies (keyof ScenarioFile)[])

/** Whether two documents play the same, commands aside. */
export function isSamePlay(a: ScenarioFile, b: ScenarioFile): boolean {
  return isSameBeside(a, b) && isSameTape(a, b)
}

/** The same of everything but commands and prices. */
export function isSameBeside(a: ScenarioFile, b: ScenarioFile): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as ReadonlySet<keyof ScenarioFile>
  return [...keys].every((key) => key === 'tape' || ASIDE.has(key) || isEqualJson(a[key], b[key]))
}

export function isSameTape(a: ScenarioFile, b: ScenarioFile): boolean {
  return isEqualJson(a.tape, b.tape)
}

/** The same JSON, in whatever order its fields were written; a field that is undefined is none. */
export function isEqualJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Number.isNaN(a) && Number.isNaN(b)
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, i) => isEqualJson(each, b[i]))
  const [one, other] = [a, b] as readonly [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>]
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => isEqualJson(one[key], other[key]))
}
