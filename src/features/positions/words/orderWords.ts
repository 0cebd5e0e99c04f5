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
