import type { Instrument } from '../instruments/Instrument.ts'
import type { Account, Position } from '../ledger/Account.ts'
import { NO_TOTALS } from '../ledger/evolve.ts'
import { required } from '../result/result.ts'
import { asPrice, asRate, notional, posted, type Quote, type Rate } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'
import type { PoolView, PositionView } from './views.ts'
import { markOf, unrealizedPnl, type Marks } from './poolMargin.ts'
import { initialMarginAt, initialOf, maintenanceBase, maintenanceOf, tierIndex, tiersOf } from './requirement.ts'
import { solveLiquidationPrice, type PriceQuestion } from './solveLiquidationPrice.ts'

export interface ViewContext {
  readonly rules: Rules
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly marks: Marks
}

/** Every figure of a position at the marks; three liquidation prices are solved for it. */
export function positionView(account: Account, position: Position, context: ViewContext & { pool: PoolView }): PositionView {
  const { marks, rules, instruments, pool } = context
  const mark = markOf(marks, position.instrument)
  const base = maintenanceBase(position, mark, rules)
  const table = tiersOf(rules, position.instrument)
  const tier = tierIndex(table, base)
  const pnl = unrealizedPnl(position, mark)
  const positions = pool.legs.map((leg) => required(account.positions.get(leg), leg))
  const ask = (need: 'maintenance' | 'nothing', others: PriceQuestion['others']): ReturnType<typeof solveLiquidationPrice> =>
    solveLiquidationPrice({ backing: { cash: pool.cash, positions, need, rules }, marks: marksOf(positions, marks), instruments, position, others })
  return {
    leg: position.leg,
    instrument: position.instrument,
    pool: pool.id,
    poolType: pool.type,
    positionSide: position.positionSide,
    qty: position.qty,
    entryNotional: position.entryNotional,
    entryPrice: asPrice(position.entryNotional.div(position.qty)),
    mark,
    notional: notional(position.qty, mark),
    leverage: position.leverage,
    margin: pool.type === 'isolated' ? pool.cash : undefined,
    initialMargin: initialOf(position, mark),
    maintenanceMargin: posted(maintenanceOf(position, mark, rules), 'up'),
    maintenanceMarginRate: required(table[tier], 'a tier').maintenanceRate,
    tier: tier + 1,
    unrealizedPnl: pnl,
    roe: returnOn(initialMarginAt(position.entryNotional, position.leverage), pnl),
    marginRatio: pool.marginRatio,
    liquidation: ask('maintenance', 'alone'),
    liquidationTogether: ask('maintenance', 'together'),
    bankruptcy: ask('nothing', 'alone'),
    takeProfit: position.takeProfit,
    stopLoss: position.stopLoss,
    totals: account.totals.get(position.leg) ?? NO_TOTALS,
  }
}

/** PnL / margin; 0 where average prices of both signs left no margin to compare with. */
function returnOn(margin: Quote, pnl: Quote): Rate {
  return asRate(margin.isZero() ? margin : posted(pnl.div(margin)))
}

/** Only the marks of the pool's own instruments: others cannot matter. [W1] */
function marksOf(positions: readonly Position[], marks: Marks): Marks {
  return new Map(positions.map((position) => [position.instrument, markOf(marks, position.instrument)]))
}
