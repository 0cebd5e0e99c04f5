import type { AppState } from '../../../store/AppState.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import type { EventLine } from '../eventLines.ts'
import { EventsTable } from '../lists/EventsTable.tsx'
import { useSay } from '../useSay.ts'
import { useSeek } from '../useSeek.ts'

const selectActions = (state: AppState) => state.actions

export function EventsPane({ lines }: { readonly lines: readonly EventLine[] }) {
  const { openIncident } = useAppStore(selectActions)
  return <EventsTable rows={lines} say={useSay()} onSeek={useSeek()} onWhy={openIncident} />
}
