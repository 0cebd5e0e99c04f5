import { notionalOf } from '../instruments/valuation.ts'
import { exactEquity, exactPnl, markOf, poolOf, requirementOf } from '../margin/poolMargin.ts'
import { maintenanceBase, requirementAt, tierIndexOf, tiersOf } from '../margin/requirement.ts'
import { required } from '../result/result.ts'
import { Decimal, roundToStep } from '../units/decimal.ts'
import { asQty, asQuote, type Price, type Qty } from '../units/quantities.ts'
import type { Millis } from '../units/millis.ts'
import type { PoolId, Position } from '../ledger/Account.ts'
import type { Draft } from '../ledger/Draft.ts'
import type { PartialLiquidation, Rules } from '../venues/Rules.ts'
import { cooldownOf } from './cooldown.ts'
import { liquidationFee } from './liquidationFee.ts'
import { partOf } from './partOf.ts'
import type { Scene } from './Scene.ts'

/** How much a round of a liquidation may still take. */
export interface Round {
  /** When this liquidation began. */
  readonly since: Millis
  /** The shortage this round is to end at; undefined where the rules do not count it. */
  readonly goal: Decimal | undefined
}

type Shortage = Extract<PartialLiquidation, { type: 'shortage' }>

/**
 * A part is at least so much of the position, so that every liquidation ends. On a path a pool fails by nothing at all: what
 * frees just that, and nothing between it and the next, would sell a straw at a time, so it is a few dozen parts. [Q6]
 */
const LEAST_PART = new Decimal('0.01')
const LEAST_AT_ONCE = new Decimal('0.05')

/** What a round is to end at: the shortage now less the share of it that may be freed now. [Q6] */
export function openRound(draft: Draft, scene: Scene, id: PoolId, since: Millis): Round {
  const { partial } = draft.setting.rules.liquidation
  if (partial.type !== 'shortage') return { since, goal: undefined }
  const now = shortageOf(draft, scene, id, partial)
  return { since, goal: now.minus(now.times(freeableShare(partial, now, scene.moment.at - since))) }
}

/** initialShare at once, all of it after `fullAfterMillis`, in between in proportion; all where the shortage is small. */
function freeableShare({ initialShare, fullAfterMillis, fullBelow }: Shortage, shortage: Decimal, elapsed: Millis): Decimal {
  if (shortage.lt(fullBelow) || elapsed >= fullAfterMillis) return new Decimal(1)
  return initialShare.plus(new Decimal(1).minus(initialShare).times(elapsed).div(fullAfterMillis))
}

/** (1 + buffer) x requirement - equity. */
function shortageOf({ account, setting: { rules } }: Draft, { moment: { marks } }: Scene, id: PoolId, { buffer }: Shortage): Decimal {
  const pool = poolOf(account, id)
  return requirementOf(account, pool, { marks, rules }).times(buffer.plus(1)).minus(exactEquity(account, pool, marks))
}

/** Whether the round has freed all it may. */
export function isFreed(draft: Draft, scene: Scene, id: PoolId, { goal }: Round): boolean {
  const { partial } = draft.setting.rules.liquidation
  return partial.type === 'shortage' && goal !== undefined && shortageOf(draft, scene, id, partial).lte(goal)
}

/** How much of a position a liquidation closes now, in whole steps, not signed: all of it, or a part. [Q6] */
export function partialQuantity(draft: Draft, scene: Scene, closing: { readonly position: Position; readonly price: Price; readonly round: Round }): Qty {
  const { position } = closing
  const { rules, instruments } = draft.setting
  const { partial } = rules.liquidation
  const step = required(instruments.get(position.instrument), position.instrument).qtyStep
  const size = position.qty.abs()
  const exact = sizeOf(draft, scene, { ...closing, step, partial })
  if (exact === 'whole') return asQty(size)
  return asQty(Decimal.min(size, roundToStep(Decimal.max(exact, size.times(partial.type === 'shortage' && cooldownOf(rules) === 0 ? LEAST_AT_ONCE : LEAST_PART)), step, 'up')))
}

interface Closing {
  readonly position: Position
  readonly price: Price
  readonly round: Round
  readonly step: Qty
  readonly partial: PartialLiquidation
}

function sizeOf(draft: Draft, scene: Scene, closing: Closing): Decimal | 'whole' {
  const { position, partial } = closing
  const mark = markOf(scene.moment.marks, position.instrument)
  switch (partial.type) {
    case 'whole':
      return 'whole'
    case 'tier-step-down':
      return stepDown(position, mark, { rules: draft.setting.rules, partial, step: closing.step })
    case 'share':
      return notionalOf(position, mark).gt(partial.above) ? position.qty.abs().times(partial.share) : 'whole'
    case 'shortage':
      return freeing(draft, scene, { ...closing, partial })
  }
}

interface StepDown {
  readonly rules: Rules
  readonly partial: Extract<PartialLiquidation, { type: 'tier-step-down' }>
  readonly step: Qty
}

/** From the tier n (the lowest is 1) to the cap of tier n - `tiers`: what a tier counts is in proportion to the quantity, so q cap / counted stays. */
function stepDown(position: Position, mark: Price, { rules, partial, step }: StepDown): Decimal | 'whole' {
  if (position.type === 'spot') return 'whole'
  const base = maintenanceBase(position, mark, rules)
  const tier = tierIndexOf(position, base, rules) + 1
  const target = tiersOf(rules, position.instrument)[tier - partial.tiers - 1]
  if (tier < partial.fromTier || target?.cap === undefined) return 'whole'
  const size = position.qty.abs()
  const counted = rules.tiersBy === 'notional' ? base : size
  const closed = roundToStep(size.minus(size.times(target.cap).div(counted)), step, 'up')
  // Where a cap belongs to the tier above it, the position has to be just below it.
  const onCap = size.minus(closed).times(counted).eq(size.times(target.cap))
  return onCap && rules.tierBoundary === 'floor-inclusive' ? closed.plus(step) : closed
}

/**
 * The smallest number of steps x that frees the round's part of the shortage; whole where not even all of it does.
 *
 * Closing x at p takes (1 + buffer) (R(q) - R(q - x)) off what is needed and the loss against the mark and the fee off
 * the equity. R is convex in the quantity (tiers only rise), so what is freed is concave in x, zero at zero, and where all
 * of q frees enough the x that do are those from some x on: found by halving, on the exact requirement, without dividing.
 */
function freeing(draft: Draft, scene: Scene, closing: Closing & { readonly partial: Shortage }): Decimal | 'whole' {
  const { position, price, step, partial, round } = closing
  const { rules } = draft.setting
  const mark = markOf(scene.moment.marks, position.instrument)
  const left = shortageOf(draft, scene, position.pool, partial).minus(round.goal ?? 0)
  const size = position.qty.abs()
  const needed = requirementAt(position, mark, rules)
  const frees = (closed: Decimal): boolean => {
    const part = partOf(position, asQty(closed))
    const rest = { ...position, qty: asQty(position.qty.minus(part.qty)), entryNotional: asQuote(position.entryNotional.minus(part.entryNotional)) }
    const requirement = closed.eq(size) ? needed : needed.minus(requirementAt(rest, mark, rules))
    const loss = exactPnl(part, mark).minus(exactPnl(part, price))
    const fee = liquidationFee(part, { price, mark: scene.closingPrice(part) }, rules)
    return requirement.times(partial.buffer.plus(1)).minus(loss).minus(fee).gte(left)
  }
  if (!left.gt(0)) return new Decimal(0)
  if (!frees(size)) return 'whole'
  let low = new Decimal(0)
  let high: Decimal = roundToStep(size, step, 'up').div(step)
  while (high.minus(low).gt(1)) {
    const middle = low.plus(high).div(2).toDecimalPlaces(0, Decimal.ROUND_FLOOR)
    if (frees(Decimal.min(size, middle.times(step)))) high = middle
    else low = middle
  }
  return high.times(step)
}
