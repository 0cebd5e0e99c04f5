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
  const past = useAppStore((state) => state.scenario.past)
  const step = useRef(new AbortController())
  // What may be undone from a toast is the last step, as long as it is the last one.
  useEffect(() => {
    const ends = new AbortController()
    step.current = ends
    return () => ends.abort()
  }, [past])
  useEffect(() => {
    const tell = async (notice: AppState['notices'][number], ends: AbortSignal): Promise<void> => {
      try {
        if (notice.type === 'branch-grew' || notice.type === 'branch-deleted') {
          const { branchNotice } = await import('../features/branches/branchNotice.ts')
          toast({ ...branchNotice(notice, { format: say.format, baseOf }, actions), ends })
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
      void tell(notice, step.current.signal)
    }
  }, [notices, say, toast, dismiss, actions, baseOf])
  return null
}
