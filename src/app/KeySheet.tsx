import { useAppStore } from '../store/useAppStore.ts'
import { Button } from '../ui/primitives/Button.tsx'
import { Dialog } from '../ui/primitives/Dialog.tsx'
import { KeyHint } from '../ui/primitives/KeyHint.tsx'
import styles from './KeySheet.module.css'

const KEY_SHEET: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['Space'], does: 'Play or pause' },
  { keys: ['ArrowLeft', 'ArrowRight'], does: 'One bar back or forward' },
  { keys: ['Shift+ArrowLeft', 'Shift+ArrowRight'], does: 'Previous or next event' },
  { keys: ['Home', 'End'], does: 'First bar, last bar seen' },
  { keys: ['1', '2', '3', '4', '5'], does: 'Speed 1x, 2x, 5x, 20x, Max' },
  { keys: ['B', 'S'], does: 'Ticket: Buy / Long, Sell / Short' },
  { keys: ['M'], does: 'Margin of the selected position' },
  { keys: ['X'], does: 'Close the selected position' },
  { keys: ['Shift+X'], does: 'Close all positions, cancel all orders' },
  { keys: ['T'], does: 'Move the selected position to another pool' },
  { keys: ['C'], does: 'Compare two sets of rules' },
  { keys: ['D'], does: 'Draw the prices that come after this bar' },
  { keys: ['E'], does: 'Explain the figure with the focus or under the pointer; else choose one' },
  { keys: ['L'], does: 'Share: the scenario as a link' },
  { keys: ['K'], does: 'Bookmark this bar, or take its bookmark away' },
  { keys: [',', '.'], does: 'Previous or next bookmark' },
  { keys: ['G'], does: 'Branches: arrows choose, Enter opens, C compares, F2 renames, Delete takes away' },
  { keys: ['Z', 'Shift+Z'], does: 'Undo, redo' },
  { keys: ['?'], does: 'This sheet' },
]

/** What every key does. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const openExplain = useAppStore((state) => state.actions.openExplain)
  return (
    <Dialog
      isOpen
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
