import { useMemo } from 'react'
import type { AppState } from '../../store/AppState.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { createSay } from './words/createSay.ts'
import type { Say } from './words/Say.ts'

const NONE = [] as const

/** Sentences about this scenario's markets and positions, in the chosen number style. */
export function useSay(): Say {
  const format = useFormat()
  const instruments = useAppStore((state: AppState) => state.scenario.info?.instruments ?? NONE)
  const commands = useAppStore((state: AppState) => state.scenario.document?.commands ?? NONE)
  return useMemo(() => {
    const legs = commands.flatMap((command): readonly (readonly [string, string])[] =>
      command.type === 'place-order' && command.leg !== undefined ? [[command.leg, command.instrument]] : [])
    return createSay(format, instruments, new Map(legs))
  }, [format, instruments, commands])
}
