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

export function isEqualJson(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
