import { exactEquity, markOf, positionsIn, requirementOf, type Marks } from '../margin/poolMargin.ts'
import { steepestRate, tiersOf } from '../margin/requirement.ts'
import { required } from '../result/result.ts'
import type { Account, Pool } from '../ledger/Account.ts'
import type { Price } from '../units/quantities.ts'
import type { Rules, TierTable } from '../venues/Rules.ts'

/**
 * Certificates that save asking (design.md 3.3). For each pool, a box of marks inside which the liquidation test cannot
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
}

interface Side {
  readonly series: number
  readonly low: number
  readonly high: number
}

export function safeRanges(rules: Rules, series: ReadonlyMap<string, number>): SafeRanges {
  // By the pool object itself: a pool whose content changes is a new object, so a certificate never outlives it.
  const boxes = new WeakMap<Pool, readonly Side[]>()
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
      const box = boxes.get(pool)
      if (box === undefined) return false
      for (const side of box) {
        const mark = point[side.series] ?? Number.NaN
        if (!(mark >= side.low && mark <= side.high)) return false
      }
      return true
    },
    certify(account, pool, marks) {
      const box = boxAround(account, pool, { marks, rules, series, slopeOf })
      if (box !== undefined) boxes.set(pool, box)
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
  readonly instrument: string
  readonly weight: number
  readonly long: boolean
  readonly short: boolean
}

function exposuresOf(account: Account, pool: Pool, slopeOf: BoxContext['slopeOf']): readonly Exposure[] {
  const exposures = new Map<string, Exposure>()
  for (const { instrument, qty } of positionsIn(account, pool)) {
    const before = exposures.get(instrument) ?? { instrument, weight: 0, long: false, short: false }
    const weight = before.weight + Math.abs(qty.toNumber()) * slopeOf(instrument)
    exposures.set(instrument, { instrument, weight, long: before.long || qty.gt(0), short: before.short || qty.lt(0) })
  }
  return [...exposures.values()]
}

function boxAround(account: Account, pool: Pool, context: BoxContext): readonly Side[] | undefined {
  const surplus = exactEquity(account, pool, context.marks).minus(requirementOf(account, pool, context)).toNumber()
  const exposures = exposuresOf(account, pool, context.slopeOf)
  const markAt = (instrument: string): number => markOf(context.marks, instrument).toNumber()
  const reach = exposures.reduce((total, each) => total + each.weight * Math.abs(markAt(each.instrument)), 0)
  const share = (surplus / reach) * (1 - 1e-6)
  // Nearer than 1e-9 the rounding of doubles could matter beside the margin of 1e-6 of it.
  if (!(share > 1e-9)) return undefined
  return exposures.map((each) => sideOf(each, markAt(each.instrument), share, context))
}

function sideOf(exposure: Exposure, mark: number, share: number, context: BoxContext): Side {
  const { instrument, long, short } = exposure
  const gains = context.slopeOf(instrument) < 2
  return {
    series: required(context.series.get(instrument), instrument),
    low: gains && !long ? Number.NEGATIVE_INFINITY : mark - share * Math.abs(mark),
    high: gains && !short ? Number.POSITIVE_INFINITY : mark + share * Math.abs(mark),
  }
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
