import { exactEquity, requirementOf } from '../margin/poolMargin.ts'
import { reservesExit } from '../margin/requirement.ts'
import type { Account, Pool } from '../ledger/Account.ts'
import { testMarks } from '../tape/testMarks.ts'
import type { Decimal } from '../units/decimal.ts'
import { asQuote, ZERO_QUOTE } from '../units/quantities.ts'
import type { CalculatorScene } from './Calculator.ts'
import { marksWith, type TradeAccount } from './tradeAccount.ts'

/**
 * The cash of the trade's pool with which it stands exactly at its requirement (or at nothing) when the instrument is at a
 * price: at the liquidation price P the surplus is zero, so cash = requirement(P) - PnL(P) of all that the pool holds.
 * [M1, A3] Where the rules set aside a closing fee that the cash decides, that is linear in the cash: a line through two.
 */
export function cashAtPrice(scene: CalculatorScene, trade: TradeAccount, at: { readonly price: Decimal; readonly need: 'maintenance' | 'nothing' }): Decimal | undefined {
  if (!at.price.gt(0)) return undefined
  const marks = testMarks(marksWith(scene, at.price), scene.rules.liquidation.trigger)
  const surplus = (cash: Decimal): Decimal => {
    const pool: Pool = { ...trade.pool, cash: asQuote(cash) }
    const account: Account = { ...trade.account, pools: new Map(trade.account.pools).set(pool.id, pool) }
    const equity = exactEquity(account, pool, marks)
    return at.need === 'nothing' ? equity : equity.minus(requirementOf(account, pool, { marks, rules: scene.rules }))
  }
  const first = surplus(ZERO_QUOTE).neg()
  if (at.need === 'nothing' || !reservesExit(scene.rules)) return first
  const left = surplus(first)
  const slope = surplus(first.plus(1)).minus(left)
  return slope.isZero() ? first : first.minus(left.div(slope))
}
