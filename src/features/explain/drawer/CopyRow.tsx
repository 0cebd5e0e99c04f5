import { useState } from 'react'
import type { PlainExplanation } from '../../../store/slices/ExplainState.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { StatusRegion } from '../../../ui/primitives/StatusRegion.tsx'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { words } from '../words/words.ts'
import { copies, type CopyKind } from './copies.ts'
import styles from './drawer.module.css'
import { useFigureLook } from './useFigureLook.ts'

const KINDS: readonly CopyKind[] = ['text', 'latex', 'spreadsheet']

/** The explanation to take away. */
export function CopyRow({ explanation }: { readonly explanation: PlainExplanation }) {
  const [message, setMessage] = useState('')
  const look = useFigureLook()
  const format = useFormat()
  const copy = async (kind: CopyKind): Promise<void> => {
    try {
      const { figure } = explanation
      const text = copies(explanation, kind, { name: [look.nameOf(figure), look.whoseOf(figure)].filter((part) => part !== '').join(', '), style: format.style })
      if (text !== undefined) await navigator.clipboard.writeText(text)
      setMessage(text === undefined ? words.tooLong : words.copied(words.copyAs[kind]))
    } catch {
      setMessage(words.notCopied)
    }
  }
  return (
    <footer className={styles.copy}>
      <span>{words.copy}</span>
      {KINDS.map((kind) => <Button key={kind} size="small" onClick={() => void copy(kind)}>{words.copyAs[kind]}</Button>)}
      {message === '' ? null : <span className={styles.note}>{message}</span>}
      <StatusRegion message={message} />
    </footer>
  )
}
