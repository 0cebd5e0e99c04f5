import { useMemo } from 'react'
import type { EventRow } from '../../store/selectors/rows/TableRows.ts'
import { selectEventRows } from '../../store/selectors/selectEventRows.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import type { EventScope } from './TableTab.ts'

/** The events of every account, or those of one; the same event in several accounts is one row. */
export function useEventRows(scope: EventScope): readonly EventRow[] {
  const rows = useAppStore(selectEventRows)
  return useMemo(() => (scope === 'all' ? rows : rows.filter((row) => row.twins.includes(scope))), [rows, scope])
}
