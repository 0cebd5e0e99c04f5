import { createSelector } from 'reselect'
import type { PlainEvent, Twin } from '../../workers/run/Frame.ts'
import type { AppState } from '../AppState.ts'
import { notionalText } from './notionalText.ts'
import type { TradeRow } from './rows/TableRows.ts'
import { selectMarkets, type Market } from './selectMarkets.ts'
import { visibleEvents } from './visibleEvents.ts'

type Trade = Extract<PlainEvent, { type: 'filled' | 'position-liquidated' }>

/** Fills and forced closes of the account shown, newest first. */
export const selectTradeRows: (state: AppState) => readonly TradeRow[] = createSelector(
  [(state: AppState) => state.selection.account, (state: AppState) => state.view.events[state.selection.account], selectMarkets],
  (twin, log, marketOf) =>
    visibleEvents(log)
      .filter((event): event is Trade => (event.type === 'filled' && event.cause !== 'collateral') || event.type === 'position-liquidated')
      .map((event) => tradeRow(twin, event, marketOf(event.instrument)))
      .toReversed(),
)

function tradeRow(twin: Twin, event: Trade, market: Market): TradeRow {
  const isForced = event.type === 'position-liquidated'
  const sells = event.qty.startsWith('-')
  return {
    key: `${twin}:${String(event.seq)}`,
    twin,
    seq: event.seq,
    tick: event.tick,
    time: event.at,
    twins: [twin],
    instrument: event.instrument,
    base: market.base,
    cause: isForced ? 'liquidation' : event.cause,
    // A liquidation names the position it closes; the trade goes the other way.
    isBuy: isForced ? sells : !sells,
    qty: event.qty.replace('-', ''),
    price: event.price,
    notional: notionalText(market, event.qty, event.price),
    fee: event.fee,
    realizedPnl: event.realizedPnl,
    role: isForced ? 'liquidation' : event.role,
    priceDecimals: market.priceDecimals,
  }
}
