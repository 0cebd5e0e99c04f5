import type { AppState } from '../../../store/AppState.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { EventsTable } from '../lists/EventsTable.tsx'
import type { EventScope } from '../TableTab.ts'
import { useEventRows } from '../useEventRows.ts'
import { useSay } from '../useSay.ts'
import { useSeek } from '../useSeek.ts'

const selectActions = (state: AppState) => state.actions

export function EventsPane({ scope }: { readonly scope: EventScope }) {
  const { openIncident } = useAppStore(selectActions)
  return <EventsTable rows={useEventRows(scope)} say={useSay()} onSeek={useSeek()} onWhy={openIncident} />
}
