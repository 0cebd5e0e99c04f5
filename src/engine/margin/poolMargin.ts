import { Decimal } from '../units/decimal.ts'
import { asQuote, posted, QUANTUM, ZERO_QUOTE, type Price, type Quote } from '../units/quantities.ts'
import { required } from '../result/result.ts'
import type { Account, OrderId, Pool, PoolId, Position } from '../ledger/Account.ts'
import type { Rules } from '../venues/Rules.ts'
import { exactPnl, initialAt, legRequirement, unrealizedPnl } from './legFigures.ts'

export { exactPnl, unrealizedPnl } from './legFigures.ts'

export type Marks = ReadonlyMap<string, Price>

/** At which marks a pool is looked at, and the order that is just being filled, if any. */
export interface Circumstances {
  readonly marks: Marks
  readonly filling?: OrderId | undefined
}

export const CROSS: PoolId = 'cross'

/** The mark of an instrument; a missing one is an error, never zero. */
export function markOf(marks: Marks, instrument: string): Price {
  return required(marks.get(instrument), `the mark of ${instrument}`)
}

export function poolOf(account: Account, id: PoolId): Pool {
  return required(account.pools.get(id), `pool ${id}`)
}

export function positionOf(account: Account, leg: string): Position {
  return required(account.positions.get(leg), `position ${leg}`)
}

/** The pool's positions, in the order they were opened. */
export function positionsIn(account: Account, pool: Pool): readonly Position[] {
  return pool.legs.map((leg) => positionOf(account, leg))
}

/** Equity of a pool, exact: cash plus unrealised PnL. Decisions use it; display uses posted amounts. */
export function exactEquity(account: Account, pool: Pool, marks: Marks): Decimal {
  return positionsIn(account, pool).reduce(
    (total: Decimal, position) => total.plus(exactPnl(position, markOf(marks, position.instrument))),
    pool.cash,
  )
}

/** Maintenance requirement plus counted exit costs of a pool, exact. */
export function requirementOf(account: Account, pool: Pool, context: { marks: Marks; rules: Rules }): Quote {
  return asQuote(
    positionsIn(account, pool).reduce(
      (total: Decimal, position) => total.plus(legRequirement(position, markOf(context.marks, position.instrument), context.rules)),
      ZERO_QUOTE,
    ),
  )
}

/** The liquidation test on equity less requirement. [M6] */
export function fails(surplus: Decimal, rules: Rules): boolean {
  return rules.comparison === 'below' ? surplus.isNegative() && !surplus.isZero() : surplus.lte(0)
}

/** True when the pool holds positions and is at its liquidation point at these marks. */
export function isBreached(account: Account, pool: Pool, context: { marks: Marks; rules: Rules }): boolean {
  if (pool.legs.length === 0) return false
  return fails(exactEquity(account, pool, context.marks).minus(requirementOf(account, pool, context)), context.rules)
}

/** Initial margin of all positions of a pool at the marks. */
export function initialMarginOf(account: Account, pool: Pool, marks: Marks): Quote {
  return asQuote(
    positionsIn(account, pool).reduce(
      (total: Decimal, position) => total.plus(initialAt(position, markOf(marks, position.instrument))),
      ZERO_QUOTE,
    ),
  )
}

/**
 * What resting orders hold back in the pool that pays for them: an isolated pool's orders are paid by the wallet. The
 * order that is just being filled is paid from its own reserve.
 */
export function reserveOf(account: Account, pool: PoolId, filling?: OrderId): Quote {
  let total: Decimal = ZERO_QUOTE
  for (const order of account.orders.values()) {
    const payer = order.pool.startsWith('bucket:') ? order.pool : CROSS
    if (payer === pool && order.id !== filling) total = total.plus(order.reserve)
  }
  return asQuote(total)
}

/** Equity less initial margin and order reserve, in posted amounts; may be negative. [M3] */
export function freeCollateral(account: Account, pool: Pool, { marks, filling }: Circumstances): Quote {
  const pnl = positionsIn(account, pool).reduce(
    (total: Decimal, position) => total.plus(unrealizedPnl(position, markOf(marks, position.instrument))),
    ZERO_QUOTE,
  )
  return asQuote(pool.cash.plus(pnl).minus(initialMarginOf(account, pool, marks)).minus(reserveOf(account, pool.id, filling)))
}

/**
 * The largest amount of cash that can leave the pool now: its cash, as far as free collateral allows and the pool still
 * passes its liquidation test (in a high tier the maintenance margin can exceed the initial margin of old). [M7]
 */
export function removable(account: Account, pool: Pool, now: Circumstances & { readonly rules: Rules }): Quote {
  const most = Decimal.min(pool.cash, freeCollateral(account, pool, now))
  return asQuote(Decimal.max(0, pool.legs.length === 0 ? most : Decimal.min(most, spare(account, pool, now))))
}

/** The largest postable amount without which the pool still passes its test. */
function spare(account: Account, pool: Pool, now: { readonly marks: Marks; readonly rules: Rules }): Quote {
  const surplus = exactEquity(account, pool, now.marks).minus(requirementOf(account, pool, now))
  const most = posted(surplus, 'down')
  return fails(surplus.minus(most), now.rules) ? asQuote(most.minus(QUANTUM)) : most
}
