import { useCallback, useMemo } from 'react'
import type { AppState } from '../../../store/AppState.ts'
import type { PositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import { selectBucketHeads } from '../../../store/selectors/selectBucketHeads.ts'
import { selectPositionRows } from '../../../store/selectors/selectPositionRows.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { bucketMarginCommand, editCommand } from '../edit/editCommand.ts'
import type { PositionActions } from '../table/PositionActions.ts'
import { PositionsTable } from '../table/PositionsTable.tsx'
import { useReadOnly } from '../useReadOnly.ts'

const selectActions = (state: AppState) => state.actions
const selectLeg = (state: AppState) => state.selection.leg

/** The positions of the account shown. */
export function PositionsPane() {
  const rows = useAppStore(selectPositionRows)
  const buckets = useAppStore(selectBucketHeads)
  const selectedLeg = useAppStore(selectLeg)
  const { previewEdit, selectInstrument, selectLeg: choose, openIncident, openExplain } = useAppStore(selectActions)
  const readOnly = useReadOnly()
  const actions = useMemo((): PositionActions => ({
    edit: (kind, row) => {
      choose(row.leg)
      previewEdit(editCommand(kind, row))
    },
    editBucket: (bucket) => previewEdit(bucketMarginCommand(bucket)),
    explain: (row) => openExplain({ type: 'position', twin: row.twin, leg: row.leg }),
    why: (row) => openIncident({ twin: row.twin, seq: row.breachSeq }),
    readOnly,
  }), [previewEdit, choose, openIncident, openExplain, readOnly])
  const select = useCallback((row: PositionRow): void => {
    selectInstrument(row.instrument)
    choose(row.leg)
  }, [selectInstrument, choose])
  return <PositionsTable rows={rows} buckets={buckets} selectedLeg={selectedLeg} actions={actions} onSelect={select} />
}
