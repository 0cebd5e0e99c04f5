import type { OrderType, PoolRef, PositionSide } from '../../engine/index.ts'
import type { DecimalText } from '../Plain.ts'

export type OrderSide = 'buy' | 'sell'

/** What stands in the ticket. Numbers as plain decimal text; empty text is an empty field. */
export interface TicketDraft {
  readonly instrument: string
  readonly pool: PoolRef
  readonly leverage: DecimalText
  readonly orderType: OrderType
  /** Limit price, or the trigger of a stop or stop-limit; ignored for others. */
  readonly price: DecimalText
  /** The limit a stop-limit becomes. */
  readonly limitPrice?: DecimalText | undefined
  /** Of a trailing stop: percent, or a distance in the quote currency. */
  readonly callback?: DecimalText | undefined
  readonly callbackUnit?: 'rate' | 'distance' | undefined
  /** The price from which a trailing stop follows; at once when empty. */
  readonly activation?: DecimalText | undefined
  readonly size: DecimalText
  readonly sizeUnit: 'base' | 'quote'
  readonly takeProfit: DecimalText
  readonly stopLoss: DecimalText
  readonly reduceOnly: boolean
  /** `both` in one-way mode. In hedge mode a buy opens the long leg and a sell the short one, or reduces the other. */
  readonly positionSide: PositionSide
}
