import type { Problem } from '../../documents/Problem.ts'
import { tierTable } from '../../documents/rules/tierTable.ts'
import { Decimal } from '../../engine/index.ts'
import type { RulesFile, TierRowFile } from '../slices/RulesState.ts'

export type TiersBy = NonNullable<RulesFile['tiersBy']>

/** Where the requirement jumps at the boundary between two tiers; decimal text. */
export interface TierJump {
  /** Of the upper tier, from 0. */
  readonly row: number
  readonly at: string
  readonly below: string
  readonly above: string
  /** Rate and amount of the tier that ends there and of the one that begins; decimal text. */
  readonly lower: { readonly rate: string; readonly amount: string }
  readonly upper: { readonly rate: string; readonly amount: string }
}

export interface TierFacts {
  readonly problems: readonly Problem[]
  readonly warnings: readonly Problem[]
  readonly jumps: readonly TierJump[]
  /** Maintenance amounts under which nothing jumps, row by row; absent while floors, caps or rates are impossible. */
  readonly amounts: readonly string[] | undefined
  /** The straight pieces of the requirement over the notional; empty while the table is impossible. */
  readonly pieces: readonly RequirementPiece[]
}

/** The maintenance margin over one tier, or the part of it above nothing; decimal text. */
export interface RequirementPiece {
  readonly row: number
  readonly from: string
  readonly to: string
  readonly requiredFrom: string
  readonly requiredTo: string
  /** Of its tier; decimal text. */
  readonly rate: string
  readonly amount: string
}

const NOTHING = { jumps: [], pieces: [] }

/** What a tier table asks for, as the editor shows it: checked, joined, drawn. */
export function tierFacts(rows: readonly TierRowFile[], by: TiersBy): TierFacts {
  const { table, problems, warnings } = tierTable(rows, [], by)
  const amounts = continuousAmounts(rows, by)
  if (problems.length > 0) return { ...NOTHING, problems, warnings: [], amounts }
  if (by !== 'notional') return { ...NOTHING, problems, warnings, amounts }
  const required = (row: number, notional: Decimal): Decimal => {
    const tier = table[row]
    return tier === undefined ? new Decimal(0) : Decimal.max(0, notional.times(tier.maintenanceRate).minus(tier.maintenanceAmount))
  }
  const jumps = table.flatMap((tier, row) => {
    const { floor } = tier
    const before = table[row - 1]
    const [below, above] = [required(row - 1, floor), required(row, floor)]
    return before === undefined || below.eq(above) ? [] : [{ row, at: floor.toFixed(), below: below.toFixed(), above: above.toFixed(), lower: termsOf(before), upper: termsOf(tier) }]
  })
  const last = table.at(-1)
  // The last tier has no end: it is drawn as far again as its start.
  const edge = last === undefined || last.floor.isZero() ? new Decimal('1000000') : last.floor.times('1.5')
  const pieces = table.flatMap(({ floor, cap, maintenanceRate, maintenanceAmount }, row) => {
    const end = cap ?? edge
    const free = maintenanceRate.isZero() ? floor : Decimal.max(floor, maintenanceAmount.div(maintenanceRate))
    const points = free.gt(floor) && free.lt(end) ? [floor, free, end] : [floor, end]
    return points.slice(1).map((to, index) => {
      const from = points[index] ?? floor
      return { row, from: from.toFixed(), to: to.toFixed(), requiredFrom: required(row, from).toFixed(), requiredTo: required(row, to).toFixed(), rate: maintenanceRate.toFixed(), amount: maintenanceAmount.toFixed() }
    })
  })
  return { problems, warnings, jumps, amounts, pieces }
}

function termsOf({ maintenanceRate, maintenanceAmount }: { readonly maintenanceRate: Decimal; readonly maintenanceAmount: Decimal }): { readonly rate: string; readonly amount: string } {
  return { rate: maintenanceRate.toFixed(), amount: maintenanceAmount.toFixed() }
}

/** The amounts that the table would have if it stated none. */
function continuousAmounts(rows: readonly TierRowFile[], by: TiersBy): readonly string[] | undefined {
  const { table, problems } = tierTable(rows.map((row) => ({ ...row, maintenanceAmount: undefined })), [], by)
  return problems.length > 0 ? undefined : table.map((tier) => tier.maintenanceAmount.toFixed())
}

/** The table with no leverage above `most`; a row that states an initial rate asks at least for 1 / most. */
export function cappedLeverage(rows: readonly TierRowFile[], most: string): readonly TierRowFile[] {
  const limit = new Decimal(most)
  const least = new Decimal(1).div(limit).toDecimalPlaces(12, Decimal.ROUND_UP)
  return rows.map((row) => ({
    ...row,
    ...(row.maxLeverage !== undefined && limit.lt(row.maxLeverage) ? { maxLeverage: limit.toFixed() } : {}),
    ...(row.initialRate !== undefined && least.gt(row.initialRate) ? { initialRate: least.toFixed() } : {}),
  }))
}
