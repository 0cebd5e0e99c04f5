import { useEffect, useRef } from 'react'
import { useSay } from '../features/positions/useSay.ts'
import { useAppStore } from '../store/useAppStore.ts'
import { useToast } from '../ui/primitives/Toasts.tsx'
import { noticeWords } from './noticeWords.ts'

/** Tells each notice once, as a toast. */
export function Notices() {
  const notices = useAppStore((state) => state.notices)
  const dismiss = useAppStore((state) => state.actions.dismissNotice)
  const toast = useToast()
  const say = useSay()
  const told = useRef(new Set<number>())
  useEffect(() => {
    for (const notice of notices) {
      if (told.current.has(notice.id)) continue
      told.current.add(notice.id)
      const text = noticeWords(notice, say)
      if (text !== undefined) toast(text)
      dismiss(notice.id)
    }
  }, [notices, say, toast, dismiss])
  return null
}
