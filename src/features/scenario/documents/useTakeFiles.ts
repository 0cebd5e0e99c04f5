import { useCallback } from 'react'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useToast } from '../../../ui/primitives/Toasts.tsx'
import { menuWords as words } from '../menuWords.ts'

/** Takes files that were chosen or dropped. What reads them comes with the first ones. */
export function useTakeFiles(onPriceFiles: (files: readonly File[]) => void): (files: readonly File[]) => Promise<void> {
  const actions = useAppStore((state) => state.actions)
  const toast = useToast()
  return useCallback(
    async (files) => {
      const taking = await import('./takeFiles.ts').catch(() => undefined)
      if (taking === undefined) return toast({ message: words.documents.unavailable, tone: 'warn' })
      await taking.takeFiles(files, { actions, toast, onPriceFiles })
    },
    [actions, toast, onPriceFiles],
  )
}
