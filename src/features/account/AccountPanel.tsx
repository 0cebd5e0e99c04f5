import { lazy, Suspense } from 'react'
import { selectAccountColumns } from '../../store/selectors/selectAccountColumns.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { Skeleton } from '../../ui/primitives/Skeleton.tsx'
import { AccountTable } from './AccountTable.tsx'
import styles from './AccountPanel.module.css'
import { words } from './words.ts'

// Only accounts that hold assets need it.
const AssetsTable = lazy(async () => ({ default: (await import('./AssetsTable.tsx')).AssetsTable }))

const HEIGHT = 172

/** Yours, all isolated, all cross: the same figures side by side. */
export function AccountPanel() {
  const columns = useAppStore(selectAccountColumns)
  const hasAssets = useAppStore((state) => (state.view.detail?.more.assets.length ?? 0) > 0)
  const isMoving = useAppStore((state) => state.playback.isPlaying)
  return (
    <section className={styles.panel} aria-label={words.title}>
      {columns.length === 0
        ? <Skeleton label={words.loading} height={HEIGHT} lines={6} />
        : <AccountTable columns={columns} isMoving={isMoving} />}
      {hasAssets ? <Suspense fallback={null}><AssetsTable /></Suspense> : null}
    </section>
  )
}
