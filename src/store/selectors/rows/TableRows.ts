import type { Order } from '../../../engine/index.ts'
import type { PlainEvent, Twin } from '../../../workers/run/Frame.ts'

export interface OrderRow {
  readonly orderId: string
  readonly twin: Twin
  readonly instrument: string
  readonly base: string
  readonly quote: string
  readonly type: Order['type']
  readonly isBuy: boolean
  readonly mode: 'cross' | 'isolated' | 'bucket'
  readonly qty: string
  /** Of a trailing stop where it would fire now; where it does not follow yet, its activation. */
  readonly price: string
  /** The limit a stop-limit becomes. */
  readonly limitPrice: string | undefined
  readonly trailing: TrailingCell | undefined
  readonly notional: string
  readonly distance: number
  readonly reduceOnly: boolean
  readonly reserve: string
  readonly takeProfit: string | undefined
  readonly stopLoss: string | undefined
  readonly priceDecimals: number
}

/** A trailing stop: its callback, and where it stands. */
export interface TrailingCell {
  readonly rate: string | undefined
  readonly distance: string | undefined
  readonly activation: string | undefined
  /** The price that sets it off; absent before its activation. */
  readonly level: string | undefined
}

/** One fill. */
export interface TradeRow {
  readonly key: string
  readonly twin: Twin
  readonly seq: number
  readonly tick: number
  readonly time: number
  readonly twins: readonly Twin[]
  readonly instrument: string
  readonly base: string
  readonly cause: string
  readonly isBuy: boolean
  readonly qty: string
  readonly price: string
  readonly notional: string
  readonly fee: string
  readonly realizedPnl: string
  readonly role: 'maker' | 'taker' | 'liquidation'
  readonly priceDecimals: number
}

/** Funding of one leg at one time. */
export interface FundingRow {
  readonly key: string
  readonly twin: Twin
  readonly seq: number
  readonly tick: number
  readonly time: number
  readonly instrument: string
  readonly leg: string
  readonly rate: string
  readonly mark: string
  readonly amount: string
}

/** One event, or the same one in several accounts. Newest first. */
export interface EventRow {
  readonly key: string
  readonly tick: number
  readonly time: number
  readonly twins: readonly Twin[]
  /** In the first of the twins. */
  readonly event: PlainEvent
  /** The leg it is about, if it is about one. */
  readonly leg: string | undefined
  readonly instrument: string | undefined
  readonly base: string | undefined
  readonly isLong: boolean | undefined
  readonly price: string | undefined
  readonly pnl: string | undefined
  /** Of a liquidated position. */
  readonly role: 'culprit' | 'bystander' | undefined
  /** Of a bystander or culprit: accounts in which the same leg is open at that moment. */
  readonly openIn: readonly Twin[]
  /** Of a breach or a liquidation: what `openIncident` takes. */
  readonly breach: { readonly twin: Twin; readonly seq: number } | undefined
  /** While two lines are compared: in which of them it happened. */
  readonly where?: 'here' | 'there' | 'both'
  /** The line it is an event of, where that is not the open one. */
  readonly branch?: string
}
