import { Decimal, posted, quote, type Rules, type TierTable } from '../../engine/index.ts'
import { pathText, type PathKey, type Problem } from '../Problem.ts'
import { tierTable } from '../rules/tierTable.ts'
import type { TierRowDocument } from './BookDocument.ts'

/** Something held, and the row that is stated for it. */
export interface Tiered {
  readonly instrument: string
  readonly tier?: TierRowDocument | undefined
  /** Where it stands in the document. */
  readonly path: readonly PathKey[]
}

export interface BookTiers {
  /** The tables of the instruments whose positions state a row. */
  readonly tables: Readonly<Record<string, TierTable>>
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
}

interface Row {
  readonly path: readonly PathKey[]
  readonly table: TierTable
}

/**
 * The rows that positions state, as tables of their instruments. A venue prints one row a position, the one it is in; two
 * positions of an instrument in different rows are two rows of one table, whose boundary is where both ask the same.
 */
export function bookTiers(held: readonly Tiered[], { tiersBy }: Pick<Rules, 'tiersBy'>): BookTiers {
  const problems: Problem[] = []
  const warnings: Problem[] = []
  const rows = new Map<string, Row[]>()
  held.forEach(({ instrument, tier, path: at }) => {
    if (tier === undefined) return
    const reading = tierTable([tier], [])
    const inPosition = ({ path, message }: Problem): Problem => ({ path: [...at, 'tier', ...path.slice(1)], message })
    problems.push(...reading.problems.map(inPosition))
    // That the row deducts something is what a venue means by it.
    warnings.push(...reading.warnings.filter(({ path }) => path.includes('initialRate')).map(inPosition))
    const before = rows.get(instrument) ?? []
    if (!before.some((other) => isSame(other.table, reading.table))) rows.set(instrument, [...before, { path: at, table: reading.table }])
  })
  const tables = new Map<string, TierTable>()
  for (const [instrument, stated] of problems.length > 0 ? [] : rows) {
    const table = oneTable(stated, tiersBy)
    if (table === undefined) problems.push(differing(stated))
    else tables.set(instrument, table)
  }
  return { tables: Object.fromEntries(tables), problems, warnings }
}

function isSame([a]: TierTable, [b]: TierTable): boolean {
  if (a === undefined || b === undefined) return a === b
  return a.maintenanceRate.eq(b.maintenanceRate) && a.maintenanceAmount.eq(b.maintenanceAmount) && String(a.initialRate) === String(b.initialRate) && a.maxLeverage.eq(b.maxLeverage)
}

function differing(rows: readonly Row[]): Problem {
  const message = `${pathText(rows[0]?.path ?? [])} states another row for the same instrument, and the two are not rows of one continuous table; give the table under "rules", or the positions instruments of their own`
  return { path: [...(rows.at(-1)?.path ?? []), 'tier'], message }
}

/** Rows of one continuous table by their rates; each begins where it asks what the one below asks: (c2 - c1) / (m2 - m1). */
function oneTable(rows: readonly Row[], by: Rules['tiersBy']): TierTable | undefined {
  const tiers = rows.flatMap(({ table }) => table).toSorted((a, b) => a.maintenanceRate.comparedTo(b.maintenanceRate))
  if (tiers.length === 1) return tiers
  if (by !== 'notional') return undefined
  const floors = tiers.map((tier, i) => {
    const before = tiers[i - 1]
    if (before === undefined) return quote('0')
    const rise = tier.maintenanceRate.minus(before.maintenanceRate)
    return rise.isZero() ? quote('0') : posted(tier.maintenanceAmount.minus(before.maintenanceAmount).div(rise))
  })
  const ascend = floors.every((floor, i) => i === 0 || floor.gt(floors[i - 1] ?? new Decimal(0)))
  return ascend ? tiers.map((tier, i) => ({ ...tier, floor: floors[i] ?? quote('0'), cap: floors[i + 1] })) : undefined
}
