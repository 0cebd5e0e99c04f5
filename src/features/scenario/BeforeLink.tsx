import { useEffect } from 'react'
import { useAppStore } from '../../store/useAppStore.ts'
import { Button } from '../../ui/primitives/Button.tsx'
import { useToast } from '../../ui/primitives/Toasts.tsx'
import styles from './BeforeLink.module.css'
import { saveText } from './documents/saveText.ts'
import { takeWords } from './documents/takeWords.ts'
import { quotedTitle } from './quotedTitle.ts'
import { words } from './words.ts'

/** One's own work that stood where a scenario from a link was kept: newest first, to be opened again or saved. */
export function BeforeLink({ onClose }: { readonly onClose: () => void }) {
  const works = useAppStore((state) => state.storage.beforeLink)
  const { readBeforeLink, openBeforeLink, textBeforeLink, undo } = useAppStore((state) => state.actions)
  const toast = useToast()
  useEffect(() => {
    void readBeforeLink()
  }, [readBeforeLink])
  if (works === undefined || works.length === 0) return null
  const open = async (id: number, title: string): Promise<void> => {
    onClose()
    if (await openBeforeLink(id)) toast({ message: takeWords.opened(quotedTitle(title)), action: { label: takeWords.undo, onAction: () => void undo() } })
  }
  const save = async (id: number, title: string): Promise<void> => {
    const text = await textBeforeLink(id)
    if (text !== undefined) saveText(title, text)
  }
  return (
    <ul className={styles.list} aria-label={words.beforeLink.label}>
      {works.map(({ id, title, commands, tick, hasDesk }) => (
        <li key={id} className={styles.item}>
          <p className={styles.words}>
            {words.beforeLink.title(title)} <small className={styles.note}>{words.beforeLink.note(commands, tick, hasDesk)}</small>
          </p>
          <Button size="small" aria-label={words.beforeLink.openOf(title)} onClick={() => void open(id, title)}>{words.beforeLink.open}</Button>
          <Button size="small" icon="download" aria-label={words.beforeLink.downloadOf(title)} onClick={() => void save(id, title)}>{words.beforeLink.download}</Button>
        </li>
      ))}
    </ul>
  )
}
