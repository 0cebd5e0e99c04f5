import { useEffect, useRef, useState } from 'react'
import type { NewLine, Outlook } from '../../../store/DrawActions.ts'
import { useAppStore } from '../../../store/useAppStore.ts'

export interface Looked {
  readonly outlook: Outlook | undefined
  readonly problems: readonly string[]
}

export interface Wish {
  readonly tick: number
  readonly until: number
  readonly lines: readonly NewLine[]
}

/**
 * What would happen on the lines as they are drawn. One question at a time: while one is answered the newest waits, so that
 * a hand that never rests gets answers all the same.
 */
export function useOutlook(wish: Wish | undefined): Looked {
  const { lookAhead } = useAppStore((state) => state.actions)
  const [looked, setLooked] = useState<Looked>({ outlook: undefined, problems: [] })
  const waiting = useRef<Wish | undefined>(undefined)
  const isAsking = useRef(false)
  const isGone = useRef(false)
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
    }
  }, [])
  useEffect(() => {
    waiting.current = wish
    const ask = async (): Promise<void> => {
      isAsking.current = true
      for (let next = waiting.current; next !== undefined && !isGone.current; next = waiting.current) {
        waiting.current = undefined
        const answer = await lookAhead(next)
        if (answer !== undefined && !isGone.current) setLooked(answer.ok ? { outlook: answer.value, problems: [] } : { outlook: undefined, problems: answer.error })
      }
      isAsking.current = false
    }
    if (wish !== undefined && !isAsking.current) void ask()
  }, [wish, lookAhead])
  return wish === undefined ? { outlook: undefined, problems: [] } : looked
}
