import type { Format } from '../../../ui/format/createFormat.ts'
import { priceText } from '../rowText.ts'
import type { OrderRow, TradeRow } from '../../../store/selectors/rows/TableRows.ts'

/** Resting orders and fills. */
export const orderWords = {
  buy: 'buy',
  sell: 'sell',
  bought: 'Bought',
  sold: 'Sold',
  reduceOnly: 'reduce-only',
  order: (instrument: string): string => `order in ${instrument}`,
} as const

export const orderTypes: Readonly<Record<OrderRow['type'], string>> = { limit: 'Limit', stop: 'Stop', 'stop-limit': 'Stop limit', 'trailing-stop': 'Trailing stop' }

/** What a price alone does not say: "limit 103.00", "1% back", "1% back, waits". */
export function orderDetail({ limitPrice, trailing, priceDecimals }: Pick<OrderRow, 'limitPrice' | 'trailing' | 'priceDecimals'>, format: Format): string | undefined {
  if (limitPrice !== undefined) return `limit ${priceText(format, limitPrice, priceDecimals)}`
  return trailing === undefined ? undefined : `${callbackText(trailing, { format, priceDecimals })} back${trailing.level === undefined ? ', waits' : ''}`
}

/** "1%" or "2.00". */
export function callbackText({ rate, distance }: NonNullable<OrderRow['trailing']>, { format, priceDecimals }: { readonly format: Format; readonly priceDecimals: number }): string {
  return rate === undefined ? priceText(format, distance ?? '0', priceDecimals) : format.percent(rate)
}

export const roleNames: Readonly<Record<TradeRow['role'], string>> = { maker: 'Maker', taker: 'Taker', liquidation: '—' }

const causes: Readonly<Record<string, string>> = {
  market: 'Market order',
  limit: 'Limit order',
  stop: 'Stop order',
  'trailing-stop': 'Trailing stop',
  'take-profit': 'Take profit',
  'stop-loss': 'Stop loss',
  close: 'Closed by you',
  reverse: 'Reversed',
  liquidation: 'Liquidated',
}

export function causeWords(cause: string): string {
  return causes[cause] ?? cause
}
