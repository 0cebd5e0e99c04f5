import { accountView, bookAccount, type LiquidationPrice, type PoolView, type PositionView } from '../engine/index.ts'
import type { BookSetup } from '../documents/book/parseBook.ts'
import { plainText, quotientText } from './plainText.ts'

/** Every figure of a book, decimals as plain strings. A figure that does not exist is `{ none: reason }`, never 0 or null. */
export function marginReport(setup: BookSetup) {
  const view = accountView(bookAccount(setup.book), setup)
  return {
    book: setup.title,
    rules: { id: setup.rules.id, name: setup.rules.name, date: setup.rules.date, source: setup.rules.source },
    account: {
      equity: plainText(view.equity),
      walletBalance: plainText(view.walletBalance),
      available: plainText(view.available),
      unrealizedPnl: plainText(view.unrealizedPnl),
      initialMargin: plainText(view.initialMargin),
      maintenanceMargin: plainText(view.maintenanceMargin),
      canStillLose: plainText(view.canStillLose),
      marginRatio: view.marginRatio === undefined ? { none: 'no-positions' } : plainText(view.marginRatio),
    },
    pools: view.pools.filter((pool) => pool.type === 'cross' || pool.legs.length > 0 || !pool.cash.isZero()).map((pool) => poolReport(pool, view.positions)),
    positions: view.positions.map(positionReport),
  }
}

export type MarginReport = ReturnType<typeof marginReport>

function poolReport(pool: PoolView, positions: readonly PositionView[]) {
  return {
    id: pool.id,
    type: pool.type,
    cash: plainText(pool.cash),
    unrealizedPnl: plainText(pool.unrealizedPnl),
    equity: plainText(pool.equity),
    initialMargin: plainText(pool.initialMargin),
    maintenanceMargin: plainText(pool.maintenanceMargin),
    exitCosts: plainText(pool.exitCosts),
    marginRatio: ratioReport(pool),
    liquidatable: positions.some((each) => each.pool === pool.id && each.liquidation.type === 'none' && each.liquidation.reason === 'already-liquidatable'),
    freeCollateral: plainText(pool.freeCollateral),
    removable: plainText(pool.removable),
    legs: pool.legs,
  }
}

function ratioReport({ marginRatio, legs }: PoolView) {
  if (marginRatio !== undefined) return plainText(marginRatio)
  return { none: legs.length === 0 ? 'no-positions' : 'no-equity' }
}

function positionReport(position: PositionView) {
  return {
    leg: position.leg,
    instrument: position.instrument,
    pool: position.pool,
    side: position.qty.isNegative() ? 'short' : 'long',
    qty: plainText(position.qty),
    entryPrice: quotientText(position.entryPrice),
    mark: plainText(position.mark),
    notional: plainText(position.notional),
    leverage: plainText(position.leverage),
    ...(position.margin === undefined ? {} : { margin: plainText(position.margin) }),
    unrealizedPnl: plainText(position.unrealizedPnl),
    roe: plainText(position.roe),
    initialMargin: plainText(position.initialMargin),
    maintenanceMargin: plainText(position.maintenanceMargin),
    maintenanceMarginRate: plainText(position.maintenanceMarginRate),
    tier: position.tier,
    marginRatio: position.marginRatio === undefined ? { none: 'no-equity' } : plainText(position.marginRatio),
    liquidationPrice: priceReport(position.liquidation),
    liquidationTogether: priceReport(position.liquidationTogether),
    bankruptcyPrice: priceReport(position.bankruptcy),
    ...(position.takeProfit === undefined ? {} : { takeProfit: plainText(position.takeProfit) }),
    ...(position.stopLoss === undefined ? {} : { stopLoss: plainText(position.stopLoss) }),
  }
}

/** `price` is on the tick, on the side that liquidates earlier; `exact` is the root itself. */
function priceReport(answer: LiquidationPrice) {
  if (answer.type === 'none') return { none: answer.reason }
  return { price: plainText(answer.price), exact: quotientText(answer.exact), direction: answer.direction }
}

/** One row a position; each of the three prices in a column, with its exact value or the reason for none beside it. */
export function marginRows({ positions }: MarginReport): readonly Readonly<Record<string, unknown>>[] {
  return positions.map(({ liquidationPrice, liquidationTogether, bankruptcyPrice, marginRatio, ...rest }) => ({
    ...rest,
    marginRatio: typeof marginRatio === 'string' ? marginRatio : '',
    ...priceCells('liquidationPrice', liquidationPrice),
    ...priceCells('liquidationTogether', liquidationTogether),
    ...priceCells('bankruptcyPrice', bankruptcyPrice),
  }))
}

function priceCells(name: string, answer: ReturnType<typeof priceReport>): Record<string, string> {
  if ('none' in answer) return { [name]: '', [`${name}Exact`]: '', [`${name}None`]: answer.none }
  return { [name]: answer.price, [`${name}Exact`]: answer.exact, [`${name}None`]: '' }
}
