import { useAppStore } from '../store/useAppStore.ts'
import { Button } from '../ui/primitives/Button.tsx'
import { Dialog } from '../ui/primitives/Dialog.tsx'
import { KeyHint } from '../ui/primitives/KeyHint.tsx'
import { KEY_SHEET } from './keyCommand.ts'
import styles from './KeySheet.module.css'

/** What every key does. */
export function KeySheet({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const openExplain = useAppStore((state) => state.actions.openExplain)
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Keys"
      size="large"
      actions={
        <Button
          onClick={() => {
            onClose()
            openExplain({ type: 'glossary' })
          }}
        >
          Glossary of terms
        </Button>
      }
    >
      <dl className={styles.sheet}>
        {KEY_SHEET.map((row) => (
          <div key={row.does}>
            <dt>
              {row.keys.map((key) => (
                <KeyHint key={key} keys={key} />
              ))}
            </dt>
            <dd>{row.does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
