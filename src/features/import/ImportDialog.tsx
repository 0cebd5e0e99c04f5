import { useState } from 'react'
import { useAppStore } from '../../store/useAppStore.ts'
import { Dialog } from '../../ui/primitives/Dialog.tsx'
import { InlineWarning } from '../../ui/primitives/InlineWarning.tsx'
import { FileDetails } from './FileDetails.tsx'
import { FileList } from './FileList.tsx'
import styles from './ImportDialog.module.css'
import { ImportEmpty } from './ImportEmpty.tsx'
import { PlayFooter } from './PlayFooter.tsx'
import { words } from './words.ts'

export type ImportDialogProps = {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** From files to a tape: what was found in them, how they are read, and the button that plays them. */
export function ImportDialog({ isOpen, onClose }: ImportDialogProps) {
  const importing = useAppStore((state) => state.importing)
  const { cancelImport } = useAppStore((state) => state.actions)
  const [chosen, setChosen] = useState('')
  const { files, problem } = importing
  const shown = files.find(({ name }) => name === chosen) ?? files.find(({ status }) => status === 'refused') ?? files[0]
  const close = (): void => {
    cancelImport()
    onClose()
  }
  return (
    <Dialog isOpen={isOpen} onClose={close} title={words.title} size="large" actions={<PlayFooter onCancel={close} onPlayed={onClose} />}>
      {shown === undefined ? <ImportEmpty /> : (
        <div className={styles.body}>
          <FileList files={files} shown={shown.name} onShow={setChosen} />
          {problem === undefined ? null : (
            <div role="alert">
              <InlineWarning tone="error">{problem}</InlineWarning>
            </div>
          )}
          <FileDetails key={shown.name} file={shown} />
        </div>
      )}
    </Dialog>
  )
}
