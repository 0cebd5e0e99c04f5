import { useEffect, useRef, useState } from 'react'
import type { PathAnswer } from '../../../store/PriceActions.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import type { TapeSource } from '../start/CurrentScenario.ts'
import { sourceKey } from './sourceKey.ts'

/** A key goes down, a key goes up: what lies between is not worth making, ms. */
const REST = 160

export type Look = Extract<PathAnswer, { ok: true }>['value']

export interface LookedPath {
  /** Of the source as it is, or of the one before while the new one is made. */
  readonly look: Look | undefined
  readonly problems: readonly string[]
  readonly isStale: boolean
}

interface Known {
  readonly text: string
  readonly look: Look | undefined
  readonly problems: readonly string[]
}

/** The prices a source makes, small, made in the background whenever it changes. Undefined asks for nothing. */
export function usePathLook(source: TapeSource | undefined): LookedPath {
  const { lookAtPath } = useAppStore((state) => state.actions)
  const [known, setKnown] = useState<Known>({ text: '', look: undefined, problems: [] })
  const text = source === undefined ? '' : sourceKey(source)
  const latest = useRef(source)
  useEffect(() => {
    latest.current = source
  })
  useEffect(() => {
    if (text === '') return undefined
    const control = new AbortController()
    const ask = async (): Promise<void> => {
      if (latest.current === undefined) return
      const answer = await lookAtPath(latest.current, control.signal)
      if (answer === undefined || control.signal.aborted) return
      setKnown((before) => (answer.ok ? { text, look: answer.value, problems: [] } : { text, look: before.look, problems: answer.error }))
    }
    const timer = window.setTimeout(() => void ask(), REST)
    return () => {
      window.clearTimeout(timer)
      control.abort()
    }
  }, [text, lookAtPath])
  return { look: known.look, problems: known.text === text ? known.problems : [], isStale: known.text !== text || known.problems.length > 0 }
}
