import { useMemo } from 'react'
import type { AppState } from '../../store/AppState.ts'
import { selectEventRows } from '../../store/selectors/selectEventRows.ts'
import { CALM_HZ, useAppStore, useCalmAppStore } from '../../store/useAppStore.ts'
import { eventLines, type EventLine, type EventView } from './eventLines.ts'

/** The lines of the Events table; the same event in several accounts is one. */
export function useEventLines({ scope, isFull }: EventView): readonly EventLine[] {
  const rows = useCalmAppStore(selectRows, CALM_HZ)
  const commands = useAppStore(selectCommands)
  const legs = useMemo(() => new Map((commands ?? []).flatMap(legOf)), [commands])
  return useMemo(() => eventLines(rows, { scope, isFull }, legs), [rows, scope, isFull, legs])
}

/** While two lines are compared, those of both. */
const selectRows = (state: AppState) => (state.rival?.look.events ?? selectEventRows)(state)

const selectCommands = (state: AppState) => state.scenario.document?.commands

function legOf(command: NonNullable<ReturnType<typeof selectCommands>>[number]): readonly (readonly [string, string])[] {
  return 'leg' in command && command.leg !== undefined ? [[command.id, command.leg]] : []
}
