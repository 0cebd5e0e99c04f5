import { useState } from 'react'
import type { SavedRules } from '../../../store/slices/RulesState.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Popover } from '../../../ui/primitives/Popover.tsx'
import { TextField } from '../../../ui/primitives/TextField.tsx'
import { useToast } from '../../../ui/primitives/Toasts.tsx'
import { words } from '../words.ts'
import styles from './library.module.css'
import { saveRulesFile } from './saveRulesFile.ts'

export type OwnActionsProps = { readonly saved: SavedRules; readonly onRemoved: () => void }

/** What can be done with a set of one's own besides using and editing it. */
export function OwnActions({ saved, onRemoved }: OwnActionsProps) {
  const { removeRules, restoreRules, exportRules } = useAppStore((state) => state.actions)
  const toast = useToast()
  const name = saved.document.name ?? saved.id
  const remove = async (): Promise<void> => {
    const removed = await removeRules(saved.id)
    onRemoved()
    if (removed !== undefined) toast({ message: words.library.removed(name), action: { label: words.library.removedUndo, onAction: () => void restoreRules(removed) } })
  }
  return (
    <>
      <Popover label={words.library.rename} trigger={words.library.rename} hasChevron={false}>
        {(close) => <RenameForm saved={saved} onDone={close} />}
      </Popover>
      <Button icon="download" onClick={() => saveRulesFile(name, exportRules(saved.document))}>{words.library.export}</Button>
      <Button onClick={() => void remove()}>{words.library.remove}</Button>
    </>
  )
}

function RenameForm({ saved, onDone }: { readonly saved: SavedRules; readonly onDone: () => void }) {
  const { renameRules } = useAppStore((state) => state.actions)
  const others = useAppStore((state) => state.rules.saved)
  const [name, setName] = useState(saved.document.name ?? '')
  const isTaken = others.some(({ id, document }) => id !== saved.id && document.name === name.trim())
  const error = name.trim() === '' ? words.library.nameMissing : isTaken ? words.library.nameTaken : undefined
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (error !== undefined) return
        void renameRules(saved.id, name.trim())
        onDone()
      }}
    >
      <TextField label={words.library.renameTo} value={name} error={error} onChange={setName} />
      <Button type="submit" variant="primary" reason={error}>{words.library.renameSave}</Button>
    </form>
  )
}
