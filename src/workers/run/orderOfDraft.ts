import { price, qty, quote, rate, type Account, type Command, type OrderSize, type PlaceOrder, type PositionSide, type Price } from '../../engine/index.ts'
import type { PositionMode } from '../../documents/scenario/Scenario.ts'
import { legFor } from './legFor.ts'
import type { OrderSide, TicketDraft } from './TicketDraft.ts'

export type OrderCommand = Command & PlaceOrder

/** A ticket's order for one side; `isSized` tells whether its size was stated (else it is 0), `isPriced` whether it has the price it needs. */
export interface DraftedOrder {
  readonly command: OrderCommand
  readonly isSized: boolean
  readonly isPriced: boolean
}

const AMOUNT = /^\d+(\.\d+)?$/

/** What the ticket stands for when one of its two buttons is pressed. Fields that hold no number count as empty. */
export function orderOfDraft(account: Account, draft: TicketDraft, order: { readonly side: OrderSide; readonly mode: PositionMode; readonly tick: number }): DraftedOrder {
  const { instrument, pool, orderType, reduceOnly } = draft
  const positionSide = sideOf(draft, order)
  const stated = priceOf(draft.price)
  return {
    isSized: size(draft) !== undefined,
    isPriced: orderType === 'market' || stated !== undefined,
    command: {
      id: '~preview',
      tick: order.tick,
      type: 'place-order',
      leg: legFor(account.positions.values(), { instrument, pool, positionSide }),
      instrument,
      pool,
      side: order.side,
      positionSide,
      size: size(draft) ?? { unit: 'base', qty: qty('0') },
      orderType,
      price: orderType === 'market' ? undefined : stated,
      reduceOnly,
      leverage: AMOUNT.test(draft.leverage) ? rate(draft.leverage) : rate('1'),
      takeProfit: reduceOnly ? undefined : priceOf(draft.takeProfit),
      stopLoss: reduceOnly ? undefined : priceOf(draft.stopLoss),
    },
  }
}

/** In hedge mode a buy opens the long leg or reduces the short one. */
function sideOf({ reduceOnly }: TicketDraft, { side, mode }: { readonly side: OrderSide; readonly mode: PositionMode }): PositionSide {
  if (mode === 'one-way') return 'both'
  return (side === 'buy') === !reduceOnly ? 'long' : 'short'
}

function size(draft: TicketDraft): OrderSize | undefined {
  if (!AMOUNT.test(draft.size) || Number(draft.size) === 0) return undefined
  return draft.sizeUnit === 'base' ? { unit: 'base', qty: qty(draft.size) } : { unit: 'quote', notional: quote(draft.size) }
}

function priceOf(text: string): Price | undefined {
  return AMOUNT.test(text) ? price(text) : undefined
}
