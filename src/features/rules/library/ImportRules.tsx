import { useState } from 'react'
import { useAppStore } from '../../../store/useAppStore.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { useToast } from '../../../ui/primitives/Toasts.tsx'
import { words } from '../words.ts'
import { chooseTextFile } from './chooseTextFile.ts'
import styles from './library.module.css'

/** A set of rules is kilobytes. */
const MOST_BYTES = 4 * 1024 * 1024

interface Refused {
  readonly file: string
  readonly problems: readonly string[]
}

/** A Rules document from a file, kept among one's own; refused by path and reason, and then nothing has changed. */
export function ImportRules({ onImported }: { readonly onImported: (id: string) => void }) {
  const { importRules } = useAppStore((state) => state.actions)
  const toast = useToast()
  const [refused, setRefused] = useState<Refused>()
  const choose = async (): Promise<void> => {
    const file = await chooseTextFile('.json,application/json')
    if (file === undefined) return
    setRefused(undefined)
    if (file.bytes > MOST_BYTES) return setRefused({ file: file.name, problems: [words.library.tooLarge(file.name)] })
    if (file.text === undefined) return setRefused({ file: file.name, problems: [words.library.unreadable(file.name)] })
    const answer = await importRules(file.text)
    if (!answer.ok) return setRefused({ file: file.name, problems: answer.problems })
    const { id, document } = answer.saved
    onImported(id)
    toast({ message: words.library.imported(document.name ?? id) })
  }
  return (
    <>
      <Button icon="upload" onClick={() => void choose()}>{words.library.import}</Button>
      {refused === undefined ? null : (
        <div role="alert" className={styles.refused}>
          <InlineWarning tone="error" fix={{ label: words.library.dismiss, onFix: () => setRefused(undefined) }}>
            <strong>{words.library.refused(refused.file)}.</strong> {words.library.refusedHelp}
            <ul className={styles.problems}>
              {refused.problems.map((problem) => <li key={problem}>{problem}</li>)}
            </ul>
          </InlineWarning>
        </div>
      )}
    </>
  )
}
