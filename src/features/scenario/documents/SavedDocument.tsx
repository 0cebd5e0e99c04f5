import { useAppStore } from '../../../store/useAppStore.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Disclosure } from '../../../ui/primitives/Disclosure.tsx'
import { Icon } from '../../../ui/primitives/Icon.tsx'
import { Problems } from '../start/Problems.tsx'
import type { HeldNotice } from './useLatestNotice.ts'
import { refusedWords as words } from './refusedWords.ts'
import { saveText } from './saveText.ts'
import styles from './SavedDocument.module.css'

/** A saved scenario that could not be read at the start: kept, told, to be downloaded. Nothing is deleted. */
export function SavedDocument({ notice, close }: HeldNotice<'saved-document-kept-aside'>) {
  const { readKeptAside } = useAppStore((state) => state.actions)
  const download = async (): Promise<void> => {
    const text = await readKeptAside(notice.key)
    if (text !== undefined) saveText('kept', text)
  }
  return (
    <section className={styles.notice} aria-label={words.asideTitle}>
      <div className={styles.line}>
        <Icon name="warning" size={14} className={styles.icon} />
        <p className={styles.words}>
          <strong>{words.asideTitle}.</strong> {notice.isNewer ? words.asideNewer : words.asideBroken}
        </p>
        <Button size="small" icon="download" onClick={() => void download()}>{words.asideDownload}</Button>
        <Button size="small" onClick={close}>{words.asideFresh}</Button>
      </div>
      {notice.problems.length === 0 ? null : (
        <Disclosure summary={words.asideDetails}>
          <Problems problems={notice.problems} />
        </Disclosure>
      )}
    </section>
  )
}
