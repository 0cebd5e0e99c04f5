import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import { classNames } from '../theme/classNames.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import styles from './Toasts.module.css'

export type Toast = {
  readonly message: string
  readonly tone?: 'neutral' | 'warn' | 'loss'
  readonly action?: ToastAction
  /** A second one. */
  readonly also?: ToastAction
  /** Takes it away before its time: what its actions would do is another thing by then. */
  readonly ends?: AbortSignal
}

type ToastAction = { readonly label: string; readonly onAction: () => void }

type ShownToast = Toast & { readonly id: number }

const LIFETIME = 6000
const MOST = 3
const ToastContext = createContext<(toast: Toast) => void>(() => undefined)

/** `const toast = useToast(); toast({ message: 'Undone', action: { label: 'Redo', onAction } })` */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext)
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly ShownToast[]>([])
  const nextId = useRef(0)
  const show = useCallback((toast: Toast) => {
    nextId.current += 1
    const id = nextId.current
    setToasts((shown) => [...shown.slice(1 - MOST), { ...toast, id }])
  }, [])
  const dismiss = useCallback((id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)), [])
  return (
    <ToastContext value={show}>
      {children}
      <section className={styles.toasts} role="status" aria-live="polite" aria-label="Messages">
        {toasts.map((toast) => <ToastRow key={toast.id} toast={toast} dismiss={dismiss} />)}
      </section>
    </ToastContext>
  )
}

function ToastRow({ toast, dismiss }: { readonly toast: ShownToast; readonly dismiss: (id: number) => void }) {
  const [isHeld, setIsHeld] = useState(false)
  const { id, message, tone = 'neutral', action, also, ends } = toast
  useEffect(() => {
    if (isHeld) return undefined
    const timer = setTimeout(() => dismiss(id), LIFETIME)
    return () => clearTimeout(timer)
  }, [isHeld, dismiss, id])
  useEffect(() => {
    const end = (): void => dismiss(id)
    if (ends?.aborted === true) end()
    ends?.addEventListener('abort', end)
    return () => ends?.removeEventListener('abort', end)
  }, [ends, dismiss, id])
  return (
    <div
      className={classNames(styles.toast, styles[tone])}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      {tone === 'neutral' ? null : <Icon name="warning" size={14} />}
      <span className={styles.message}>{message}</span>
      {[action, also].map((each) => each === undefined ? null : (
        <Button
          key={each.label}
          size="small"
          onClick={() => {
            each.onAction()
            dismiss(id)
          }}
        >
          {each.label}
        </Button>
      ))}
      <IconButton icon="close" label="Dismiss" size="small" onClick={() => dismiss(id)} />
    </div>
  )
}
