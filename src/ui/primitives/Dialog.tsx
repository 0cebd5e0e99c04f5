import { useId, type ReactNode } from 'react'
import { classNames } from '../theme/classNames.ts'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton.tsx'
import { useModal } from './useModal.ts'

export type DialogProps = {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  readonly size?: 'small' | 'medium' | 'large'
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** In the middle; on a phone at the bottom. Its contents exist only while it is open. */
export function Dialog({ isOpen, onClose, title, size = 'small', actions, children }: DialogProps) {
  return <Modal isOpen={isOpen} onClose={onClose} title={title} className={classNames(styles.dialog, styles[size])} actions={actions}>{children}</Modal>
}

export type SheetProps = {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  /** Beside the title: the mark price of the ticket. */
  readonly aside?: ReactNode
  readonly side?: 'bottom' | 'right'
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** Slides in from an edge: the ticket on a phone, the explanation drawer on the right. */
export function Sheet({ isOpen, onClose, title, aside, side = 'bottom', actions, children }: SheetProps) {
  return (
    <Modal isOpen={isOpen} onClose={onClose} title={title} aside={aside} className={classNames(styles.sheet, styles[side])} actions={actions}>
      {children}
    </Modal>
  )
}

type ModalProps = Omit<SheetProps, 'side'> & { readonly className: string }

function Modal({ isOpen, onClose, title, aside, className, actions, children }: ModalProps) {
  const modal = useModal(isOpen, onClose)
  const titleId = useId()
  return (
    // The scrim is the dialog's own backdrop; Esc is its keyboard equal.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog ref={modal.ref} tabIndex={-1} className={className} aria-labelledby={titleId} onCancel={modal.onCancel} onClick={modal.onClick}>
      {isOpen ? (
        <div className={styles.frame}>
          <header className={styles.header}>
            <h2 id={titleId} className={styles.title}>{title}</h2>
            {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
            <IconButton icon="close" label="Close" keys="Escape" className={styles.close} onClick={onClose} />
          </header>
          <div data-modal="body" className={styles.body}>{children}</div>
          {actions === undefined ? null : <footer data-modal="actions" className={styles.actions}>{actions}</footer>}
        </div>
      ) : null}
    </dialog>
  )
}
