import type { Instrument } from '../instruments/Instrument.ts'
import { valueOf } from '../instruments/valuation.ts'
import { Decimal } from '../units/decimal.ts'
import { asQty, asQuote, asRate, type Price, type Qty, type Quote, type Rate } from '../units/quantities.ts'
import type { DeleveragingRanking } from '../venues/Rules.ts'
import type { Account } from './Account.ts'
import type { Counterparty } from './Counterparty.ts'

/** A counterparty as it stands, with its place in line. */
export interface Ranked {
  readonly counterparty: Counterparty
  /** What it still holds, signed. */
  readonly qty: Qty
  readonly score: Rate
}

export interface Line {
  readonly population: readonly Counterparty[]
  readonly instrument: Instrument
  readonly side: 'long' | 'short'
  readonly mark: Price
  readonly ranking: DeleveragingRanking
}

/**
 * The counterparties of one side of an instrument, highest score first, as listed among equals. Who has no equity left is
 * not asked. Scores are quotients of 64 digits. [Q10]
 */
export function rankCounterparties(account: Pick<Account, 'deleveraged'>, line: Line): readonly Ranked[] {
  const ranked: Ranked[] = []
  for (const counterparty of line.population) {
    if (counterparty.instrument !== line.instrument.symbol) continue
    const closed = account.deleveraged.get(counterparty.id)
    const qty = closed === undefined ? counterparty.qty : asQty(counterparty.qty.minus(closed.qty))
    if (qty.isZero() || qty.isNegative() !== (line.side === 'short')) continue
    const margin = closed === undefined ? counterparty.margin : asQuote(counterparty.margin.plus(closed.realizedPnl))
    const score = scoreOf({ qty, margin, entryPrice: counterparty.entryPrice }, line)
    if (score !== undefined) ranked.push({ counterparty, qty, score })
  }
  return ranked.toSorted((a, b) => b.score.cmp(a.score))
}

interface Standing {
  readonly qty: Qty
  readonly margin: Quote
  readonly entryPrice: Price
}

/**
 * Mark value less bankruptcy value is the equity, so effective leverage = |mark value| / equity in all three.
 * profit-times-leverage: PnL / |entry value| times it, or divided by it where there is a loss.
 * leveraged-profit: the same with PnL as a share of the collateral (of one unit at least).
 * profit-and-leverage: mark / entry of a long, entry / mark of a short, times it.
 */
function scoreOf({ qty, margin, entryPrice }: Standing, { instrument, mark, ranking }: Line): Rate | undefined {
  const held = { type: instrument.type, qty }
  if (mark.isZero() || entryPrice.isZero()) return undefined
  const worth = valueOf(held, mark)
  const cost = valueOf(held, entryPrice)
  const pnl = worth.minus(cost)
  const equity = margin.plus(pnl)
  if (!equity.gt(0)) return undefined
  const leverage = worth.abs().div(equity)
  if (ranking === 'profit-and-leverage') return asRate((qty.isNegative() ? entryPrice.div(mark) : mark.div(entryPrice)).times(leverage))
  const profit = pnl.div(ranking === 'leveraged-profit' ? Decimal.max(1, margin) : cost.abs())
  return asRate(profit.gt(0) ? profit.times(leverage) : profit.div(leverage))
}
