import { useAppStore } from '../../store/useAppStore.ts'
import { useToast } from '../../ui/primitives/Toasts.tsx'
import { placedWords } from './placedWords.ts'
import type { OrderSide } from './Preview.ts'
import type { Ticket } from './useTicket.ts'
import { words } from './words.ts'

/** Places a side, says what was done, and offers to take it back. */
export function usePlaceTicket({ draft, preview, market, format }: Ticket): (side: OrderSide) => void {
  const actions = useAppStore((state) => state.actions)
  const toast = useToast()
  const place = async (side: OrderSide): Promise<void> => {
    const message = preview === undefined ? '' : placedWords(side, preview[side], { draft, market, format })
    const isPlaced = await actions.placeTicket(side)
    if (isPlaced) toast({ message, action: { label: words.placed.undo, onAction: () => void actions.undo() } })
  }
  return (side) => void place(side)
}
