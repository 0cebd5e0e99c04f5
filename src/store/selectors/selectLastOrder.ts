import { Decimal, type Order } from '../../engine/index.ts'
import type { AppState } from '../AppState.ts'

/** What became of the order that was given last, in the account as set. Amounts are decimal text. */
export type LastOrder =
  /** `qty` signed, all fills together. */
  | { readonly type: 'filled'; readonly pool: string; readonly qty: string; readonly price: string }
  | { readonly type: 'resting'; readonly pool: string; readonly qty: string; readonly price: string; readonly orderType: Order['type'] }

/** Absent where the last command was no order, or was refused. Read after `placeTicket`, outside of rendering. */
export function selectLastOrder({ scenario, view }: AppState): LastOrder | undefined {
  const id = scenario.document?.commands.at(-1)?.id
  const { list, visible } = view.events['as-set']
  const events = list.slice(0, visible)
  const fills = events.flatMap((event) => (event.type === 'filled' && event.orderId === id ? [event] : []))
  const last = fills.at(-1)
  if (last !== undefined) {
    const qty = fills.reduce((sum, fill) => sum.plus(fill.qty), new Decimal(0))
    return { type: 'filled', pool: last.pool, qty: qty.toFixed(), price: last.price }
  }
  const placed = events.find((event) => event.type === 'order-placed' && event.order.id === id)
  if (placed?.type !== 'order-placed') return undefined
  const { pool, qty, price, type } = placed.order
  return { type: 'resting', pool, qty, price, orderType: type }
}
