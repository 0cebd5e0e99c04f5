import type { LegId, Pool, Position } from '../ledger/Account.ts'
import { backedLegs } from '../margin/backedLegs.ts'
import { exactPnl, markOf, type Marks } from '../margin/poolMargin.ts'
import { exitCostOf, requirementAt, requirementPieces, reservedFor } from '../margin/requirement.ts'
import { pieceAt } from '../margin/piecewise.ts'
import { notionalOf } from '../instruments/valuation.ts'
import { Decimal } from '../units/decimal.ts'
import type { Price } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'

/** A pool at a moment, at the prices the liquidation test looks at. All exact. */
export interface Standing {
  readonly pool: Pool
  readonly legs: ReadonlyMap<LegId, LegStanding>
}

export interface LegStanding {
  readonly position: Position
  readonly mark: Price
  readonly pnl: Decimal
  /** Maintenance margin and counted cost of closing. */
  readonly requirement: Decimal
  /** The part of it that is the cost of closing, where that is added to the maintenance margin. */
  readonly exit: Decimal
  /** Closing fees that the pool's margin sets aside for it: they do not move with any price. [M14] */
  readonly reserved: Decimal
}

export function standingOf(pool: Pool, positions: readonly Position[], { marks, rules }: { readonly marks: Marks; readonly rules: Rules }): Standing {
  const alone = backedLegs(positions).length === 1
  const isSum = rules.exitCost.combine === 'sum'
  return {
    pool,
    legs: new Map(
      positions.map((position) => {
        const mark = markOf(marks, position.instrument)
        return [
          position.leg,
          {
            position,
            mark,
            pnl: exactPnl(position, mark),
            requirement: requirementAt(position, mark, rules),
            exit: isSum ? exitCostOf(position, mark, rules) : new Decimal(0),
            reserved: position.type === 'spot' ? new Decimal(0) : reservedFor(position, pool, { alone, rules }),
          },
        ] as const
      }),
    ),
  }
}

/** What a leg adds to the pool's surplus. */
export function surplusOf({ pnl, requirement, reserved }: LegStanding): Decimal {
  return pnl.minus(requirement).minus(reserved)
}

/** The surplus that does not depend on the price of an instrument: cash, what other legs add, closing fees set aside. */
export function restOf({ pool, legs }: Standing, instrument: string): Decimal {
  let rest: Decimal = pool.others === undefined ? pool.cash : pool.cash.plus(pool.others.unrealizedPnl).minus(pool.others.maintenanceMargin)
  for (const leg of legs.values()) rest = rest.plus(leg.position.instrument === instrument ? leg.reserved.neg() : surplusOf(leg))
  return rest
}

/** What a move of its price did to the surplus of a leg that stayed as it is: by its value, its tier, its cost of closing. */
export function partsOfMove(from: LegStanding, to: LegStanding, rules: Rules): { readonly price: Decimal; readonly tier: Decimal; readonly exit: Decimal } {
  const exit = to.exit.minus(from.exit)
  const need = to.requirement.minus(from.requirement)
  const before = notionalOf(from.position, from.mark)
  const { rate } = pieceAt(requirementPieces(from.position, rules), before)
  const inTier = rate.times(notionalOf(to.position, to.mark).minus(before))
  return {
    price: to.pnl.minus(from.pnl).minus(inTier).plus(exit),
    tier: inTier.minus(need),
    exit: from.reserved.minus(to.reserved).minus(exit),
  }
}
