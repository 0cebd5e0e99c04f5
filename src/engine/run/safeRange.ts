import { exactEquity, markOf, positionsIn, requirementOf, type Marks } from '../margin/poolMargin.ts'
import { notionalOf } from '../instruments/valuation.ts'
import { isContinuous, type Piecewise } from '../margin/piecewise.ts'
import { requirementPieces, reservesExit, steepestRate } from '../margin/requirement.ts'
import { required } from '../result/result.ts'
import { standingKey } from '../tape/priceKey.ts'
import { testMarks } from '../tape/testMarks.ts'
import type { Account, Pool, Position } from '../ledger/Account.ts'
import type { Trigger } from './triggers.ts'
import type { Rules } from '../venues/Rules.ts'

/**
 * Certificates that save asking (design.md 3.3). For each pool, a box of test prices [K5] in which the liquidation test cannot
 * fail; while the marks stay in it the pool is not looked at. The box is convex, so a straight way between two points
 * of it stays inside. It decides nothing: outside it the exact test is asked. [N1]
 *
 * Derivation. g = equity - requirement is exact at the marks P. Moving each mark by d_j changes g by at most
 * sum_j S_j |d_j| with S_j = sum over the instrument's legs of |q| (1 + steepest rate), where the requirement is
 * continuous. So |d_j| <= r |P_j| with r = g / sum_j(S_j |P_j|) keeps g >= 0; r is taken 1e-6 smaller, far above what
 * rounding to doubles (1e-16 each) can add up to. A mark may also move without limit to the side on which g only grows.
 * Where a requirement jumps, the box ends before the notional reaches the jump. An inverse contract's notional Q / P
 * changes by at most r / (1 - r) of itself, so with one of them in the pool r / (1 + r) is taken.
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
  readonly isInverse: boolean
  readonly exposures: readonly Exposure[]
  readonly box: readonly Side[]
}

export function safeRanges(rules: Rules, series: ReadonlyMap<string, number>): SafeRanges {
  // By the pool object itself: a pool whose content changes is a new object, so a certificate never outlives it.
  const certificates = new WeakMap<Pool, Certificate>()
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
      const certificate = certificateOf(account, pool, { marks: testMarks(marks, rules.liquidation.trigger), rules, series })
      if (certificate !== undefined) certificates.set(pool, certificate)
    },
    carry(from, to) {
      const before = certificates.get(from)
      // A fee at the margin's own bankruptcy price changes with the cash.
      if (before === undefined || reservesExit(rules)) return
      const surplus = before.surplus + to.cash.minus(from.cash).toNumber()
      if (!(surplus > before.exact / 2 && surplus < before.exact * 2)) return
      const box = boxOf(before.exposures, shareOf(surplus / before.reach, before.isInverse))
      if (box !== undefined) certificates.set(to, { ...before, surplus, box })
    },
  }
}

interface BoxContext {
  readonly marks: Marks
  readonly rules: Rules
  readonly series: ReadonlyMap<string, number>
}

/** A trigger's level as the double nearest to it, and the series it watches. */
export interface Watched {
  readonly level: number
  readonly direction: 'rise' | 'fall'
  readonly series: number
}

/** A trigger as doubles: what is asked at every tick is worked out once. */
export function watchedOf({ price, direction, instrument, by }: Trigger, series: ReadonlyMap<string, number>): Watched {
  return { level: price.toNumber(), direction, series: required(series.get(standingKey(series, instrument, by)), instrument) }
}

/**
 * Whether a price on the way between two marks could set off a trigger; the exact test decides whether it does. The
 * double nearest to a trigger of more than 15 digits may be off by one part in 1e16, so a slack far wider is allowed.
 */
export function mayReach({ level, direction }: Pick<Watched, 'level' | 'direction'>, from: number, to: number): boolean {
  const slack = Math.abs(level) * 1e-12
  return direction === 'fall' ? Math.min(from, to) <= level + slack : Math.max(from, to) >= level - slack
}

/** How much of an instrument a pool holds, weighted by how fast it can use up the surplus. */
interface Exposure {
  readonly series: number
  readonly mark: number
  /** Sum of notional x (1 + steepest rate). */
  readonly reach: number
  /** Prices before which no requirement jumps. */
  readonly low: number
  readonly high: number
  /** Whether a rise, or a fall, without end leaves the pool safe as far as nothing jumps. */
  readonly isFreeUp: boolean
  readonly isFreeDown: boolean
}

function exposuresOf(account: Account, pool: Pool, context: BoxContext): readonly Exposure[] {
  const exposures = new Map<string, Exposure>()
  for (const position of positionsIn(account, pool)) {
    const { instrument, qty } = position
    const price = markOf(context.marks, instrument)
    const mark = price.toNumber()
    const notional = notionalOf(position, price).toNumber()
    const slope = steepestOf(position, notional, context.rules)
    const before = exposures.get(instrument) ?? {
      series: required(context.series.get(standingKey(context.series, instrument, context.rules.liquidation.trigger)), instrument),
      mark,
      reach: 0,
      low: Number.NEGATIVE_INFINITY,
      high: Number.POSITIVE_INFINITY,
      isFreeUp: true,
      isFreeDown: true,
    }
    const [low, high] = jumpsAround(position, { mark, notional }, context.rules)
    exposures.set(instrument, {
      ...before,
      reach: before.reach + notional * (1 + slope),
      low: Math.max(before.low, low),
      high: Math.min(before.high, high),
      isFreeUp: before.isFreeUp && slope < 1 && !qty.isNegative(),
      isFreeDown: before.isFreeDown && slope < 1 && qty.isNegative(),
    })
  }
  return [...exposures.values()]
}

const steepest = new WeakMap<Piecewise, number>()

/** The steepest slope as long as the notional has not doubled (`jumpsAround` sees to that where it matters). */
function steepestOf(position: Position, notional: number, rules: Rules): number {
  const need = requirementPieces(position, rules)
  const known = steepest.get(need) ?? steepestRate(position, rules).toNumber()
  steepest.set(need, known)
  return known + 4 * notional * need.growth.toNumber()
}

const jumping = new WeakMap<Piecewise, boolean>()

/** The prices between which the notional stays on its piece, a part in 1e9 inside; without bounds where nothing jumps. */
function jumpsAround(position: Position, { mark, notional }: { readonly mark: number; readonly notional: number }, rules: Rules): readonly [number, number] {
  const need = requirementPieces(position, rules)
  const jumps = jumping.get(need) ?? !isContinuous(need)
  jumping.set(need, jumps)
  const grows = !need.growth.isZero()
  if (!jumps && !grows) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  // Below zero the notional turns back: nothing is promised there.
  if (!(mark > 0)) return [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const floors = need.pieces.map(({ floor }) => floor.num.toNumber() / floor.den.toNumber())
  const below = Math.max(0, ...floors.filter((floor) => jumps && floor <= notional * (1 + 1e-9))) * (1 + 1e-9)
  const above = Math.min(grows ? 2 * notional : Number.POSITIVE_INFINITY, ...floors.filter((floor) => floor > notional * (1 + 1e-9))) * (1 - 1e-9)
  const prices = position.type === 'inverse' ? [(mark * notional) / above, (mark * notional) / below] as const : [(mark * below) / notional, (mark * above) / notional] as const
  return prices
}

function certificateOf(account: Account, pool: Pool, context: BoxContext): Certificate | undefined {
  const surplus = exactEquity(account, pool, context.marks).minus(requirementOf(account, pool, context)).toNumber()
  if (!(surplus > 0)) return undefined
  const exposures = exposuresOf(account, pool, context)
  const reach = exposures.reduce((total, each) => total + each.reach, 0)
  const isInverse = positionsIn(account, pool).some((position) => position.type === 'inverse')
  const box = boxOf(exposures, shareOf(surplus / reach, isInverse))
  return box === undefined ? undefined : { exact: surplus, surplus, reach, isInverse, exposures, box }
}

function shareOf(part: number, isInverse: boolean): number {
  return isInverse ? part / (1 + part) : part
}

function boxOf(exposures: readonly Exposure[], part: number): readonly Side[] | undefined {
  const share = part * (1 - 1e-6)
  // Nearer than 1e-9 the rounding of doubles could matter beside the margin of 1e-6 of it.
  if (!(share > 1e-9)) return undefined
  return exposures.map(({ series, mark, low, high, isFreeUp, isFreeDown }) => ({
    series,
    low: Math.max(low, isFreeDown ? Number.NEGATIVE_INFINITY : mark - share * Math.abs(mark)),
    high: Math.min(high, isFreeUp ? Number.POSITIVE_INFINITY : mark + share * Math.abs(mark)),
  }))
}
