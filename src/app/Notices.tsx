import { useEffect, useRef } from 'react'
import { useSay } from '../features/positions/useSay.ts'
import type { AppState } from '../store/AppState.ts'
import { useAppStore } from '../store/useAppStore.ts'
import { useToast } from '../ui/primitives/Toasts.tsx'

/** Tells each notice once, as a toast. Their words come with the first one. */
export function Notices() {
  const notices = useAppStore((state) => state.notices)
  const dismiss = useAppStore((state) => state.actions.dismissNotice)
  const toast = useToast()
  const say = useSay()
  const told = useRef(new Set<number>())
  useEffect(() => {
    const tell = async (notice: AppState['notices'][number]): Promise<void> => {
      try {
        const { noticeWords } = await import('./noticeWords.ts')
        const text = noticeWords(notice, say)
        if (text !== undefined) toast(text)
        dismiss(notice.id)
      } catch {
        told.current.delete(notice.id) // The words did not arrive: they are asked for again with the next notice.
      }
    }
    for (const notice of notices) {
      if (told.current.has(notice.id)) continue
      told.current.add(notice.id)
      void tell(notice)
    }
  }, [notices, say, toast, dismiss])
  return null
}
