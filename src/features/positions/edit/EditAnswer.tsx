import type { OpenPositionRow } from '../../../store/selectors/rows/PositionRow.ts'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { Skeleton } from '../../../ui/primitives/Skeleton.tsx'
import { changeWords } from '../words/changeWords.ts'
import { rejectionWords } from '../words/rejectionWords.ts'
import type { Say } from '../words/Say.ts'
import { currentRows } from './currentRows.ts'
import { changeRows, type ChangeRow } from './changeRows.ts'
import { ChangeTable } from './ChangeTable.tsx'
import type { EditPreview } from './Edit.ts'
import styles from './edit.module.css'

export interface Fix {
  readonly label: string
  readonly onFix: () => void
}

export interface EditAnswerProps {
  readonly preview: EditPreview | undefined
  readonly leg: string | undefined
  readonly say: Say
  /** Nothing was typed yet: a refusal is not worth saying. */
  readonly isEmpty?: boolean
  readonly fix?: Fix | undefined
  /** Figures the command itself changes: leverage, take profit. */
  readonly own?: readonly ChangeRow[]
  /** The position as it is, while there is nothing to compare it with. */
  readonly row?: OpenPositionRow | undefined
  /** The account is left out where an edit cannot change it. */
  readonly hasAccount?: boolean
}

/** What the edit would do: old → new for every figure, or why it is refused and the one click that mends it. */
export function EditAnswer({ preview, leg, say, isEmpty = false, fix, own = [], row, hasAccount = true }: EditAnswerProps) {
  if (preview === undefined) return <Skeleton label={changeWords.waiting} height={120} lines={4} />
  const { rejection, change } = preview
  const sections = change === undefined ? undefined : changeRows(change, leg, say)
  return (
    <div className={styles.answer} aria-live="polite">
      {rejection === undefined || isEmpty ? null : <InlineWarning tone="error" fix={fix}>{rejectionWords(rejection, say)}</InlineWarning>}
      <ChangeTable caption={changeWords.position} rows={[...own, ...(sections?.position ?? currentRows(row, say))]} />
      {sections === undefined || !hasAccount ? null : <ChangeTable caption={changeWords.account} rows={sections.account} />}
      {sections === undefined ? null : <ChangeTable caption={changeWords.others} rows={sections.others} />}
    </div>
  )
}
