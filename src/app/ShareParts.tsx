import { lazy, Suspense } from 'react'
import { useAppStore } from '../store/useAppStore.ts'

const SharedBanner = lazy(async () => ({ default: (await import('../features/share/SharedBanner.tsx')).SharedBanner }))

const ShareDialog = lazy(async () => ({ default: (await import('../features/share/ShareDialog.tsx')).ShareDialog }))

const ExportDialog = lazy(async () => ({ default: (await import('../features/share/export/ExportDialog.tsx')).ExportDialog }))

/** Over the page while it shows what came by a link. */
export function Shared() {
  const isShared = useAppStore((state) => state.shared.status === 'open')
  return isShared ? (
    <Suspense fallback={null}>
      <SharedBanner />
    </Suspense>
  ) : null
}

export type ShareDoor = 'share' | 'export' | undefined

/** What the buttons of the header open. */
export function ShareDialogs({ open, onOpen }: { readonly open: ShareDoor; readonly onOpen: (door: ShareDoor) => void }) {
  return (
    <Suspense fallback={null}>
      {open === 'share' ? <ShareDialog onClose={() => onOpen(undefined)} onExport={() => onOpen('export')} /> : null}
      {open === 'export' ? <ExportDialog onClose={() => onOpen(undefined)} /> : null}
    </Suspense>
  )
}
