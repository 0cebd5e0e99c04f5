import { useState } from 'react'
import { exampleLongs } from '../../store/catalog/exampleLongs.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { Dialog } from '../../ui/primitives/Dialog.tsx'
import { InlineWarning } from '../../ui/primitives/InlineWarning.tsx'
import { useIsNarrow } from '../../ui/theme/useMediaQuery.ts'
import { FileDetails } from './FileDetails.tsx'
import { FileList } from './FileList.tsx'
import styles from './ImportDialog.module.css'
import { ImportEmpty } from './ImportEmpty.tsx'
import { PlayChoices } from './PlayChoices.tsx'
import { PlayFooter } from './PlayFooter.tsx'
import { words } from './words.ts'

const DEFAULT_WALLET = '10000'

export type ImportDialogProps = {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** From files to a tape: what was found in them, how they are read, and the button that plays them. */
export function ImportDialog({ isOpen, onClose }: ImportDialogProps) {
  const { files, problem } = useAppStore((state) => state.importing)
  const wallet = useAppStore((state) => state.scenario.document?.wallet) ?? DEFAULT_WALLET
  const { cancelImport } = useAppStore((state) => state.actions)
  const isNarrow = useIsNarrow()
  const [chosen, setChosen] = useState('')
  const [wantsExamples, setWantsExamples] = useState(false)
  const shown = files.find(({ name }) => name === chosen) ?? files.find(({ status }) => status === 'refused') ?? files[0]
  const marks = new Set(files.filter(({ kind }) => kind === 'mark').map(({ instrument }) => instrument.trim()))
  const examples = exampleLongs([...marks], wallet)
  // Nothing can be opened at a price of zero or below.
  const hasPrice = files.every(({ kind, report }) => kind === 'funding' || (report?.firstRows[0]?.open ?? report?.firstRows[0]?.close ?? 1) > 0)
  const isWanted = wantsExamples && hasPrice
  const choices = <PlayChoices examples={{ count: examples.length, isWanted, reason: hasPrice ? undefined : words.trades.noPrice }} onExamples={setWantsExamples} />
  const close = (): void => {
    cancelImport()
    onClose()
  }
  const footer = (
    <PlayFooter commands={isWanted ? examples : []} onCancel={close} onPlayed={onClose}>
      {isNarrow ? null : choices}
    </PlayFooter>
  )
  return (
    <Dialog isOpen={isOpen} onClose={close} title={words.title} size="large" actions={files.length === 0 ? undefined : footer}>
      {shown === undefined ? <ImportEmpty /> : (
        <div className={styles.body}>
          <FileList files={files} shown={shown.name} onShow={setChosen} />
          {problem === undefined ? null : (
            <div role="alert">
              <InlineWarning tone="error">{problem}</InlineWarning>
            </div>
          )}
          <FileDetails key={shown.name} file={shown} />
          {isNarrow ? (
            <section className={styles.choices}>
              <h3 className={styles.title}>{words.howPlayed}</h3>
              {choices}
            </section>
          ) : null}
        </div>
      )}
    </Dialog>
  )
}
