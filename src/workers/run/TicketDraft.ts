import type { PoolRef, PositionSide } from '../../engine/index.ts'
import type { DecimalText } from '../Plain.ts'

export type OrderSide = 'buy' | 'sell'

/** What stands in the ticket. Numbers as plain decimal text; empty text is an empty field. */
export interface TicketDraft {
  readonly instrument: string
  readonly pool: PoolRef
  readonly leverage: DecimalText
  readonly orderType: 'market' | 'limit' | 'stop'
  /** Limit price or stop trigger; ignored for market orders. */
  readonly price: DecimalText
  readonly size: DecimalText
  readonly sizeUnit: 'base' | 'quote'
  readonly takeProfit: DecimalText
  readonly stopLoss: DecimalText
  readonly reduceOnly: boolean
  /** `both` in one-way mode. In hedge mode a buy opens the long leg and a sell the short one, or reduces the other. */
  readonly positionSide: PositionSide
}
