import { isEqualJson } from '../../workers/run/isSamePlay.ts'
import type { TapeFile } from '../../workers/run/ScenarioFile.ts'

/**
 * From which tick a line that parts at a tick has other prices: what is drawn by hand says where it begins, and a trade may
 * have parted them before. [B1]
 */
export function pricesFrom(parent: TapeFile, branch: TapeFile, forkTick: number): number {
  const [before, after] = [parent, branch].map((tape) => (tape.type === 'drawn' ? tape : { base: tape, lines: [] }))
  if (before === undefined || after === undefined || !isEqualJson(before.base, after.base)) return forkTick
  const only = (lines: typeof before.lines, others: typeof before.lines) => lines.filter((line) => !others.some((other) => isEqualJson(line, other)))
  const first = [...only(before.lines, after.lines), ...only(after.lines, before.lines)].map(({ points }) => points[0]?.[0] ?? 0)
  return first.length === 0 ? forkTick : Math.max(forkTick, Math.min(...first))
}
