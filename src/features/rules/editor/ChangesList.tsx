import { useAppStore } from '../../../store/useAppStore.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Change } from '../../../ui/primitives/Change.tsx'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { FigureWords } from '../../../ui/primitives/FigureWords.tsx'
import { saidRules } from '../form/ruleFigures.ts'
import { words } from '../words.ts'
import styles from './editor.module.css'
import type { Editing, RulesEditor } from './useRulesEditor.ts'

/** Every difference from the set it was copied from, old and new. */
export function ChangesList({ editor, base }: { readonly editor: RulesEditor; readonly base: Editing['base'] }) {
  const { openRuleDiff } = useAppStore((state) => state.actions)
  const { changes, errors, document } = editor
  const { name = '', date } = base
  const format = useFormat()
  const said = (text: string, place: string, set?: string) => <FigureWords text={text} figures={saidRules(text, format, { set, date: set === undefined ? undefined : date, place })} />
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
            <dt data-name="">{place}</dt>
            <dd><Change from={said(from, place, name)} to={said(to, place)} /></dd>
          </div>
        ))}
      </dl>
    </>
  )
}
