import { price, qty, quote, rate, type Account, type Command, type OrderSize, type PlaceOrder, type PositionSide, type Price, type Trailing } from '../../engine/index.ts'
import type { PositionMode } from '../../documents/scenario/Scenario.ts'
import { legFor } from './legFor.ts'
import { percentAsShare } from './percentAsShare.ts'
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
  const wait = waitOf(draft)
  const positionSide = sideOf(draft, order)
  return {
    isSized: size(draft) !== undefined,
    isPriced: wait !== undefined,
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
      price: undefined,
      ...wait,
      reduceOnly,
      leverage: AMOUNT.test(draft.leverage) ? rate(draft.leverage) : rate('1'),
      takeProfit: reduceOnly ? undefined : priceOf(draft.takeProfit),
      stopLoss: reduceOnly ? undefined : priceOf(draft.stopLoss),
    },
  }
}

type Wait = Pick<PlaceOrder, 'price' | 'limitPrice' | 'trailing'>

/** What an order of its type waits for; nothing while it is not complete. */
function waitOf(draft: TicketDraft): Partial<Wait> | undefined {
  const { orderType } = draft
  if (orderType === 'market') return {}
  if (orderType === 'trailing-stop') {
    const trailing = trailingOf(draft)
    return trailing === undefined ? undefined : { trailing }
  }
  const price = priceOf(draft.price)
  if (orderType !== 'stop-limit') return price === undefined ? undefined : { price }
  const limitPrice = priceOf(draft.limitPrice ?? '')
  return price === undefined || limitPrice === undefined ? undefined : { price, limitPrice }
}

/** Nothing while its callback is no number yet. */
function trailingOf({ callback = '', callbackUnit, activation = '' }: TicketDraft): Trailing | undefined {
  if (!AMOUNT.test(callback)) return undefined
  return {
    callback: callbackUnit === 'distance' ? { unit: 'distance', distance: price(callback) } : { unit: 'rate', rate: rate(percentAsShare(callback)) },
    activation: priceOf(activation),
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
