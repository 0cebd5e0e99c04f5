import type { Account } from '../ledger/Account.ts'
import { required } from '../result/result.ts'
import { accountTotals } from './accountTotals.ts'
import { poolRoots, positionView, type ViewContext } from './positionView.ts'
import type { AccountView } from './views.ts'

/** Every figure of the account at the marks. */
export function accountView(account: Account, context: ViewContext): AccountView {
  const totals = accountTotals(account, context)
  const positions = totals.pools.flatMap((pool) => {
    const shared = { ...context, pool, roots: poolRoots() }
    return pool.legs.map((leg) => positionView(account, required(account.positions.get(leg), leg), shared))
  })
  return { ...totals, positions, orders: [...account.orders.values()] }
}
