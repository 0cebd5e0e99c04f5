import { isEqualJson, isSameBeside, isSameTape } from '../../workers/run/isSamePlay.ts'
import type { ScenarioFile } from '../../workers/run/ScenarioFile.ts'

/**
 * The first tick at which two documents play differently; undefined where they play the same. What holds from the start
 * (wallet, rules, prices) parts them at 0. [B1]
 * @param tapeFrom  where it is known: the first tick at which their prices differ
 */
export function partingTick(a: ScenarioFile, b: ScenarioFile, tapeFrom = 0): number | undefined {
  if (!isSameBeside(a, b)) return 0
  const ticks = [...(isSameTape(a, b) ? [] : [tapeFrom]), ...differingCommands(a, b)]
  return ticks.length === 0 ? undefined : Math.min(...ticks)
}

/** Commands are decided in the order of their ticks, and at one tick in the order of the list. */
function differingCommands({ commands: a }: ScenarioFile, { commands: b }: ScenarioFile): readonly number[] {
  if (a === b) return []
  const [one, other] = [a, b].map((list) => list.toSorted((first, second) => first.tick - second.tick))
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const [left, right] = [one?.[i], other?.[i]]
    if (isEqualJson(left, right)) continue
    return [Math.min(left?.tick ?? Number.POSITIVE_INFINITY, right?.tick ?? Number.POSITIVE_INFINITY)]
  }
  return []
}
