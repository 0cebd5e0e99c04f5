import { lazy, Suspense } from 'react'
import { useAppStore } from '../store/useAppStore.ts'

// Wanted by a click, so their code comes with the first one.
const EditDialogs = lazy(async () => ({ default: (await import('../features/positions/EditDialogs.tsx')).EditDialogs }))
const CutDialog = lazy(async () => ({ default: (await import('../features/positions/CutDialog.tsx')).CutDialog }))

/** The dialogs the store has open: an edit of a position, a cut of the future. */
export function OpenDialogs() {
  const isEditing = useAppStore((state) => state.edit !== undefined)
  const isCutting = useAppStore((state) => state.scenario.pendingCut !== undefined)
  return (
    <Suspense fallback={null}>
      {isEditing ? <EditDialogs /> : null}
      {isCutting ? <CutDialog /> : null}
    </Suspense>
  )
}
