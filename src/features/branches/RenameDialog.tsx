import { useState } from 'react'
import type { BranchRow } from '../../store/selectors/rows/BranchRow.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { Button } from '../../ui/primitives/Button.tsx'
import { Dialog } from '../../ui/primitives/Dialog.tsx'
import { TextField } from '../../ui/primitives/TextField.tsx'
import { words } from './words.ts'

/** A name of the user's for a line; an empty one gives it back the name by what differs. */
export function RenameDialog({ row, name, onClose }: { readonly row: BranchRow; readonly name: string; readonly onClose: () => void }) {
  const renameBranch = useAppStore((state) => state.actions.renameBranch)
  const [text, setText] = useState(row.name ?? '')
  const save = (): void => {
    void renameBranch(row.id, text)
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={words.actions.rename} actions={<><Button onClick={onClose}>{words.cancel}</Button><Button variant="primary" onClick={save}>{words.save}</Button></>}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField label={words.renameLabel} value={text} onChange={setText} placeholder={name} hint={words.renameHint} />
      </form>
    </Dialog>
  )
}
