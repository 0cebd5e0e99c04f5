import { useContext } from 'react'
import { selectLastOrder } from '../../store/selectors/selectLastOrder.ts'
import { AppStoreContext, useAppStore } from '../../store/useAppStore.ts'
import { useToast } from '../../ui/primitives/Toasts.tsx'
import { placedWords } from './placedWords.ts'
import type { OrderSide } from './Preview.ts'
import type { Ticket } from './useTicket.ts'
import { words } from './words.ts'

/** Places a side, says what was done, and offers to take it back. */
export function usePlaceTicket({ market, format }: Ticket): (side: OrderSide) => void {
  const actions = useAppStore((state) => state.actions)
  const store = useContext(AppStoreContext)
  const toast = useToast()
  const place = async (side: OrderSide): Promise<void> => {
    const isPlaced = await actions.placeTicket(side)
    const order = isPlaced && store !== undefined ? selectLastOrder(store.getState()) : undefined
    if (order !== undefined) {
      toast({ message: placedWords(order, market, format), action: { label: words.placed.undo, onAction: () => void actions.undo() } })
    }
  }
  return (side) => void place(side)
}
