import type { AppState } from '../../store/AppState.ts'
import { selectLostEvents } from '../../store/selectors/selectLostEvents.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { Button } from '../../ui/primitives/Button.tsx'
import { Dialog } from '../../ui/primitives/Dialog.tsx'
import styles from './CutDialog.module.css'
import { useSay } from './useSay.ts'
import { commandWords } from './words/commandWords.ts'
import { cutWords } from './words/cutWords.ts'
import { words } from './words/words.ts'

const selectCut = (state: AppState) => state.scenario.pendingCut
const selectActions = (state: AppState) => state.actions

/** A command given in the past: says what comes after it and would be lost, and waits for a yes. Stands once on the page. */
export function CutDialog() {
  const cut = useAppStore(selectCut)
  const lostEvents = useAppStore(selectLostEvents)
  const { confirmCut, cancelCut, closeEdit } = useAppStore(selectActions)
  const say = useSay()
  if (cut === undefined) return null
  const confirm = async (): Promise<void> => {
    if (await confirmCut()) closeEdit()
  }
  return (
    <Dialog
      isOpen
      onClose={cancelCut}
      title={cutWords.title(cut.tick)}
      actions={
        <>
          <Button onClick={cancelCut}>{words.cancel}</Button>
          <Button variant="primary" onClick={() => void confirm()}>{cutWords.confirm}</Button>
        </>
      }
    >
      <div className={styles.body}>
        <p>{cutWords.story([cut.command, ...cut.also].map((command) => commandWords(command, say)).join('; '), cut.tick)}</p>
        <h3 className={styles.title}>{cutWords.commands(cut.lost.length)}</h3>
        <ul className={styles.list}>
          {cut.lost.map((command) => (
            <li key={command.id} className={styles.line}><span className={styles.bar}>{cutWords.bar(command.tick)}</span><span>{commandWords(command, say)}</span></li>
          ))}
        </ul>
        {lostEvents.total === 0 ? null : (
          <>
            <h3 className={styles.title}>{cutWords.events(lostEvents.total)}</h3>
            <p className={styles.note}>{cutWords.kinds(lostEvents)}</p>
          </>
        )}
        <p className={styles.note}>{cutWords.undo}</p>
      </div>
    </Dialog>
  )
}
