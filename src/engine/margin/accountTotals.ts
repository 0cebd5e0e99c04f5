import type { Account } from '../ledger/Account.ts'
import { Decimal } from '../units/decimal.ts'
import { required } from '../result/result.ts'
import { asQuote, asRate, maxQuote, sum, ZERO_QUOTE } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'
import { CROSS, type Marks } from './poolMargin.ts'
import { poolView } from './poolView.ts'
import type { AccountView } from './views.ts'

/** The figures of an account that need no liquidation price: cheap enough for every frame. */
export type AccountTotals = Omit<AccountView, 'positions' | 'orders'>

/** The account and its pools at the marks, without the positions. */
export function accountTotals(account: Account, context: { readonly rules: Rules; readonly marks: Marks }): AccountTotals {
  const pools = [...account.pools.values()].map((pool) => poolView(account, pool, context))
  const cross = required(pools.find((pool) => pool.id === CROSS), 'the cross pool')
  const atRisk = pools.filter((pool) => pool.legs.length > 0)
  const ratios = atRisk.flatMap((pool) => (pool.marginRatio === undefined ? [] : [pool.marginRatio]))
  return {
    equity: sum(pools.map((pool) => pool.equity)),
    walletBalance: cross.cash,
    available: maxQuote(ZERO_QUOTE, cross.freeCollateral),
    initialMargin: sum(pools.map((pool) => pool.initialMargin)),
    maintenanceMargin: sum(pools.map((pool) => pool.maintenanceMargin)),
    unrealizedPnl: sum(pools.map((pool) => pool.unrealizedPnl)),
    orderReserve: sum([...account.orders.values()].map((order) => order.reserve)),
    canStillLose: sum(atRisk.map((pool) => maxQuote(ZERO_QUOTE, pool.equity))),
    marginRatio: ratios.length === 0 ? undefined : asRate(Decimal.max(...ratios)),
    pools,
    insuranceFund: asQuote(context.rules.insuranceFund.balance.plus(account.counterparties.insuranceFund)),
  }
}
