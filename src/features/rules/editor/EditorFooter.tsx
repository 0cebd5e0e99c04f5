import { canonicalRules } from '../../../store/rules/rulesDesk.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { useToast } from '../../../ui/primitives/Toasts.tsx'
import { tableName } from '../form/changesOf.ts'
import type { FormIssue } from '../form/documentOf.ts'
import { tableFor } from '../form/RulesForm.ts'
import { saveRulesFile } from '../library/saveRulesFile.ts'
import { useUseRules } from '../library/useUseRules.ts'
import { words } from '../words.ts'
import styles from './editor.module.css'
import { sentence } from './gridParts.ts'
import type { Editing, RulesEditor } from './useRulesEditor.ts'

export type EditorFooterProps = {
  readonly editing: Editing
  readonly editor: RulesEditor
  /** Closing was asked for with changes that are not saved. */
  readonly isLeaving: boolean
  readonly onStay: () => void
  readonly onShow: (issue: FormIssue) => void
}

/** What is wrong with the set, and what can be done with it. */
export function EditorFooter({ editing, editor, isLeaving, onStay, onShow }: EditorFooterProps) {
  const { saveRules, closeRulesEditor, exportRules } = useAppStore((state) => state.actions)
  const saved = useAppStore((state) => state.rules.saved)
  const trades = useAppStore((state) => state.scenario.document?.commands.length ?? 0)
  const toast = useToast()
  const applyAndTell = useUseRules()
  const { document, errors } = editor
  const name = document.name ?? ''
  const isTaken = saved.some((each) => each.id !== editing.savedId && each.document.name === name)
  const reason = errors.length > 0 ? words.editor.wrong(errors.length) : isTaken ? words.library.nameTaken : undefined
  const save = async (isUsed: boolean): Promise<void> => {
    const kept = await saveRules(document, editing.savedId)
    closeRulesEditor()
    if (isUsed) await applyAndTell(kept.document, name, trades)
    else toast({ message: words.editor.saved(name) })
  }
  if (isLeaving) {
    return (
      <>
        <p className={styles.status} role="alert">{words.editor.unsaved}</p>
        <Button onClick={closeRulesEditor}>{words.editor.discard}</Button>
        <Button variant="primary" onClick={onStay}>{words.editor.keep}</Button>
      </>
    )
  }
  return (
    <>
      <div className={styles.status} role="status">
        <Findings editor={editor} onShow={onShow} />
        {isTaken ? <span className={styles.wrong}>{words.library.nameTaken}</span> : null}
      </div>
      <Button icon="download" reason={reason} onClick={() => saveRulesFile(name, exportRules(canonicalRules(document)))}>{words.editor.export}</Button>
      <Button reason={reason} onClick={() => void save(false)}>{words.editor.save}</Button>
      <Button variant="primary" reason={reason} onClick={() => void save(true)}>{words.editor.saveAndUse}</Button>
    </>
  )
}

type FindingsProps = { readonly editor: RulesEditor; readonly onShow: (issue: FormIssue) => void }

/** The first thing that is wrong, or else how much is odd. */
function Findings({ editor, onShow }: FindingsProps) {
  const { errors, warnings } = editor
  const [error] = errors
  const [warning] = warnings
  const first = error ?? warning
  if (first === undefined) return null
  return (
    <>
      <span className={error === undefined ? styles.odd : styles.wrong}>
        {error === undefined ? words.editor.odd(warnings.length) : `${errors.length > 1 ? `${words.editor.wrong(errors.length)} ` : ''}${placeWords(error, editor)}${sentence(error.message)}`}
      </span>
      <Button size="small" onClick={() => onShow(first)}>{words.editor.show}</Button>
    </>
  )
}

function placeWords({ place, row }: FormIssue, { form }: RulesEditor): string {
  const table = place.startsWith('tiers.') ? tableFor(form, place.slice('tiers.'.length)) : undefined
  return table === undefined ? '' : `${tableName(table)}${row === undefined ? '' : `, row ${row + 1}`}: `
}
