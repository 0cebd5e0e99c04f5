import type { TierFacts } from '../../../store/rules/tierFacts.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { useToast } from '../../../ui/primitives/Toasts.tsx'
import styles from '../editor/editor.module.css'
import { tiersByOf } from '../editor/issuesOf.ts'
import type { RulesEditor } from '../editor/useRulesEditor.ts'
import { chooseTextFile } from '../library/chooseTextFile.ts'
import { words } from '../words.ts'
import type { TierPanel } from './TiersSection.tsx'

export type TierToolsProps = {
  readonly editor: RulesEditor
  /** Absent while cells of the table cannot be read. */
  readonly facts: TierFacts | undefined
  readonly onJoin: (amounts: readonly string[]) => void
  readonly onPanel: (panel: TierPanel) => void
}

/** What changes a whole table at once. */
export function TierTools({ editor, facts, onJoin, onPanel }: TierToolsProps) {
  const toast = useToast()
  const amounts = facts?.amounts
  const takeFile = async (): Promise<void> => {
    const file = await chooseTextFile('.csv,.tsv,.txt,text/csv,text/plain')
    if (file === undefined) return
    if (file.text === undefined) toast({ message: words.library.unreadable(file.name), tone: 'warn' })
    else onPanel({ type: 'paste', text: file.text, file: file.name })
  }
  return (
    <div className={styles.buttons}>
      <Button size="small" data-panel="paste" onClick={() => onPanel({ type: 'paste', text: '', file: undefined })}>{words.tiers.paste}</Button>
      <Button size="small" icon="upload" onClick={() => void takeFile()}>{words.tiers.file}</Button>
      <Button size="small" reason={joinReason(editor, facts)} onClick={() => onJoin(amounts ?? [])}>{words.tiers.continuous}</Button>
      <Button size="small" data-panel="leverage" onClick={() => onPanel({ type: 'leverage' })}>{words.tiers.leverage}</Button>
    </div>
  )
}

/** Why the amounts cannot be computed, or need not be. */
function joinReason({ document }: RulesEditor, facts: TierFacts | undefined): string | undefined {
  if (tiersByOf(document) !== 'notional') return words.tiers.noAmounts
  if (facts?.amounts === undefined) return words.tiers.impossible
  return facts.problems.length === 0 && facts.jumps.length === 0 ? words.tiers.isContinuous : undefined
}
