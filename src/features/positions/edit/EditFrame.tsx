import { useId, type FormEvent, type ReactNode } from 'react'
import { Button } from '../../../ui/primitives/Button.tsx'
import { Dialog } from '../../../ui/primitives/Dialog.tsx'
import { editWords } from '../words/editWords.ts'
import { words } from '../words/words.ts'
import styles from './edit.module.css'

export interface EditFrameProps {
  readonly title: string
  /** Which position, at which mark. */
  readonly head: ReactNode
  /** The primary button: what it does, with its figure. */
  readonly submit: string
  /** Why it cannot be done now. */
  readonly reason: string | undefined
  readonly isWide?: boolean
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The dialog every edit stands in. Enter submits, Esc closes. */
export function EditFrame({ title, head, submit, reason, isWide = false, onSubmit, onClose, children }: EditFrameProps) {
  const form = useId()
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (reason === undefined) onSubmit()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      size={isWide ? 'medium' : 'small'}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="primary" type="submit" form={form} reason={reason} className={styles.submit}>{submit}</Button>
        </>
      }
    >
      <form id={form} aria-label={editWords.form(title)} className={styles.form} noValidate onSubmit={send}>
        {head}
        {children}
      </form>
    </Dialog>
  )
}
