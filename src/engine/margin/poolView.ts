import type { Account, Pool } from '../ledger/Account.ts'
import { asQuote, asRate, posted, sum, type Quote, type Rate } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'
import { freeCollateral, initialMarginOf, markOf, positionsIn, removable, reserveOf, unrealizedPnl, type Marks } from './poolMargin.ts'
import { exitCostOf, maintenanceOf } from './requirement.ts'
import type { PoolView } from './views.ts'

/** Every figure of a pool at the marks. */
export function poolView(account: Account, pool: Pool, context: { readonly rules: Rules; readonly marks: Marks }): PoolView {
  const { marks, rules } = context
  const positions = positionsIn(account, pool)
  const pnl = sum(positions.map((position) => unrealizedPnl(position, markOf(marks, position.instrument))))
  const equity = asQuote(pool.cash.plus(pnl))
  const maintenanceMargin = posted(sum(positions.map((position) => maintenanceOf(position, markOf(marks, position.instrument), rules))), 'up')
  const exitCosts = posted(sum(positions.map((position) => exitCostOf(position, markOf(marks, position.instrument), rules))), 'up')
  return {
    id: pool.id,
    type: pool.type,
    cash: pool.cash,
    unrealizedPnl: pnl,
    equity,
    initialMargin: initialMarginOf(account, pool, marks),
    maintenanceMargin,
    exitCosts,
    freeCollateral: freeCollateral(account, pool, context),
    orderReserve: reserveOf(account, pool.id),
    marginRatio: positions.length > 0 ? ratio(asQuote(maintenanceMargin.plus(exitCosts)), equity) : undefined,
    removable: removable(account, pool, context),
    legs: pool.legs,
  }
}

/** need / equity, rounded up (the worse for the trader) to 12 places; absent without equity. */
function ratio(need: Quote, equity: Quote): Rate | undefined {
  return equity.gt(0) ? asRate(posted(need.div(equity), 'up')) : undefined
}
