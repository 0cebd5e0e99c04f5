import { lazy, Suspense } from 'react'
import { useAppStore } from '../../../store/useAppStore.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Dialog } from '../../../ui/primitives/Dialog.tsx'
import { Problems } from '../start/Problems.tsx'
import { quotedTitle } from '../quotedTitle.ts'
import styles from './RefusedDialog.module.css'
import { refusedWords as words } from './refusedWords.ts'
import type { HeldNotice } from './useLatestNotice.ts'

/** Only for prices that came from an exchange. */
const LoadAgain = lazy(async () => ({ default: (await import('../exchange/LoadAgain.tsx')).LoadAgain }))

/** Every problem of what was refused by its place, and that nothing was lost. */
export function RefusedDialog({ notice, close: putAway }: HeldNotice<'document-refused' | 'link-refused'>) {
  const isLoadable = useAppStore((state) => state.exchange.again !== undefined)
  const { closeAgain } = useAppStore((state) => state.actions)
  const title = useAppStore((state) => state.scenario.document?.title)
  const close = (): void => {
    closeAgain()
    putAway()
  }
  return (
    <Dialog
      isOpen
      onClose={close}
      title={notice.type === 'link-refused' ? words.linkTitle : words.refusedTitle}
      size="medium"
      actions={<Button variant={isLoadable ? 'secondary' : 'primary'} onClick={close}>{words.close}</Button>}
    >
      <div className={styles.body}>
        <p>
          {title === undefined ? null : words.refusedStill(quotedTitle(title))} {notice.type === 'link-refused' || isLoadable ? null : words.refusedHelp}
        </p>
        {isLoadable ? <Suspense fallback={null}><LoadAgain onOpened={close} /></Suspense> : <Problems problems={notice.problems} />}
      </div>
    </Dialog>
  )
}
