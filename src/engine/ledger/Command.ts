import type { Price, Qty, Quote, Rate } from '../units/quantities.ts'
import type { PriceKind } from '../venues/Rules.ts'
import type { LegId, OrderId, PositionSide } from './Account.ts'
import type { Trailing } from './Trailing.ts'

/** The wall the user asks for. A bucket is written `bucket:<name>`. */
export type PoolRef = 'cross' | 'isolated' | `bucket:${string}`

/** What the user does, stamped with the tick after whose prices it is decided. Ids are unique in a scenario. */
export type Command = { readonly id: string; readonly tick: number } & (
  | PlaceOrder
  | { readonly type: 'cancel-order'; readonly orderId: OrderId }
  /** Market order for a share (0, 1] of the position. */
  | { readonly type: 'close-position'; readonly leg: LegId; readonly share: Rate }
  | { readonly type: 'reverse-position'; readonly leg: LegId }
  | { readonly type: 'set-leverage'; readonly leg: LegId; readonly leverage: Rate }
  | { readonly type: 'add-margin'; readonly to: MarginTarget; readonly amount: Quote }
  | { readonly type: 'remove-margin'; readonly from: MarginTarget; readonly amount: Quote }
  | { readonly type: 'move-position'; readonly leg: LegId; readonly to: PoolRef }
  | {
      readonly type: 'set-protection'
      readonly leg: LegId
      readonly takeProfit: Price | undefined
      readonly stopLoss: Price | undefined
      /** A stop that follows the price and closes the whole position. [P11] */
      readonly trailing?: Trailing | undefined
      readonly triggerBy?: PriceKind | undefined
    }
  /** Lets the wallet add margin before an isolated position is liquidated, `upTo` an amount in all. [P12] */
  | { readonly type: 'set-auto-margin'; readonly leg: LegId; readonly on: boolean; readonly upTo?: Quote | undefined }
  | { readonly type: 'deposit'; readonly amount: Quote }
  | { readonly type: 'withdraw'; readonly amount: Quote }
)

export type OrderType = 'market' | 'limit' | 'stop' | 'stop-limit' | 'trailing-stop'

export interface PlaceOrder {
  readonly type: 'place-order'
  readonly leg: LegId
  readonly instrument: string
  readonly pool: PoolRef
  readonly side: 'buy' | 'sell'
  /** `both` in one-way mode; in hedge mode the side of the leg, which an order never crosses. */
  readonly positionSide: PositionSide
  readonly size: OrderSize
  readonly orderType: OrderType
  /** Limit price, or the trigger of a stop or stop-limit; a trailing stop has none. */
  readonly price: Price | undefined
  /** The limit a stop-limit becomes. [P10] */
  readonly limitPrice?: Price | undefined
  /** Of a trailing stop. [P11] */
  readonly trailing?: Trailing | undefined
  readonly reduceOnly: boolean
  readonly leverage: Rate
  readonly takeProfit: Price | undefined
  readonly stopLoss: Price | undefined
  /** The price that sets off a stop, and the targets that come with the order; the mark unless said. [K7] */
  readonly triggerBy?: PriceKind | undefined
}

/** Size in base units, or as notional in quote at the fill price (rounded down to the quantity step). */
export type OrderSize =
  | { readonly unit: 'base'; readonly qty: Qty }
  | { readonly unit: 'quote'; readonly notional: Quote }

/** Whose collateral: an isolated position's, or a bucket's. */
export type MarginTarget =
  | { readonly type: 'leg'; readonly leg: LegId }
  | { readonly type: 'bucket'; readonly name: string }
