import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import type { AppState } from '../../../store/AppState.ts'
import type { OpenPositionRow, PositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import { selectBucketHeads } from '../../../store/selectors/selectBucketHeads.ts'
import { selectPositionRows } from '../../../store/selectors/selectPositionRows.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { bucketMarginCommand, editCommand } from '../edit/editCommand.ts'
import type { PositionActions } from '../table/PositionActions.ts'
import { PositionsTable } from '../table/PositionsTable.tsx'
import { useReadOnly } from '../useReadOnly.ts'

// Every figure of one position, with its words: when it is asked for.
const ExplainDialog = lazy(async () => ({ default: (await import('../ExplainDialog.tsx')).ExplainDialog }))

const selectActions = (state: AppState) => state.actions
const selectLeg = (state: AppState) => state.selection.leg

/** The positions of the account shown, and the explanation of one of them. */
export function PositionsPane() {
  const rows = useAppStore(selectPositionRows)
  const buckets = useAppStore(selectBucketHeads)
  const selectedLeg = useAppStore(selectLeg)
  const { previewEdit, selectInstrument, selectLeg: choose, openIncident } = useAppStore(selectActions)
  const readOnly = useReadOnly()
  const [explained, setExplained] = useState<string | undefined>(undefined)
  const actions = useMemo((): PositionActions => ({
    edit: (kind, row) => {
      choose(row.leg)
      previewEdit(editCommand(kind, row))
    },
    editBucket: (bucket) => previewEdit(bucketMarginCommand(bucket)),
    explain: (row) => setExplained(row.key),
    why: (row) => openIncident({ twin: row.twin, seq: row.breachSeq }),
    readOnly,
  }), [previewEdit, choose, openIncident, readOnly])
  const select = useCallback((row: PositionRow): void => {
    selectInstrument(row.instrument)
    choose(row.leg)
  }, [selectInstrument, choose])
  const shown = rows.find((row): row is OpenPositionRow => row.type === 'open' && row.key === explained)
  return (
    <>
      <PositionsTable rows={rows} buckets={buckets} selectedLeg={selectedLeg} actions={actions} onSelect={select} />
      {shown === undefined ? null : <Suspense fallback={null}><ExplainDialog row={shown} onClose={() => setExplained(undefined)} /></Suspense>}
    </>
  )
}
