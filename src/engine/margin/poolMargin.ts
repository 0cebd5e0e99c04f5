import { Decimal } from '../units/decimal.ts'
import { asQuote, maxQuote, posted, QUANTUM, sum, ZERO, ZERO_QUOTE, type Price, type Quote } from '../units/quantities.ts'
import { required } from '../result/result.ts'
import type { Account, OrderId, Pool, PoolId, Position } from '../ledger/Account.ts'
import type { Rules } from '../venues/Rules.ts'
import { CROSS } from '../pools/cross.ts'
import { notionalOf } from '../instruments/valuation.ts'
import { testMarks } from '../tape/testMarks.ts'
import { START } from '../units/fraction.ts'
import { backedLegs } from './backedLegs.ts'
import { firstBreach, type Backing } from './firstBreach.ts'
import { exactPnl, initialAt, legRequirement, unrealizedPnl } from './legFigures.ts'
import { markOf, type Marks } from './Marks.ts'
import { reservedExit, reservesExit } from './requirement.ts'

export { CROSS } from '../pools/cross.ts'
export { exactPnl, unrealizedPnl } from './legFigures.ts'
export { markOf, type Marks } from './Marks.ts'

/** At which marks and under which rules a pool is looked at, and the order that is just being filled, if any. */
export interface Circumstances {
  readonly marks: Marks
  readonly rules: Rules
  readonly filling?: OrderId | undefined
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
    pool.others === undefined ? pool.cash : pool.cash.plus(pool.others.unrealizedPnl),
  )
}

/** Maintenance requirement plus counted exit costs of a pool, exact. */
export function requirementOf(account: Account, pool: Pool, context: { marks: Marks; rules: Rules }): Quote {
  const positions = positionsIn(account, pool)
  return asQuote(
    positions.reduce(
      (total: Decimal, position) => total.plus(legRequirement(position, markOf(context.marks, position.instrument), context.rules)),
      fixedNeedOf(account, pool, context.rules),
    ),
  )
}

/** What a pool requires whatever its prices: closing fees its margin sets aside, and the requirement of positions known by their figures only. */
export function fixedNeedOf(account: Account, pool: Pool, rules: Rules): Quote {
  if (pool.others === undefined && !reservesExit(rules)) return ZERO_QUOTE
  return asQuote(reservedExit(pool, positionsIn(account, pool), rules).plus(pool.others?.maintenanceMargin ?? 0))
}

/** What stands behind a pool's wall, as `firstBreach` asks for it: what does not depend on a price is cash. */
export function backingOf(account: Account, pool: Pool, { need, rules }: Pick<Backing, 'need' | 'rules'>): Backing {
  const positions = positionsIn(account, pool)
  const open = pool.others === undefined ? pool.cash : pool.cash.plus(pool.others.unrealizedPnl)
  const fixed = need === 'nothing' ? ZERO_QUOTE : fixedNeedOf(account, pool, rules)
  return { cash: open.minus(fixed), positions, need, rules, backsNothing: backsNothing(account, pool) }
}

/** Whether a pool holds assets alone: nothing is open that they could be sold for, unless the pool owes something. */
function backsNothing(account: Account, pool: Pool): boolean {
  return pool.others === undefined && pool.legs.every((leg) => positionOf(account, leg).type === 'spot')
}

/** The liquidation test on equity less requirement. [M6] */
export function fails(surplus: Decimal, rules: Rules): boolean {
  return rules.comparison === 'below' ? surplus.isNegative() && !surplus.isZero() : surplus.lte(0)
}

const inverseLegs = new WeakMap<Pool['legs'], boolean>()

/** Whether any leg is an inverse contract. A leg never changes what it is, and a list of legs is never changed: asked once. */
function holdsInverse(account: Account, legs: Pool['legs']): boolean {
  const known = inverseLegs.get(legs) ?? legs.some((leg) => positionOf(account, leg).type === 'inverse')
  inverseLegs.set(legs, known)
  return known
}

/** True when the pool holds positions and is at its liquidation point at these prices: of the kind that triggers. [K5] */
export function isBreached(account: Account, pool: Pool, { marks, rules }: { marks: Marks; rules: Rules }): boolean {
  if (pool.legs.length === 0) return false
  const context = { marks: testMarks(marks, rules.liquidation.trigger), rules }
  // Quotients are rounded: the value of an inverse contract is compared without dividing.
  if (holdsInverse(account, pool.legs)) {
    const still = { from: context.marks, to: context.marks }
    return firstBreach(backingOf(account, pool, { need: 'maintenance', rules: context.rules }), still, { after: START, until: START }) !== undefined
  }
  const surplus = exactEquity(account, pool, context.marks).minus(requirementOf(account, pool, context))
  return fails(surplus, context.rules) && !(surplus.isZero() && backsNothing(account, pool))
}

/** Initial margin of all positions of a pool at the marks. */
export function initialMarginOf(account: Account, pool: Pool, { marks, rules }: Circumstances): Quote {
  return asQuote(
    positionsIn(account, pool).reduce(
      (total: Decimal, position) => total.plus(initialAt(position, markOf(marks, position.instrument), rules)),
      pool.others?.initialMargin ?? ZERO_QUOTE,
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
export function freeCollateral(account: Account, pool: Pool, now: Circumstances): Quote {
  return asQuote(postedEquity(account, pool, now.marks).minus(initialMarginOf(account, pool, now)).minus(reserveOf(account, pool.id, now.filling)))
}

/** Cash and unrealised PnL in posted amounts. */
function postedEquity(account: Account, pool: Pool, marks: Marks): Quote {
  const open = positionsIn(account, pool).reduce(
    (total: Decimal, position) => total.plus(unrealizedPnl(position, markOf(marks, position.instrument))),
    pool.cash,
  )
  return asQuote(pool.others === undefined ? open : open.plus(pool.others.unrealizedPnl))
}

/** What may not leave the pool: initial margin, or the share of the notional the rules want left. [M7, M11] */
function heldAtTransfer(account: Account, pool: Pool, now: Circumstances): Quote {
  const initial = initialMarginOf(account, pool, now)
  if (now.rules.transferFloor.isZero()) return initial
  const positions = positionsIn(account, pool)
  const over = (held: readonly Position[], figure: (position: Position, mark: Price) => Quote): Quote => sum(held.map((each) => figure(each, markOf(now.marks, each.instrument))))
  const floor = posted(over(backedLegs(positions), notionalOf).times(now.rules.transferFloor), 'up')
  const haircut = over(positions.filter((each) => each.type === 'spot'), (each, mark) => initialAt(each, mark, now.rules))
  return maxQuote(initial, asQuote(floor.plus(haircut)))
}

/**
 * The largest amount of cash that can leave the pool now: its cash, as far as free collateral allows and the pool still
 * passes its liquidation test (in a high tier the maintenance margin can exceed the initial margin of old). [M7]
 */
export function removable(account: Account, pool: Pool, now: Circumstances): Quote {
  if (pool.type === 'isolated' && now.rules.isolatedMargin === 'add-only') return ZERO_QUOTE
  const free = postedEquity(account, pool, now.marks).minus(heldAtTransfer(account, pool, now)).minus(reserveOf(account, pool.id, now.filling))
  const most = Decimal.min(pool.cash, free)
  return asQuote(Decimal.max(0, pool.legs.length === 0 ? most : Decimal.min(most, spare(account, pool, now))))
}

/** The largest postable amount without which the pool still passes its test. */
function spare(account: Account, pool: Pool, now: { readonly marks: Marks; readonly rules: Rules }): Quote {
  const tested = { rules: now.rules, marks: testMarks(now.marks, now.rules.liquidation.trigger) }
  const surplusWithout = (amount: Decimal): Decimal => {
    const left = amount.isZero() ? pool : { ...pool, cash: asQuote(pool.cash.minus(amount)) }
    return exactEquity(account, left, tested.marks).minus(requirementOf(account, left, tested))
  }
  const passes = (surplus: Decimal): boolean => !fails(surplus, now.rules) || (surplus.isZero() && backsNothing(account, pool))
  const surplus = surplusWithout(ZERO)
  const most = posted(surplus, 'down')
  if (!reservesExit(now.rules)) return passes(surplus.minus(most)) ? most : asQuote(most.minus(QUANTUM))
  // A closing fee that the cash decides changes with it, in proportion from here on. [M14]
  const beyond = surplusWithout(surplus)
  const guess = posted(surplus.plus(beyond.div(beyond.minus(surplusWithout(surplus.plus(1))))), 'down')
  const found = [guess.plus(QUANTUM), guess].find((amount) => passes(surplusWithout(amount)))
  return asQuote(found ?? guess.minus(QUANTUM))
}
