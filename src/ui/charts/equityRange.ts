import type { TwinRow } from './leadBands.ts'
import { niceTicks, type NiceTicks } from './niceTicks.ts'

const FLOORS = [0.95, 0.75, 0]

/**
 * An axis that stays still while the tape plays: its foot is at 95 or 75 % of the start or at zero, whichever the lines
 * have not yet fallen through, so it moves at most twice. Below zero it follows the lines.
 */
export function equityRange(rows: readonly TwinRow[], start: number, count: number): NiceTicks {
  let least = start
  let most = start
  for (const row of rows) {
    for (const value of [row.iso, row.cross, row.yours, row.other ?? null]) {
      if (value === null) continue
      least = Math.min(least, value)
      most = Math.max(most, value)
    }
  }
  const floor = FLOORS.map((share) => share * start).find((candidate) => candidate <= least) ?? least
  return niceTicks(floor, most, count)
}
