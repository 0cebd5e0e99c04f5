import { useContext } from 'react'
import { selectIsLastRefused } from '../../store/selectors/selectIsLastRefused.ts'
import { AppStoreContext, useAppStore } from '../../store/useAppStore.ts'
import { useToast } from '../../ui/primitives/Toasts.tsx'
import type { Ticket } from './useTicket.ts'
import { words } from './words.ts'

/** Moves margin from the wallet behind the wall of a bucket; opens the bucket where there is none yet. */
export function useBucketFunding(bucket: string, { market, format }: Ticket): (amount: string) => Promise<boolean> {
  const actions = useAppStore((state) => state.actions)
  const store = useContext(AppStoreContext)
  const toast = useToast()
  return async (amount) => {
    const isGiven = await actions.give({ type: 'add-margin', bucket, amount })
    const isTaken = isGiven && store !== undefined && !selectIsLastRefused(store.getState())
    if (isTaken) {
      toast({
        message: words.bucket.funded(format.money(amount), market.currency, bucket),
        action: { label: words.placed.undo, onAction: () => void actions.undo() },
      })
    }
    return isTaken
  }
}
