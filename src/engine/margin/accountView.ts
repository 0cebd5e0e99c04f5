import type { Instrument } from '../instruments/Instrument.ts'
import type { Account, Pool, Position } from '../ledger/Account.ts'
import { NO_TOTALS } from '../ledger/evolve.ts'
import { required } from '../result/result.ts'
import { Decimal } from '../units/decimal.ts'
import { asPrice, asQuote, asRate, maxQuote, notional, posted, sum, ZERO_QUOTE, type Quote, type Rate } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'
import type { AccountView, PoolView, PositionView } from './views.ts'
import { equityOf } from './equity.ts'
import { CROSS, freeCollateral, initialMarginOf, markOf, positionsIn, removable, reserveOf, unrealizedPnl, type Marks } from './poolMargin.ts'
import { exitCostOf, initialMarginAt, initialOf, maintenanceBase, maintenanceOf, tierIndex, tiersOf } from './requirement.ts'
import { solveLiquidationPrice, type PriceQuestion } from './solveLiquidationPrice.ts'

export interface ViewContext {
  readonly rules: Rules
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly marks: Marks
}

/** Every figure of the account at the marks. */
export function accountView(account: Account, context: ViewContext): AccountView {
  const pools = [...account.pools.values()].map((pool) => poolView(account, pool, context))
  const positions = [...account.pools.values()].flatMap((pool) =>
    positionsIn(account, pool).map((position) => positionView(account, position, { ...context, pool: required(pools.find((each) => each.id === pool.id), pool.id) })),
  )
  const cross = required(pools.find((pool) => pool.id === CROSS), 'the cross pool')
  const atRisk = pools.filter((pool) => pool.legs.length > 0)
  const ratios = atRisk.flatMap((pool) => (pool.marginRatio === undefined ? [] : [pool.marginRatio]))
  return {
    equity: equityOf(account, context.marks),
    walletBalance: cross.cash,
    available: maxQuote(ZERO_QUOTE, cross.freeCollateral),
    initialMargin: sum(pools.map((pool) => pool.initialMargin)),
    maintenanceMargin: sum(pools.map((pool) => pool.maintenanceMargin)),
    unrealizedPnl: sum(pools.map((pool) => pool.unrealizedPnl)),
    orderReserve: sum([...account.orders.values()].map((order) => order.reserve)),
    canStillLose: sum(atRisk.map((pool) => maxQuote(ZERO_QUOTE, pool.equity))),
    marginRatio: ratios.length === 0 ? undefined : asRate(Decimal.max(...ratios)),
    pools,
    positions,
    orders: [...account.orders.values()],
    insuranceFund: asQuote(context.rules.insuranceFund.plus(account.counterparties.insuranceFund)),
  }
}

function poolView(account: Account, pool: Pool, context: ViewContext): PoolView {
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
    freeCollateral: freeCollateral(account, pool, marks),
    orderReserve: reserveOf(account, pool.id),
    marginRatio: positions.length > 0 ? ratio(asQuote(maintenanceMargin.plus(exitCosts)), equity) : undefined,
    removable: removable(account, pool, marks),
    legs: pool.legs,
  }
}

/** need / equity, rounded up (the worse for the trader) to 12 places; absent without equity. */
function ratio(need: Quote, equity: Quote): Rate | undefined {
  return equity.gt(0) ? asRate(posted(need.div(equity), 'up')) : undefined
}

function positionView(account: Account, position: Position, context: ViewContext & { pool: PoolView }): PositionView {
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
    notional: asQuote(notional(position.qty, mark).abs()),
    leverage: position.leverage,
    margin: pool.type === 'isolated' ? pool.cash : undefined,
    initialMargin: initialOf(position, mark),
    maintenanceMargin: posted(maintenanceOf(position, mark, rules), 'up'),
    maintenanceMarginRate: required(table[tier], 'a tier').maintenanceRate,
    tier: tier + 1,
    unrealizedPnl: pnl,
    roe: asRate(posted(pnl.div(initialMarginAt(asQuote(position.entryNotional.abs()), position.leverage)))),
    marginRatio: pool.marginRatio,
    liquidation: ask('maintenance', 'alone'),
    liquidationTogether: ask('maintenance', 'together'),
    bankruptcy: ask('nothing', 'alone'),
    takeProfit: position.takeProfit,
    stopLoss: position.stopLoss,
    totals: account.totals.get(position.leg) ?? NO_TOTALS,
  }
}

/** Only the marks of the pool's own instruments: others cannot matter. [W1] */
function marksOf(positions: readonly Position[], marks: Marks): Marks {
  return new Map(positions.map((position) => [position.instrument, markOf(marks, position.instrument)]))
}
