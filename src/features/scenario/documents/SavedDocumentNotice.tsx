import { useAppStore } from '../../../store/useAppStore.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Disclosure } from '../../../ui/primitives/Disclosure.tsx'
import { Icon } from '../../../ui/primitives/Icon.tsx'
import { Problems } from '../start/Problems.tsx'
import { menuWords as words } from '../menuWords.ts'
import { saveText } from './saveText.ts'
import styles from './SavedDocumentNotice.module.css'
import { useLatestNotice } from './useLatestNotice.ts'

/** A saved scenario that could not be read at the start: kept, told, to be downloaded. Nothing is deleted. */
export function SavedDocumentNotice() {
  const { notice, close } = useLatestNotice('saved-document-kept-aside')
  const { readKeptAside } = useAppStore((state) => state.actions)
  if (notice === undefined) return null
  const download = async (): Promise<void> => {
    const text = await readKeptAside(notice.key)
    if (text !== undefined) saveText('kept', text)
  }
  return (
    <section className={styles.notice} aria-label={words.documents.asideTitle}>
      <div className={styles.line}>
        <Icon name="warning" size={14} className={styles.icon} />
        <p className={styles.words}>
          <strong>{words.documents.asideTitle}.</strong> {notice.isNewer ? words.documents.asideNewer : words.documents.asideBroken}
        </p>
        <Button size="small" icon="download" onClick={() => void download()}>{words.documents.asideDownload}</Button>
        <Button size="small" onClick={close}>{words.documents.asideFresh}</Button>
      </div>
      {notice.problems.length === 0 ? null : (
        <Disclosure summary={words.documents.asideDetails}>
          <Problems problems={notice.problems} />
        </Disclosure>
      )}
    </section>
  )
}
