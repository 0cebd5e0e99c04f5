import { lazy, Suspense } from 'react'
import { useLatestNotice } from './useLatestNotice.ts'

const SavedDocument = lazy(async () => ({ default: (await import('./SavedDocument.tsx')).SavedDocument }))

/** Whether a saved scenario could not be read at the start, and the words about it. */
export function SavedDocumentNotice() {
  const { notice, close } = useLatestNotice('saved-document-kept-aside')
  if (notice === undefined) return null
  return (
    <Suspense fallback={null}>
      <SavedDocument notice={notice} close={close} />
    </Suspense>
  )
}
