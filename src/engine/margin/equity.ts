import { asQuote, type Quote } from '../units/quantities.ts'
import { Decimal } from '../units/decimal.ts'
import type { Account, LegId, LegTotals } from '../ledger/Account.ts'
import { NO_TOTALS } from '../ledger/evolve.ts'
import { markOf, unrealizedPnl, type Marks } from './poolMargin.ts'

/** Equity of an account: cash of all pools plus unrealised PnL, in posted amounts. [T1] */
export function equityOf(account: Account, marks: Marks): Quote {
  let total: Decimal = new Decimal(0)
  for (const pool of account.pools.values()) total = total.plus(pool.cash)
  for (const position of account.positions.values()) total = total.plus(unrealizedPnl(position, markOf(marks, position.instrument)))
  return asQuote(total)
}

/** What a leg has earned so far, all told: closed and open PnL, fees, funding, liquidation. [T1] */
export function pnlOf(account: Account, leg: LegId, marks: Marks): Quote {
  const position = account.positions.get(leg)
  const open = position === undefined ? new Decimal(0) : unrealizedPnl(position, markOf(marks, position.instrument))
  return asQuote(totalOf(account.totals.get(leg) ?? NO_TOTALS).plus(open))
}

/** The sum of a leg's totals. */
export function totalOf(totals: LegTotals): Quote {
  const { realizedPnl, fees, funding, liquidationFees, forfeited, badDebt } = totals
  return asQuote(realizedPnl.plus(fees).plus(funding).plus(liquidationFees).plus(forfeited).plus(badDebt))
}
