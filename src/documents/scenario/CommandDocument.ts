import * as v from 'valibot'
import type { PlaceOrder, PoolRef, PositionSide, PriceKind } from '../../engine/index.ts'
import { decimals } from '../validators/decimals.ts'
import { knownObject } from '../validators/knownObject.ts'
import { nameText } from '../validators/nameText.ts'
import { poolRef } from '../validators/poolRef.ts'

/** A command as written: what can be known from the rest may be left out. */
export type CommandDocument = { readonly id?: string | undefined; readonly tick?: number | undefined } & (
  | PlaceOrderDocument
  | { readonly type: 'cancel-order'; readonly orderId: string }
  | { readonly type: 'close-position'; readonly leg: string; readonly share?: string | undefined }
  | { readonly type: 'reverse-position'; readonly leg: string }
  | { readonly type: 'set-leverage'; readonly leg: string; readonly leverage: string }
  | MarginDocument
  | { readonly type: 'move-position'; readonly leg: string; readonly to: PoolRef }
  | ProtectionDocument
  | { readonly type: 'set-auto-margin'; readonly leg: string; readonly on: boolean; readonly upTo?: string | undefined }
  | { readonly type: 'deposit' | 'withdraw'; readonly amount: string }
)

export interface PlaceOrderDocument {
  readonly type: 'place-order'
  readonly leg?: string | undefined
  readonly instrument: string
  readonly pool: PoolRef
  readonly side: 'buy' | 'sell'
  readonly positionSide?: PositionSide | undefined
  /** One of the two. */
  readonly qty?: string | undefined
  readonly notional?: string | undefined
  readonly orderType?: PlaceOrder['orderType'] | undefined
  readonly price?: string | undefined
  /** The limit a stop-limit becomes. */
  readonly limitPrice?: string | undefined
  readonly trailing?: TrailingDocument | undefined
  readonly reduceOnly?: boolean | undefined
  readonly leverage?: string | undefined
  readonly takeProfit?: string | undefined
  readonly stopLoss?: string | undefined
  /** The price that sets off a stop, and targets that come with the order; the mark unless said. */
  readonly triggerBy?: PriceKind | undefined
}

/** How far a trailing stop stays behind the best price: a share of it, or a distance. */
export interface TrailingDocument {
  /** One of the two. */
  readonly rate?: string | undefined
  readonly distance?: string | undefined
  readonly activation?: string | undefined
}

export interface MarginDocument {
  readonly type: 'add-margin' | 'remove-margin'
  /** One of the two. */
  readonly leg?: string | undefined
  readonly bucket?: string | undefined
  readonly amount: string
}

export interface ProtectionDocument {
  readonly type: 'set-protection'
  readonly leg: string
  readonly takeProfit?: string | undefined
  readonly stopLoss?: string | undefined
  readonly trailing?: TrailingDocument | undefined
  /** The price that sets off the targets; the mark unless said. */
  readonly triggerBy?: PriceKind | undefined
}

const stamp = {
  id: v.optional(v.pipe(nameText, v.description('c1, c2, … in the order of the list unless said.'))),
  tick: v.optional(
    v.pipe(v.number(), v.integer('a whole tick was expected'), v.minValue(0, 'a tick of at least 0 was expected'), v.description('0 unless said.')),
  ),
}

const triggerBy = v.optional(v.pipe(v.picklist(['mark', 'index', 'last']), v.description('The price that sets off a stop, a take profit, a stop loss; "mark" unless said.')))

const trailing = v.optional(
  knownObject({
    rate: v.optional(v.pipe(decimals.share, v.description('Share of the best price, between 0 and 1.'))),
    distance: v.optional(v.pipe(decimals.price, v.description('In place of rate: a distance in price.'))),
    activation: v.optional(v.pipe(decimals.price, v.description('It follows from the first time this price is reached; at once unless said.'))),
  }),
)

const placeOrder = knownObject({
  ...stamp,
  type: v.literal('place-order'),
  leg: v.optional(v.pipe(nameText, v.description('<instrument>@<pool> unless said; in hedge mode with :long or :short.'))),
  instrument: nameText,
  pool: poolRef,
  side: v.picklist(['buy', 'sell']),
  positionSide: v.optional(v.picklist(['both', 'long', 'short'])),
  qty: v.optional(decimals.size),
  notional: v.optional(v.pipe(decimals.positiveAmount, v.description('Size in the quote currency, in place of qty.'))),
  orderType: v.optional(v.pipe(v.picklist(['market', 'limit', 'stop', 'stop-limit', 'trailing-stop']), v.description('market unless said.'))),
  price: v.optional(v.pipe(decimals.price, v.description('Limit price, or the trigger of a stop or stop-limit.'))),
  limitPrice: v.optional(v.pipe(decimals.price, v.description('The limit a stop-limit becomes.'))),
  trailing,
  reduceOnly: v.optional(v.boolean()),
  leverage: v.optional(v.pipe(decimals.leverage, v.description('10 unless said.'))),
  takeProfit: v.optional(decimals.price),
  stopLoss: v.optional(decimals.price),
  triggerBy,
})

const margin = { ...stamp, leg: v.optional(nameText), bucket: v.optional(nameText), amount: decimals.positiveAmount }

export const commandSchema: v.GenericSchema<unknown, CommandDocument> = v.variant('type', [
  placeOrder,
  knownObject({ ...stamp, type: v.literal('cancel-order'), orderId: v.pipe(nameText, v.description('The id of the command that placed it.')) }),
  knownObject({ ...stamp, type: v.literal('close-position'), leg: nameText, share: v.optional(decimals.share) }),
  knownObject({ ...stamp, type: v.literal('reverse-position'), leg: nameText }),
  knownObject({ ...stamp, type: v.literal('set-leverage'), leg: nameText, leverage: decimals.leverage }),
  knownObject({ ...margin, type: v.literal('add-margin') }),
  knownObject({ ...margin, type: v.literal('remove-margin') }),
  knownObject({ ...stamp, type: v.literal('move-position'), leg: nameText, to: poolRef }),
  knownObject({
    ...stamp,
    type: v.literal('set-protection'),
    leg: nameText,
    takeProfit: v.optional(decimals.price),
    stopLoss: v.optional(decimals.price),
    trailing,
    triggerBy,
  }),
  knownObject({
    ...stamp,
    type: v.literal('set-auto-margin'),
    leg: nameText,
    on: v.boolean(),
    upTo: v.optional(v.pipe(decimals.positiveAmount, v.description('The most that is added in all; without it as much as the wallet has.'))),
  }),
  knownObject({ ...stamp, type: v.literal('deposit'), amount: decimals.positiveAmount }),
  knownObject({ ...stamp, type: v.literal('withdraw'), amount: decimals.positiveAmount }),
])
