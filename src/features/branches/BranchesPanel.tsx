import { useState } from 'react'
import type { BranchRow } from '../../store/selectors/rows/BranchRow.ts'
import { selectBranchRows } from '../../store/selectors/selectBranchRows.ts'
import { CALM_HZ, useAppStore, useCalmAppStore } from '../../store/useAppStore.ts'
import { Button } from '../../ui/primitives/Button.tsx'
import { Sheet } from '../../ui/primitives/Dialog.tsx'
import { IconButton } from '../../ui/primitives/IconButton.tsx'
import { InlineWarning } from '../../ui/primitives/InlineWarning.tsx'
import styles from './BranchesPanel.module.css'
import type { BranchDoor } from './branchMenu.ts'
import { BranchTree } from './BranchTree.tsx'
import { RenameDialog } from './RenameDialog.tsx'
import { useBranchNames } from './useBranchNames.ts'
import { words } from './words.ts'

/** The lines of the scenario, where there is more than one; on a phone behind a button. */
export function BranchesPanel({ isNarrow }: { readonly isNarrow: boolean }) {
  const rows = useCalmAppStore(selectBranchRows, CALM_HZ)
  const names = useBranchNames()
  const actions = useAppStore((state) => state.actions)
  const [isShown, setIsShown] = useState(!isNarrow)
  const [renamed, setRenamed] = useState<BranchRow>()
  const door: BranchDoor = {
    open: (id) => void actions.switchBranch(id),
    compare: (row) => void actions.compareBranch(row.isCompared ? undefined : row.id),
    rename: setRenamed,
    promote: (id) => void actions.promoteBranch(id),
    remove: (id) => void actions.deleteBranch(id),
  }
  const open = rows.find(({ isOpen }) => isOpen)
  const tree = <BranchTree rows={rows} names={names} door={door} />
  return (
    <section className={styles.panel} aria-label={words.title} data-branches="">
      <div className={styles.head}>
        <h2 className={styles.title}>
          {words.title} <span data-name="" className={styles.count}>{rows.length}</span>
        </h2>
        {isNarrow ? (
          <Button size="small" onClick={() => setIsShown(true)}>
            <span data-name="" className={styles.name}>{names.get(open?.id ?? '') ?? words.show}</span>
          </Button>
        ) : (
          <>
            {isShown ? null : <span data-name="" className={styles.name}>{names.get(open?.id ?? '')}</span>}
            <span className={styles.end}>
              <IconButton icon={isShown ? 'chevron-up' : 'chevron-down'} size="small" label={isShown ? words.hide : words.show} aria-expanded={isShown} onClick={() => setIsShown(!isShown)} />
            </span>
          </>
        )}
      </div>
      {isNarrow ? (
        <Sheet isOpen={isShown} onClose={() => setIsShown(false)} title={words.title}>
          {tree}
        </Sheet>
      ) : isShown ? tree : null}
      <Trouble names={names} />
      {renamed === undefined ? null : <RenameDialog row={renamed} name={names.get(renamed.id) ?? ''} onClose={() => setRenamed(undefined)} />}
    </section>
  )
}

function Trouble({ names }: { readonly names: ReadonlyMap<string, string> }) {
  const rival = useAppStore((state) => state.rival)
  if (rival?.status !== 'failed') return null
  return <InlineWarning>{`${words.failed(names.get(rival.branch) ?? '')} ${rival.problems.join('; ')}`}</InlineWarning>
}
