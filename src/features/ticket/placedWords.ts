import { Decimal } from '../../engine/index.ts'
import type { LastOrder } from '../../store/selectors/selectLastOrder.ts'
import type { Format } from '../../ui/format/createFormat.ts'
import { bucketName, poolMode } from './poolMode.ts'
import { shownStep } from './sizeStep.ts'
import type { TicketMarket } from './TicketMarket.ts'
import { words } from './words.ts'

/** What was done, in one line: "Bought 38 SOL at 105.00, isolated". Written from what the ledger says, not from the ticket. */
export function placedWords(order: LastOrder, market: TicketMarket, format: Format): string {
  const size = sizeWords(order.qty, format, market)
  const price = format.price(order.price, { tickSize: market.tickSize })
  const mode = modeWords(order.pool)
  const isBuy = !order.qty.startsWith('-')
  if (order.type === 'filled') return words.placed.filled(isBuy ? words.placed.bought : words.placed.sold, size, price, mode)
  const placed = words.placed.order(isBuy ? 'buy' : 'sell', size, words.orderType[order.orderType].toLowerCase())
  return words.placed.resting(placed, price, mode)
}

/** As it is said: 38 SOL, not 38.00 SOL. */
function sizeWords(qty: string, format: Format, { qtyStep, sizeUnit }: TicketMarket): string {
  const size = new Decimal(qty).abs()
  const step = shownStep(size.toFixed(), qtyStep)
  return format.quantity(size.div(step).floor().times(step).toFixed(), { unit: sizeUnit })
}

function modeWords(pool: string): string {
  const mode = poolMode(pool)
  return mode === 'bucket' ? words.placed.mode.bucket(bucketName(pool)) : words.placed.mode[mode]
}
