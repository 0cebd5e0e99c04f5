import { Decimal } from '../../engine/index.ts'
import type { Format } from '../../ui/format/createFormat.ts'
import type { Draft, OrderSide, SidePreview } from './Preview.ts'
import { bucketName, poolMode } from './poolMode.ts'
import { shownStep } from './sizeStep.ts'
import type { NoteContext } from './ticketNotes.ts'
import type { TicketMarket } from './TicketMarket.ts'
import { words } from './words.ts'

/** What was done, in one line: "Bought 38 SOL at 105.00, isolated". Written from the preview the button was pressed under. */
export function placedWords(side: OrderSide, preview: SidePreview, { draft, market, format }: NoteContext): string {
  const size = sizeWords(preview.qty ?? '0', format, market)
  const price = (value: string | undefined): string => format.price(value, { tickSize: market.tickSize })
  const mode = modeWords(draft)
  if (preview.rests) return words.placed.resting(words.placed.order(side, size, words.orderType[draft.orderType].toLowerCase()), price(draft.price), mode)
  return words.placed.filled(side === 'buy' ? words.placed.bought : words.placed.sold, size, price(preview.fillPrice), mode)
}

/** As it is said: 38 SOL, not 38.00 SOL. */
function sizeWords(qty: string, format: Format, { qtyStep, base }: TicketMarket): string {
  const size = new Decimal(qty).abs()
  const step = shownStep(size.toFixed(), qtyStep)
  return format.quantity(size.div(step).floor().times(step).toFixed(), { unit: base })
}

function modeWords({ pool }: Draft): string {
  const mode = poolMode(pool)
  return mode === 'bucket' ? words.placed.mode.bucket(bucketName(pool)) : words.placed.mode[mode]
}
