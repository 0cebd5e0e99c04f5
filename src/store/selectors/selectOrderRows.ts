import { Decimal } from '../../engine/index.ts'
import { createSelector } from 'reselect'
import type { AppState } from '../AppState.ts'
import { notionalText } from './notionalText.ts'
import type { OrderRow } from './rows/TableRows.ts'
import { selectMarkets } from './selectMarkets.ts'
import { trailingCell } from './trailingCell.ts'
import { poolKind } from './visibleEvents.ts'

const NONE: readonly OrderRow[] = []

/** Resting orders of the account shown. */
export const selectOrderRows: (state: AppState) => readonly OrderRow[] = createSelector(
  [(state: AppState) => state.view.detail, (state: AppState) => state.view.frame?.marks, selectMarkets],
  (detail, marks, marketOf) => {
    if (detail === undefined || detail.account.orders.length === 0) return NONE
    const { trails, twin } = detail
    return detail.account.orders.map((order): OrderRow => {
      const market = marketOf(order.instrument)
      const trailing = trailingCell(order.trailing, trails[`order:${order.id}`])
      const price = trailing === undefined ? order.price : (trailing.level ?? trailing.activation ?? order.price)
      const mark = new Decimal(marks?.[order.instrument] ?? order.price)
      return {
        orderId: order.id,
        twin,
        instrument: order.instrument,
        base: market.base,
        quote: market.quote,
        type: order.type,
        isBuy: !order.qty.startsWith('-'),
        mode: poolKind(order.pool).mode,
        qty: order.qty,
        price,
        limitPrice: order.limitPrice,
        trailing,
        notional: notionalText(market, order.qty, order.price),
        distance: mark.isZero() ? 0 : new Decimal(price).minus(mark).div(mark.abs()).toNumber(),
        reduceOnly: order.reduceOnly,
        reserve: order.reserve,
        takeProfit: order.takeProfit,
        stopLoss: order.stopLoss,
        priceDecimals: market.priceDecimals,
      }
    })
  },
)
