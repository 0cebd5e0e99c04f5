import { exactEquity, markOf, positionsIn, requirementOf, type Marks } from '../margin/poolMargin.ts'
import { steepestRate, tiersOf } from '../margin/requirement.ts'
import { required } from '../result/result.ts'
import { standingKey } from '../tape/priceKey.ts'
import { testMarks } from '../tape/testMarks.ts'
import type { Account, Pool } from '../ledger/Account.ts'
import type { Price } from '../units/quantities.ts'
import type { Rules, TierTable } from '../venues/Rules.ts'

/**
 * Certificates that save asking (design.md 3.3). For each pool, a box of test prices [K5] in which the liquidation test cannot
 * fail; while the marks stay in it the pool is not looked at. The box is convex, so a straight way between two points
 * of it stays inside. It decides nothing: outside it the exact test is asked. [N1]
 *
 * Derivation. g = equity - requirement is exact at the marks P. Moving each mark by d_j changes g by at most
 * sum_j S_j |d_j| with S_j = sum over the instrument's legs of |q| (1 + steepest rate), where the table is continuous.
 * So |d_j| <= r |P_j| with r = g / sum_j(S_j |P_j|) keeps g >= 0; r is taken 1e-6 smaller, far above what rounding to
 * doubles (1e-16 each) can add up to. A mark may also move without limit to the side on which g only grows.
 */
export interface SafeRanges {
  covers(pool: Pool, point: Float64Array): boolean
  certify(account: Account, pool: Pool, marks: Marks): void
  /**
   * The same pool, only its cash has changed (funding): the surplus at the old marks changes by as much, and the box
   * with it. As long as the surplus is of the size it was when it was exact, what this rounds is far below the 1e-6.
   */
  carry(from: Pool, to: Pool): void
}

interface Side {
  readonly series: number
  readonly low: number
  readonly high: number
}

interface Certificate {
  /** The surplus when it was computed exactly, and what it is with the cash of now. */
  readonly exact: number
  readonly surplus: number
  readonly reach: number
  readonly exposures: readonly Exposure[]
  readonly box: readonly Side[]
}

export function safeRanges(rules: Rules, series: ReadonlyMap<string, number>): SafeRanges {
  // By the pool object itself: a pool whose content changes is a new object, so a certificate never outlives it.
  const certificates = new WeakMap<Pool, Certificate>()
  const steep = new Map<string, number>()
  const slopeOf = (instrument: string): number => {
    const known = steep.get(instrument)
    if (known !== undefined) return known
    const slope = isContinuous(tiersOf(rules, instrument)) ? 1 + steepestRate(rules, instrument).toNumber() : Number.POSITIVE_INFINITY
    steep.set(instrument, slope)
    return slope
  }
  return {
    covers(pool, point) {
      const certificate = certificates.get(pool)
      if (certificate === undefined) return false
      for (const side of certificate.box) {
        const mark = point[side.series] ?? Number.NaN
        if (!(mark >= side.low && mark <= side.high)) return false
      }
      return true
    },
    certify(account, pool, marks) {
      const certificate = certificateOf(account, pool, { marks: testMarks(marks, rules.liquidation.trigger), rules, series, slopeOf })
      if (certificate !== undefined) certificates.set(pool, certificate)
    },
    carry(from, to) {
      const before = certificates.get(from)
      if (before === undefined) return
      const surplus = before.surplus + to.cash.minus(from.cash).toNumber()
      if (!(surplus > before.exact / 2 && surplus < before.exact * 2)) return
      const box = boxOf(before.exposures, surplus / before.reach)
      if (box !== undefined) certificates.set(to, { ...before, surplus, box })
    },
  }
}

interface BoxContext {
  readonly marks: Marks
  readonly rules: Rules
  readonly series: ReadonlyMap<string, number>
  readonly slopeOf: (instrument: string) => number
}

/**
 * Whether a price on the way between two marks could set off a trigger; the exact test decides whether it does. The
 * double nearest to a trigger of more than 15 digits may be off by one part in 1e16, so a slack far wider is allowed.
 */
export function mayReach(trigger: { readonly price: Price; readonly direction: 'rise' | 'fall' }, from: number, to: number): boolean {
  const level = trigger.price.toNumber()
  const slack = Math.abs(level) * 1e-12
  return trigger.direction === 'fall' ? Math.min(from, to) <= level + slack : Math.max(from, to) >= level - slack
}

/** How much of an instrument a pool holds, weighted by how fast it can use up the surplus. */
interface Exposure {
  readonly series: number
  readonly mark: number
  readonly weight: number
  /** Whether a rise, or a fall, without end leaves the pool safe. */
  readonly isFreeUp: boolean
  readonly isFreeDown: boolean
}

function exposuresOf(account: Account, pool: Pool, context: BoxContext): readonly Exposure[] {
  const exposures = new Map<string, Exposure>()
  for (const { instrument, qty } of positionsIn(account, pool)) {
    const slope = context.slopeOf(instrument)
    const before = exposures.get(instrument) ?? {
      series: required(context.series.get(standingKey(context.series, instrument, context.rules.liquidation.trigger)), instrument),
      mark: markOf(context.marks, instrument).toNumber(),
      weight: 0,
      isFreeUp: slope < 2,
      isFreeDown: slope < 2,
    }
    const size = qty.toNumber()
    exposures.set(instrument, { ...before, weight: before.weight + Math.abs(size) * slope, isFreeUp: before.isFreeUp && size > 0, isFreeDown: before.isFreeDown && size < 0 })
  }
  return [...exposures.values()]
}

function certificateOf(account: Account, pool: Pool, context: BoxContext): Certificate | undefined {
  const surplus = exactEquity(account, pool, context.marks).minus(requirementOf(account, pool, context)).toNumber()
  if (!(surplus > 0)) return undefined
  const exposures = exposuresOf(account, pool, context)
  const reach = exposures.reduce((total, each) => total + each.weight * Math.abs(each.mark), 0)
  const box = boxOf(exposures, surplus / reach)
  return box === undefined ? undefined : { exact: surplus, surplus, reach, exposures, box }
}

function boxOf(exposures: readonly Exposure[], part: number): readonly Side[] | undefined {
  const share = part * (1 - 1e-6)
  // Nearer than 1e-9 the rounding of doubles could matter beside the margin of 1e-6 of it.
  if (!(share > 1e-9)) return undefined
  return exposures.map(({ series, mark, isFreeUp, isFreeDown }) => ({
    series,
    low: isFreeDown ? Number.NEGATIVE_INFINITY : mark - share * Math.abs(mark),
    high: isFreeUp ? Number.POSITIVE_INFINITY : mark + share * Math.abs(mark),
  }))
}

/** Whether the requirement has no jump at any boundary: m_n F - c_n = m_(n-1) F - c_(n-1) at each floor F. */
export function isContinuous(table: TierTable): boolean {
  return table.every((tier, i) => {
    const below = table[i - 1]
    if (below === undefined) return tier.maintenanceAmount.isZero()
    const left = tier.floor.times(below.maintenanceRate).minus(below.maintenanceAmount)
    return left.eq(tier.floor.times(tier.maintenanceRate).minus(tier.maintenanceAmount))
  })
}
