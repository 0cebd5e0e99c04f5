import { lazy, Suspense } from 'react'
import { useAppStore } from '../../store/useAppStore.ts'
import { Icon } from '../../ui/primitives/Icon.tsx'
import { Popover } from '../../ui/primitives/Popover.tsx'
import { Skeleton } from '../../ui/primitives/Skeleton.tsx'
import { StatusRegion } from '../../ui/primitives/StatusRegion.tsx'
import styles from './Bookmarks.module.css'

const BookmarkList = lazy(async () => ({ default: (await import('./BookmarkList.tsx')).BookmarkList }))

/** There before their list is opened, whose words come with it. */
const TITLE = 'Bookmarks'

/** Opens the list of moments to come back to. */
export function Bookmarks() {
  const isHere = useAppStore(({ branches, playback }) => branches.bookmarks.some(({ tick }) => tick === playback.tick))
  return (
    <span className={styles.door}>
      <Popover label={TITLE} trigger={<><Icon name="bookmark" size={12} /><span className="visually-hidden">{TITLE}</span></>} variant="ghost" size="small" hasChevron={false} isTight align="end">
        {(close) => (
          // As wide as what comes: it is placed once.
          <div className={styles.panel}>
            <Suspense fallback={<Skeleton label={TITLE} height={96} lines={2} />}>
              <BookmarkList onGone={close} />
            </Suspense>
          </div>
        )}
      </Popover>
      {/* Set and found by keys, it is seen on the scrubber alone. */}
      <StatusRegion message={isHere ? 'This bar has a bookmark' : ''} />
    </span>
  )
}
