import { useState } from 'react'
import type { AppState } from '../../../store/AppState.ts'
import { useAppStore } from '../../../store/useAppStore.ts'

type Notice = AppState['notices'][number]

/** A notice, and what puts it away. */
export interface HeldNotice<Type extends Notice['type']> {
  readonly notice: Extract<Notice, { type: Type }>
  readonly close: () => void
}

/** The latest notice of a type, held until it is closed here: elsewhere notices are taken off as soon as they are told. */
export function useLatestNotice<Type extends Notice['type']>(type: Type): { readonly notice: Extract<Notice, { type: Type }> | undefined; readonly close: () => void } {
  const latest = useAppStore((state) => state.notices.findLast((one) => one.type === type))
  const [held, setHeld] = useState<{ readonly notice: Notice; readonly isOpen: boolean }>()
  // Taken while it is there; React renders again at once with it.
  if (latest !== undefined && latest !== held?.notice) setHeld({ notice: latest, isOpen: true })
  return {
    notice: held?.isOpen === true && isOf(held.notice, type) ? held.notice : undefined,
    close: () => setHeld(held === undefined ? undefined : { ...held, isOpen: false }),
  }
}

function isOf<Type extends Notice['type']>(notice: Notice, type: Type): notice is Extract<Notice, { type: Type }> {
  return notice.type === type
}
