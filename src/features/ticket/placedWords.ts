import type { Draft, OrderSide, SidePreview } from './Preview.ts'
import { bucketName, poolMode } from './poolMode.ts'
import type { NoteContext } from './ticketNotes.ts'
import { words } from './words.ts'

/** What was done, in one line: "Bought 38 SOL at 105.00, isolated". Written from the preview the button was pressed under. */
export function placedWords(side: OrderSide, preview: SidePreview, { draft, market, format }: NoteContext): string {
  const size = format.quantity((preview.qty ?? '0').replace('-', ''), { unit: market.base })
  const price = (value: string | undefined): string => format.price(value, { tickSize: market.tickSize })
  const mode = modeWords(draft)
  if (preview.rests) return words.placed.resting(words.placed.order(side, size, words.orderType[draft.orderType].toLowerCase()), price(draft.price), mode)
  return words.placed.filled(side === 'buy' ? words.placed.bought : words.placed.sold, size, price(preview.fillPrice), mode)
}

function modeWords({ pool }: Draft): string {
  const mode = poolMode(pool)
  return mode === 'bucket' ? words.placed.mode.bucket(bucketName(pool)) : words.placed.mode[mode]
}
