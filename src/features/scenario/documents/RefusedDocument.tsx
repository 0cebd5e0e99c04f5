import { lazy, Suspense } from 'react'
import { useAppStore } from '../../../store/useAppStore.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Dialog } from '../../../ui/primitives/Dialog.tsx'
import { Problems } from '../start/Problems.tsx'
import { menuWords as words } from '../menuWords.ts'
import { quotedTitle } from '../quotedTitle.ts'
import styles from './RefusedDocument.module.css'
import { useLatestNotice } from './useLatestNotice.ts'

/** Only for prices that came from an exchange. */
const LoadAgain = lazy(async () => ({ default: (await import('../exchange/LoadAgain.tsx')).LoadAgain }))

/** After a document or a link was refused: every problem by its place, and that nothing was lost. Stands at the root of the page. */
export function RefusedDocument() {
  const document = useLatestNotice('document-refused')
  const link = useLatestNotice('link-refused')
  const { notice, close: putAway } = document.notice === undefined ? link : document
  const isLoadable = useAppStore((state) => state.exchange.again !== undefined)
  const { closeAgain } = useAppStore((state) => state.actions)
  const title = useAppStore((state) => state.scenario.document?.title)
  const close = (): void => {
    closeAgain()
    putAway()
  }
  return (
    <Dialog
      isOpen={notice !== undefined}
      onClose={close}
      title={notice?.type === 'link-refused' ? words.documents.linkTitle : words.documents.refusedTitle}
      size="medium"
      actions={<Button variant={isLoadable ? 'secondary' : 'primary'} onClick={close}>{words.documents.close}</Button>}
    >
      <div className={styles.body}>
        <p>
          {title === undefined ? null : words.documents.refusedStill(quotedTitle(title))} {notice?.type === 'link-refused' || isLoadable ? null : words.documents.refusedHelp}
        </p>
        {isLoadable ? <Suspense fallback={null}><LoadAgain onOpened={close} /></Suspense> : <Problems problems={notice?.problems ?? []} />}
      </div>
    </Dialog>
  )
}
