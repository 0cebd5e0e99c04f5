import { lazy, Suspense } from 'react'
import { useLatestNotice } from './useLatestNotice.ts'

const RefusedDialog = lazy(async () => ({ default: (await import('./RefusedDialog.tsx')).RefusedDialog }))

/** After a document or a link was refused, the words about it. Stands at the root of the page. */
export function RefusedDocument() {
  const document = useLatestNotice('document-refused')
  const link = useLatestNotice('link-refused')
  const { notice, close } = document.notice === undefined ? link : document
  if (notice === undefined) return null
  return (
    <Suspense fallback={null}>
      <RefusedDialog notice={notice} close={close} />
    </Suspense>
  )
}
