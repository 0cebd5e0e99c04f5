import { useAppStore } from '../../../store/useAppStore.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Change } from '../../../ui/primitives/Change.tsx'
import { words } from '../words.ts'
import styles from './editor.module.css'
import type { Editing, RulesEditor } from './useRulesEditor.ts'

/** Every difference from the set it was copied from, old and new. */
export function ChangesList({ editor, base }: { readonly editor: RulesEditor; readonly base: Editing['base'] }) {
  const { openRuleDiff } = useAppStore((state) => state.actions)
  const { changes, errors, document } = editor
  const { name = '', date } = base
  if (changes.length === 0) return <p className={styles.note}>{words.editor.noChanges(name, date)}.</p>
  return (
    <>
      <div className={styles.buttons}>
        {/* What the changes do to the trades at hand, before anything is saved. */}
        <Button
          reason={errors.length > 0 ? words.editor.wrong(errors.length) : undefined}
          onClick={() => void openRuleDiff({ a: { type: 'document', document: base }, b: { type: 'document', document } })}
        >
          {words.editor.compare}
        </Button>
      </div>
      <dl className={styles.changes} aria-label={words.editor.changes(changes.length, name, date)}>
        {changes.map(({ id, place, from, to }) => (
          <div key={id} className={styles.change}>
            <dt>{place}</dt>
            <dd><Change from={from} to={to} /></dd>
          </div>
        ))}
      </dl>
    </>
  )
}
