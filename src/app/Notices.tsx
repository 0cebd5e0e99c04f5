import { useEffect, useRef } from 'react'
import { useSay } from '../features/positions/useSay.ts'
import type { AppState } from '../store/AppState.ts'
import { selectBaseOf } from '../store/selectors/selectBaseOf.ts'
import { useAppStore } from '../store/useAppStore.ts'
import { useToast } from '../ui/primitives/Toasts.tsx'

/** Tells each notice once, as a toast. Their words come with the first one. */
export function Notices() {
  const notices = useAppStore((state) => state.notices)
  const actions = useAppStore((state) => state.actions)
  const dismiss = actions.dismissNotice
  const baseOf = useAppStore(selectBaseOf)
  const toast = useToast()
  const say = useSay()
  const told = useRef(new Set<number>())
  useEffect(() => {
    const tell = async (notice: AppState['notices'][number]): Promise<void> => {
      try {
        if (notice.type === 'branch-grew' || notice.type === 'branch-deleted') {
          const { branchNotice } = await import('../features/branches/branchNotice.ts')
          toast(branchNotice(notice, { format: say.format, baseOf }, actions))
        } else {
          const { noticeWords } = await import('./noticeWords.ts')
          const text = noticeWords(notice, say)
          if (text !== undefined) toast(text)
        }
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
  }, [notices, say, toast, dismiss, actions, baseOf])
  return null
}
