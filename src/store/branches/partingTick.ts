import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'

/** What a play does not depend on. */
const ASIDE: ReadonlySet<string> = new Set(['title', 'settings', 'commands'] satisfies (keyof ScenarioFile)[])

/**
 * The first tick at which two documents play differently; undefined where they play the same. What holds from the start
 * (wallet, rules, prices) parts them at 0. [B1]
 * @param tapeFrom  where it is known: the first tick at which their prices differ
 */
export function partingTick(a: ScenarioFile, b: ScenarioFile, tapeFrom = 0): number | undefined {
  if (!isSame(a, b, (key) => key !== 'tape')) return 0
  const ticks = [...(isSameTape(a, b) ? [] : [tapeFrom]), ...differingCommands(a, b)]
  return ticks.length === 0 ? undefined : Math.min(...ticks)
}

/** Whether two documents play the same, commands aside. */
export function isSamePlay(a: ScenarioFile, b: ScenarioFile): boolean {
  return isSame(a, b, () => true)
}

export function isSameTape(a: ScenarioFile, b: ScenarioFile): boolean {
  return isEqual(a.tape, b.tape)
}

function isSame(a: ScenarioFile, b: ScenarioFile, counts: (key: string) => boolean): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as ReadonlySet<keyof ScenarioFile>
  return [...keys].every((key) => ASIDE.has(key) || !counts(key) || isEqual(a[key], b[key]))
}

/** Commands are decided in the order of their ticks, and at one tick in the order of the list. */
function differingCommands({ commands: a }: ScenarioFile, { commands: b }: ScenarioFile): readonly number[] {
  if (a === b) return []
  const [one, other] = [a, b].map((list) => list.toSorted((first, second) => first.tick - second.tick))
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const [left, right] = [one?.[i], other?.[i]]
    if (isEqual(left, right)) continue
    return [Math.min(left?.tick ?? Number.POSITIVE_INFINITY, right?.tick ?? Number.POSITIVE_INFINITY)]
  }
  return []
}

function isEqual(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
