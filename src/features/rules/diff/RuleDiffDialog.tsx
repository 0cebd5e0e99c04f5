import { useMemo } from 'react'
import { selectIsRuleDiffStale } from '../../../store/selectors/ruleDiffInputs.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Dialog } from '../../../ui/primitives/Dialog.tsx'
import { EmptyState, ErrorState } from '../../../ui/primitives/EmptyState.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { ProgressBar } from '../../../ui/primitives/ProgressBar.tsx'
import styles from './diff.module.css'
import { DiffChoices } from './DiffChoices.tsx'
import { DiffResult } from './DiffResult.tsx'
import { diffWords } from './diffWords.ts'

/** The scenario under two sets of rules, while the store has it open. */
export function RuleDiffDialog() {
  const { closeRuleDiff } = useAppStore((state) => state.actions)
  return (
    <Dialog isOpen onClose={closeRuleDiff} title={diffWords.title} size="large">
      <div className={styles.diff}>
        <DiffChoices />
        <Answer />
      </div>
    </Dialog>
  )
}

/** What is known of the question above: nothing yet, on its way, why not, or what came of it. */
function Answer() {
  const { status, progress, problems, result, b } = useAppStore((state) => state.ruleDiff)
  const isStale = useAppStore(selectIsRuleDiffStale)
  const { compareRules, cancelRuleDiff } = useAppStore((state) => state.actions)
  const format = useFormat()
  const shown = useMemo(() => (result === undefined ? null : <DiffResult result={result} />), [result])
  if (status === 'running') {
    return (
      <div className={styles.running}>
        <ProgressBar label={diffWords.running} share={progress} text={diffWords.share(format.percent(progress, { decimals: 0 }))} onCancel={cancelRuleDiff} />
      </div>
    )
  }
  const again = <Button variant="primary" onClick={() => void compareRules()}>{diffWords.compare}</Button>
  if (status === 'failed') return <ErrorState title={diffWords.failedTitle} details={problems.join('\n')} actions={again}>{diffWords.failed}</ErrorState>
  if (status === 'refused') return <ErrorState title={diffWords.refusedTitle}>{problems.slice(0, 5).map((line) => <p key={line}>{line}.</p>)}<p>{diffWords.refused}</p></ErrorState>
  if (b === undefined) return <EmptyState title={diffWords.emptyTitle}>{diffWords.empty}</EmptyState>
  if (shown === null) return <EmptyState title={diffWords.cancelled} actions={again} />
  return (
    <>
      {isStale ? <InlineWarning fix={{ label: diffWords.again, onFix: () => void compareRules() }}>{diffWords.stale}</InlineWarning> : null}
      {shown}
    </>
  )
}
