import type { Price, Qty, Quote, Rate } from '../units/quantities.ts'
import type { PriceKind } from '../venues/Rules.ts'
import type { LegId, OrderId, PositionSide } from './Account.ts'

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
      readonly triggerBy?: PriceKind | undefined
    }
  | { readonly type: 'deposit'; readonly amount: Quote }
  | { readonly type: 'withdraw'; readonly amount: Quote }
)

export interface PlaceOrder {
  readonly type: 'place-order'
  readonly leg: LegId
  readonly instrument: string
  readonly pool: PoolRef
  readonly side: 'buy' | 'sell'
  /** `both` in one-way mode; in hedge mode the side of the leg, which an order never crosses. */
  readonly positionSide: PositionSide
  readonly size: OrderSize
  readonly orderType: 'market' | 'limit' | 'stop'
  /** Limit price, or the stop's trigger. */
  readonly price: Price | undefined
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
