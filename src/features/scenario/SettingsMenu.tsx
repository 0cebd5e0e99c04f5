import { lazy, Suspense } from 'react'
import { Icon } from '../../ui/primitives/Icon.tsx'
import { Popover } from '../../ui/primitives/Popover.tsx'
import { Skeleton } from '../../ui/primitives/Skeleton.tsx'
import { menuWords as words } from './menuWords.ts'

const SettingsForm = lazy(async () => ({ default: (await import('./preferences/SettingsForm.tsx')).SettingsForm }))

/** What holds everywhere; opened by a click. */
export function SettingsMenu() {
  return (
    <Popover
      label={words.settings}
      variant="ghost"
      align="end"
      hasChevron={false}
      trigger={
        <>
          <Icon name="theme" />
          <span className="visually-hidden">{words.settings}</span>
        </>
      }
    >
      {(close) => (
        <Suspense fallback={<Skeleton label={words.settings} height={320} lines={4} />}>
          <SettingsForm close={close} />
        </Suspense>
      )}
    </Popover>
  )
}
