import type { Account, Pool, Position } from '../ledger/Account.ts'
import { asQuote, asRate, posted, sum, type Quote, type Rate } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'
import { backedLegs } from './backedLegs.ts'
import { freeCollateral, initialMarginOf, markOf, positionsIn, removable, requirementOf, reserveOf, unrealizedPnl, type Marks } from './poolMargin.ts'
import { exitCostOf, maintenanceOf, reservedExit, stated } from './requirement.ts'
import type { PoolView } from './views.ts'

/** Every figure of a pool at the marks. */
export function poolView(account: Account, pool: Pool, context: { readonly rules: Rules; readonly marks: Marks }): PoolView {
  const { marks, rules } = context
  const positions = positionsIn(account, pool)
  const backed = backedLegs(positions)
  const pnl = asQuote(sum(positions.map((position) => unrealizedPnl(position, markOf(marks, position.instrument)))).plus(pool.others?.unrealizedPnl ?? 0))
  const equity = asQuote(pool.cash.plus(pnl))
  const total = (held: readonly Position[], figure: typeof maintenanceOf): Quote => sum(held.map((position) => figure(position, markOf(marks, position.instrument), rules)))
  const haircut = posted(total(positions.filter((position) => position.type === 'spot'), maintenanceOf), 'up')
  const requirement = posted(requirementOf(account, pool, context).minus(haircut), 'up')
  return {
    id: pool.id,
    type: pool.type,
    cash: pool.cash,
    unrealizedPnl: pnl,
    equity,
    initialMargin: initialMarginOf(account, pool, context),
    maintenanceMargin: stated(total(backed, maintenanceOf).plus(pool.others?.maintenanceMargin ?? 0), rules),
    exitCosts: posted(total(backed, exitCostOf).plus(reservedExit(pool, positions, rules)), 'up'),
    requirement,
    haircut,
    freeCollateral: freeCollateral(account, pool, context),
    orderReserve: reserveOf(account, pool.id),
    marginRatio: backed.length > 0 || pool.others !== undefined ? ratio(requirement, asQuote(equity.minus(haircut))) : undefined,
    removable: removable(account, pool, context),
    legs: pool.legs,
  }
}

/** need / equity, rounded up (the worse for the trader) to 12 places; absent without equity. */
function ratio(need: Quote, equity: Quote): Rate | undefined {
  return equity.gt(0) ? asRate(posted(need.div(equity), 'up')) : undefined
}
